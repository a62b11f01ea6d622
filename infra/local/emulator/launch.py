"""Starts MiniStack, unmodified on disk, as Aftercare's local cloud.

Settings come by environment: MiniStack's own (GATEWAY_PORT, STATE_DIR, …) and CLOCK_FILE, the file with the number of
seconds that the local cloud runs ahead of the machine (infra/local/clock.ts moves it, forward only). The Lambdas get this
process's environment: NODE_OPTIONS preloads clock_shim.cjs into them, so that they follow the same file.
Each function below changes one behaviour; infra/local/README.md says why.
"""
import logging
import os
import sys
import threading
import time
import types

import moved_clock
from parent import stop_with_parent

TICK_SECONDS = 0.5  # between two looks at schedules and rules; MiniStack's 10 s would hold up the demo
TTL_TICK_SECONDS = 2.0
STDERR_WAIT_SECONDS = 0.004  # for a Lambda's first log line; it is in the pipe before the answer, if there is one


def schedules_fire_promptly():
    from ministack.services import dynamodb, eventbridge, scheduler

    scheduler._SCHEDULE_TICK_INTERVAL = TICK_SECONDS
    eventbridge._SCHEDULER_TICK_INTERVAL = TICK_SECONDS
    real_sleep = time.sleep

    def sleep(seconds):
        reaping = threading.current_thread().name == "dynamodb-ttl-reaper"
        real_sleep(min(seconds, TTL_TICK_SECONDS) if reaping else seconds)

    dynamodb.time = types.SimpleNamespace(**{**vars(time), "sleep": sleep})


def workflows_wait_on_the_moved_clock():
    from ministack.services import stepfunctions

    stepfunctions.threading = types.SimpleNamespace(**{**vars(threading), "Event": moved_clock.MovedEvent})
    stepfunctions._scaled_sleep = lambda seconds: moved_clock.sleep(seconds * stepfunctions._SFN_WAIT_SCALE)


def streams_start_afresh():
    """Positions of stream readers are saved, the records are not: restored, as many new records would be skipped."""
    from ministack.services import lambda_svc

    lambda_svc._restore_esm_positions = lambda _store, _positions: None


def lambdas_answer_promptly():
    from ministack.core.lambda_runtime import Worker

    drain = Worker._drain_stderr_bounded
    Worker._drain_stderr_bounded = lambda self, first_line_wait=STDERR_WAIT_SECONDS, **rest: drain(
        self, first_line_wait=min(first_line_wait, STDERR_WAIT_SECONDS), **rest
    )


def signatures_of_either_clock_count():
    """Browsers, the console and the CDK sign with the machine's clock, the Lambdas with the moved one."""
    from ministack.core import sigv4

    refuse = sigv4.request_time_failure

    def refuse_unless_either(signature, *, now=None):
        failure = refuse(signature, now=now)
        if failure and moved_clock.offset():
            real_now = moved_clock.MovedDatetime.fromtimestamp(moved_clock.real_now(), moved_clock.datetime.timezone.utc)
            return refuse(signature, now=real_now)
        return failure

    sigv4.request_time_failure = refuse_unless_either


def renewed_tokens_name_the_groups():
    """As AWS does. MiniStack leaves them out, and staff would lose their role an hour after they signed in."""
    from ministack.services import cognito

    make = cognito._fake_token

    def make_with_groups(sub, pool_id, client_id, token_type="access", username="", **rest):
        if username and rest.get("groups") is None:
            users = (cognito._get_pool_unscoped(pool_id) or {}).get("_users", {})
            rest["groups"] = users.get(username, {}).get("_groups", [])
        return make(sub, pool_id, client_id, token_type, username, **rest)

    cognito._fake_token = make_with_groups


def logs_name_no_customer():
    """The mail server of the local cloud logs every address that it delivers to; SES on AWS does not."""
    logging.getLogger("ses").setLevel(logging.WARNING)


def main():
    moved_clock.install(os.environ["CLOCK_FILE"])
    schedules_fire_promptly()
    workflows_wait_on_the_moved_clock()
    streams_start_afresh()
    lambdas_answer_promptly()
    signatures_of_either_clock_count()
    renewed_tokens_name_the_groups()
    logs_name_no_customer()
    stop_with_parent()

    from ministack.app import main as run

    sys.argv = ["ministack"]
    try:
        run()  # returns on SIGTERM, with the state saved
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)  # threads of executions that wait for a callback would keep the process for ever


if __name__ == "__main__":
    main()
