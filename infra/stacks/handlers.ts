import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { Handler, type HandlerProps } from '../constructs/handler.ts';

/** Nobody waits longer for a page. */
const DOOR_SECONDS = 15;

/** As long as the gateway waits: a file of 10,000 contracts is compared with the register. */
const TRANSFER_SECONDS = 29;

/** One whole processor. */
const ONE_PROCESSOR = 1769;

/** How long a worker may take for what it took from a queue; the queues give it again after six times that. */
export const WORKER_SECONDS = 30;

/** The functions, one for each file of `functions/handlers`. They may do nothing yet. */
export function handlersOf(scope: Construct, config: StageConfig) {
  const handler = (entry: string, timeoutSeconds: number, harm: string, more: Pick<HandlerProps, 'withPages' | 'memory'> = {}): Handler =>
    new Handler(scope, { config, entry, timeoutSeconds, harm, ...more });
  return {
    site: handler('site', DOOR_SECONDS, 'Customers cannot open a page, send a form or follow their case.', { withPages: true }),
    desk: handler('desk', DOOR_SECONDS, 'Staff cannot see or work on cases.'),
    transfer: handler('contracts/transfer', TRANSFER_SECONDS, 'Supervisors cannot import or export contracts.', { memory: ONE_PROCESSOR }),
    docs: handler('docs', DOOR_SECONDS, 'Developers cannot read the description of the API.'),
    dispatch: handler('stream/dispatch', 60, 'Cases move on late: what fails here is tried again, then repaired.'),
    repair: handler('workflow/repair', WORKER_SECONDS, 'Cases that fell off their way stay there: what fails here is tried again.'),
    timer: handler('schedule/timer', WORKER_SECONDS, 'Surveys, warnings and closings come late: what fails here is tried again.'),
    importer: handler(
      'contracts/importer',
      WORKER_SECONDS,
      'Contracts of a file come into the register late: what fails here is tried again.',
    ),
    care: handler(
      'contracts/care',
      WORKER_SECONDS,
      'Customers are reminded late, and owners get their tasks late: what fails here is tried again.',
    ),
    sweep: handler('schedule/sweep', 300, 'Customers are not reminded of their premiums, and a case that fell off its way is not found.'),
    sendMail: handler('mail/sendMail', WORKER_SECONDS, 'Customers get their mails late: what fails here is tried again.'),
    mailEvents: handler('mail/mailEvents', WORKER_SECONDS, 'Nobody is hurt yet, but mails go on to addresses that bounced or complained.'),
  };
}

export type Handlers = ReturnType<typeof handlersOf>;
