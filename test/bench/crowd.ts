import { openedCase } from '../../functions/handlers/api/answers.ts';
import { eventually } from '../support/stack/eventually.ts';
import { answerOf, call, type Reply } from '../support/stack/http.ts';
import { mailsTo } from '../support/stack/inbox.ts';
import { execution } from '../support/stack/probes.ts';
import { anAddress, complaintBody } from '../support/stack/steps.ts';
import { quiet } from '../support/stack/time.ts';
import { exactly, quantile, type Report } from './report.ts';
import { stackUp } from './stack.ts';

const CASES = 200;
const AT_A_TIME = 20;
const PATIENCE_SECONDS = 120;

interface Sent {
  readonly address: string;
  readonly caseIds: readonly string[];
  readonly replies: readonly Reply[];
  readonly milliseconds: readonly number[];
}

/** Opens one case by two requests with one key at the same moment, as an impatient browser does. */
async function sendTwice(): Promise<Sent> {
  const address = anAddress('crowd');
  const request = { json: complaintBody({}, address), headers: { 'idempotency-key': crypto.randomUUID() } };
  const send = async () => {
    const begun = performance.now();
    const reply = await call('POST', '/api/cases', request);
    return { reply, milliseconds: performance.now() - begun };
  };
  const both = await Promise.all([send(), send()]);
  const replies = both.map(({ reply }) => reply);
  return {
    address,
    replies,
    caseIds: replies.filter(({ status }) => status === 201).map((reply) => answerOf(openedCase, reply).caseId),
    milliseconds: both.map(({ milliseconds }) => milliseconds),
  };
}

/** Does something `count` times, at most `width` at a time. */
async function inLanes<T>(count: number, width: number, act: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  let left = count;
  const lane = async (): Promise<void> => {
    for (; left > 0;) {
      left -= 1;
      results.push(await act());
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}

const howMany = async <T>(items: readonly T[], count: (item: T) => Promise<number>): Promise<number> => {
  let total = 0;
  for (const item of items) total += await count(item);
  return total;
};

const acknowledgements = async (address: string): Promise<number> =>
  (await mailsTo(address)).filter(({ kind }) => kind === 'acknowledgement').length;

/** A crowd that opens cases at once, every one of them twice. */
export async function crowd(): Promise<Report> {
  await stackUp();
  const begun = performance.now();
  const sent = await inLanes(CASES, AT_A_TIME, sendTwice);
  const answered = performance.now();
  for (const { address } of sent)
    await eventually(async () => (await acknowledgements(address)) > 0, { within: PATIENCE_SECONDS, what: `the mail to ${address}` }).catch(
      () => {},
    );
  const acknowledged = performance.now();
  await quiet(); // a second mail would come now

  const replies = sent.flatMap((one) => one.replies);
  const caseIds = new Set(sent.flatMap((one) => one.caseIds));
  const milliseconds = sent.flatMap((one) => one.milliseconds);
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
  const statuses = [...Map.groupBy(replies, ({ status }) => status)].map(([status, of]) => `${of.length} × ${status}`);
  return {
    figures: [
      exactly('cases', CASES, caseIds.size),
      exactly('executions', CASES, await howMany([...caseIds], async (caseId) => ((await execution(caseId)) ? 1 : 0))),
      exactly('acknowledgements', CASES, await howMany(sent, ({ address }) => acknowledgements(address))),
      exactly('answers of 500 and above', 0, replies.filter(({ status }) => status >= 500).length),
    ],
    details: [
      `answers: ${statuses.join(', ')}; ${replies.filter(({ headers }) => headers.has('idempotency-replayed')).length} of them replays`,
      `an answer took ${quantile(milliseconds, 0.5).toFixed(0)} ms (p50), ${quantile(milliseconds, 0.95).toFixed(0)} ms (p95)`,
      `all ${replies.length} answers in ${seconds(begun, answered)} s, all mails after ${seconds(begun, acknowledged)} s`,
    ],
  };
}
