import { expect, test } from '@jest/globals';
import { stageConfig } from '../../infra/config.ts';
import { eventually } from '../support/stack/eventually.ts';
import { call, expectProblem, type Reply } from '../support/stack/http.ts';
import { mailsTo } from '../support/stack/inbox.ts';
import { LiveCase } from '../support/stack/liveCase.ts';
import { answerOf } from '../support/stack/http.ts';
import { openedCase } from '../../functions/handlers/api/answers.ts';
import { countEvents, execution } from '../support/stack/probes.ts';
import { aComplaint, anAddress, complaintBody, expectNothingWritten } from '../support/stack/steps.ts';
import { theStack } from '../support/stack/theStack.ts';
import { MINUTE, pass, quiet } from '../support/stack/time.ts';

const CASES = 200;
const AT_A_TIME = 20;

/** Runs jobs, so many at a time. */
async function inParallel<T>(jobs: readonly (() => Promise<T>)[], width: number): Promise<readonly T[]> {
  const results: T[] = [];
  const queue = jobs.entries();
  const worker = async (): Promise<void> => {
    for (const [n, job] of queue) results[n] = await job();
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

test('200 cases, 20 at a time, each sent twice: 200 cases, 200 executions, 200 acknowledgements; beyond the limit of one source: 429', async () => {
  const { openingsPerMinute } = stageConfig(theStack().stage).policy;
  await pass(2 * MINUTE); // the openings of earlier tests no longer count
  const before = await countEvents();
  const email = anAddress('many');
  const send = (key: string): Promise<Reply> =>
    call('POST', '/api/cases', { json: complaintBody({}, email), headers: { 'idempotency-key': key } });

  const keys = Array.from({ length: CASES }, () => crypto.randomUUID());
  const replies = await inParallel(
    keys.flatMap((key) => [() => send(key), () => send(key)]),
    AT_A_TIME,
  );
  expect(replies.filter(({ status }) => status !== 201).map(({ status, text }) => `${status} ${text}`)).toEqual([]);
  const lives = new Map(replies.map((reply) => answerOf(openedCase, reply)).map((opened) => [opened.caseId, new LiveCase(opened, email)]));
  expect(lives.size).toBe(CASES);
  expect((await countEvents()) - before).toBe(CASES);
  for (const [n, key] of keys.entries()) if (n % 20 === 0) expect((await send(key)).text).toBe(replies[2 * n]?.text);

  // The rest of what one source may open within the minute, and then no more.
  const rest = openingsPerMinute - CASES;
  const more = await inParallel(
    Array.from({ length: rest + 40 }, () => () => send(crypto.randomUUID())),
    AT_A_TIME,
  );
  const taken = more.filter(({ status }) => status === 201);
  const refused = more.filter(({ status }) => status !== 201);
  for (const reply of refused) {
    expectProblem(reply, 'too-many-requests');
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect(taken.length).toBeGreaterThanOrEqual(rest);
  expect(taken.length).toBeLessThan(rest + AT_A_TIME); // those that were already past the count
  for (const reply of taken) new LiveCase(answerOf(openedCase, reply), email);
  await expectNothingWritten(async () => {
    expectProblem(await send(crypto.randomUUID()), 'too-many-requests');
    expect((await send(keys[0] ?? '')).status).toBe(201); // a repeated request is no new case
  });

  await eventually(async () => (await mailsTo(email)).length >= CASES + taken.length, {
    within: 90,
    what: 'that everybody got an acknowledgement',
  });
  await quiet();
  const mails = await mailsTo(email);
  expect(mails).toHaveLength(CASES + taken.length);
  expect(new Set(mails.map(({ caseId }) => caseId)).size).toBe(mails.length);
  expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(['acknowledgement']));
  const executions = await inParallel(
    [...lives.keys()].map((caseId) => () => execution(caseId)),
    AT_A_TIME,
  );
  expect(executions.filter((found) => found?.status === 'RUNNING')).toHaveLength(CASES);

  await pass(MINUTE + 1);
  await aComplaint();
});
