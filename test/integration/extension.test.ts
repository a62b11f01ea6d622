import { describe, expect, test } from '@jest/globals';
import { formatDay } from '../../functions/content/format.ts';
import { periodOf } from '../support/stack/clocks.ts';
import { chen, lin, sofia, zhou, type DeskCase } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { expectProblem, pointersOf } from '../support/stack/http.ts';
import type { LiveCase } from '../support/stack/liveCase.ts';
import { aComplaint, anAddress, anInquiry, expectNothingWritten } from '../support/stack/steps.ts';
import { DAY, pass } from '../support/stack/time.ts';

const REASONS = 'The laboratory needs three weeks for the heating plate.';
const MORE_REASONS = 'The maker of the heating plate has to be heard as well.';

/** Given a complaint of somebody who reads English, assigned to lin. */
async function aComplaintOfJane(): Promise<LiveCase> {
  const email = anAddress('jane');
  const life = await aComplaint({ customer: { name: 'Jane Doe', email, locale: 'en' } });
  await life.assignedTo(lin);
  return life;
}

const legalOf = ({ clocks }: { readonly clocks: Pick<DeskCase['clocks'], 'legal'> }) => {
  const [answer] = clocks.legal;
  if (!answer) throw new Error('A complaint has a statutory period.');
  return answer;
};

const extended = (count: number, life: LiveCase) =>
  eventually(async () => (await life.mailKinds()).filter((kind) => kind === 'extension').length === count, {
    what: `that ${count} mails told of an extension`,
  });

describe('the answer to a complaint', () => {
  test('is extended by its owner with reasons, once more with a supervisor’s approval, and then no more; the customer is told each time', async () => {
    const life = await aComplaintOfJane();
    const { event, ...before } = legalOf(await lin.look(life.caseId));
    expect(before).toMatchObject({ days: 15, extensions: [], extendable: { days: 30, approval: false } });

    const thirty = await periodOf({ event, days: 30, region: 'CN' });
    const longer = await lin.does(life.caseId, 'extend', { reasons: REASONS });
    expect(legalOf(longer)).toMatchObject({ state: 'running', days: 30, regularDays: 15, lastDay: thirty.lastDay });
    expect(longer.actions).not.toContain('extend');
    await extended(1, life);
    const told = await life.mail('extension');
    expect(told.text).toContain(REASONS);
    expect(told.text).toContain(formatDay(thirty.lastDay, 'en'));
    expect(legalOf(await life.view())).toMatchObject({ days: 30, lastDay: thirty.lastDay });

    await pass(DAY);
    const refused = expectProblem(await lin.tries(life.caseId, 'extend', { reasons: MORE_REASONS }), 'not-allowed-now');
    expect(refused['allowed']).not.toContain('extend');
    const sixty = await periodOf({ event, days: 60, region: 'CN' });
    const longest = await chen.does(life.caseId, 'extend', { reasons: MORE_REASONS });
    expect(legalOf(longest)).toMatchObject({ days: 60, regularDays: 15, lastDay: sixty.lastDay });
    expect(legalOf(longest).extensions.map(({ days }) => days)).toEqual([30, 60]);
    expect(legalOf(longest)).not.toHaveProperty('extendable');
    await extended(2, life);
    const toldAgain = await life.mail('extension');
    expect(toldAgain.text).toContain(MORE_REASONS);
    expect(toldAgain.text).toContain(formatDay(sixty.lastDay, 'en'));

    for (const person of [lin, chen, sofia])
      expectProblem(await person.tries(life.caseId, 'extend', { reasons: 'Once more.' }), 'not-allowed-now');
    expect(await life.mailKinds()).toEqual(['acknowledgement', 'extension', 'extension']);
  });

  test('is extended once by one click that travels twice, and the service clocks go on as they were', async () => {
    const life = await aComplaintOfJane();
    const before = await lin.look(life.caseId);
    const click = { version: before.version, key: crypto.randomUUID() };
    const [first, again] = [
      await lin.tries(life.caseId, 'extend', { reasons: REASONS }, click),
      await lin.tries(life.caseId, 'extend', { reasons: REASONS }, click),
    ];
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 200, 'true']);
    const after = await lin.look(life.caseId);
    expect(after.version).toBe(before.version + 1);
    expect(legalOf(after).extensions).toHaveLength(1);
    expect(after.clocks.firstResponse.due).toBe(before.clocks.firstResponse.due);
    expect(after.clocks.resolution.due).toBe(before.clocks.resolution.due);
  });

  test('is not extended without reasons, by somebody else’s agent, once it is given, or where no law sets a period', async () => {
    const life = await aComplaintOfJane();
    await expectNothingWritten(async () => {
      expect(pointersOf(await lin.tries(life.caseId, 'extend', {}))).toEqual(['/reasons']);
      expectProblem(await zhou.tries(life.caseId, 'extend', { reasons: REASONS }), 'not-allowed-now');
    });
    await life.investigatedBy(lin);
    await life.offeredBy(lin);
    expectProblem(await lin.tries(life.caseId, 'extend', { reasons: REASONS }), 'not-allowed-now');

    const question = await anInquiry();
    await question.assignedTo(lin);
    expectProblem(await lin.tries(question.caseId, 'extend', { reasons: REASONS }), 'not-allowed-now');
  });
});
