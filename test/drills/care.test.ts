import { afterEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { addDays } from '../../functions/domain/contract/grace.ts';
import { aQuietDay, dueOn, inDays, swept, today, yearsBefore } from '../support/stack/care.ts';
import { listed, paymentBody, pays, puts, termsBody } from '../support/stack/contracts.ts';
import { huang } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { answerOf } from '../support/stack/http.ts';
import { messagesIn, purge, sweepNow, sweepOn } from '../support/stack/probes.ts';
import { invoke, putOn, withoutDispatch, withoutNightlySweep, withSettings } from '../support/stack/sabotage.ts';
import { DAY, HOUR, MINUTE, pass, quiet } from '../support/stack/time.ts';
import { theClock } from '../support/stack/theStack.ts';

/** Longer than SQS remembers the ids of messages, so that nothing but our own records keeps a mail from going out twice. */
const PAST_DEDUPLICATION = 6 * MINUTE;

afterEach(async () => {
  for (const queue of ['repair', 'repair-parked', 'care', 'care-parked', 'outbox-parked.fifo'] as const) await purge(queue);
});

describe('a record of the stream that is lost', () => {
  test('of a registration: the next sweep finds the contract, and lets it be found', async () => {
    const contract = await withoutNightlySweep(() =>
      withoutDispatch(async () => {
        const written = await dueOn(aQuietDay(400));
        await theClock().advance(25 * HOUR); // the stream forgets after a day
        expect((await listed({ customer: written.email })).items).toEqual([]);
        return written;
      }),
    );
    await sweepNow();
    await eventually(async () => (await listed({ customer: contract.email })).items.length === 1);
    expect((await contract.index())?.careAt?.slice(0, 10)).not.toBe((await contract.state()).registeredAt.slice(0, 10));
  });

  test('of care: the next sweep finds that nothing followed, and the mail goes out once', async () => {
    const due = aQuietDay();
    const day = addDays(due, -90);
    const contract = await dueOn(due);
    await quiet();
    await withoutNightlySweep(() =>
      withoutDispatch(async () => {
        await sweepOn(day);
        await eventually(async () => (await contract.renewalSteps()).includes('reminder-1'));
        await theClock().advance(25 * HOUR);
        expect(await contract.mails()).toEqual([]);
      }),
    );
    await swept(day);
    await contract.expectMails(['reminder']);
    await pass(PAST_DEDUPLICATION);
    await putOn('repair', { contractId: contract.contractId, at: new Date().toISOString() });
    await swept(day);
    await contract.expectMails(['reminder']);
  });
});

describe('a function that dies', () => {
  test('care does not start: contracts wait in the queue, and are looked at once it does', async () => {
    const due = aQuietDay();
    const contract = await dueOn(due);
    await quiet();
    await withSettings('care', { SECRET_ID: 'none' }, async () => {
      await sweepOn(addDays(due, -90));
      await eventually(async () => (await messagesIn('care')) > 0);
      expect(await contract.renewalSteps()).toEqual([]);
    });
    await eventually(async () => {
      await theClock().advance(31); // what was taken and not worked on is handed out again
      return (await contract.renewalSteps()).length > 0;
    });
    await contract.expectMails(['reminder']);
  });

  test('the sender does not start: the reminder waits, a payment settles it, and it is not sent', async () => {
    const due = aQuietDay();
    const contract = await dueOn(due);
    await quiet();
    await withSettings('sendMail', { POLICY: '{' }, async () => {
      await sweepOn(addDays(due, -90));
      await eventually(async () => (await contract.renewalSteps()).includes('reminder-1'));
      await pays(contract.contractId, paymentBody({ dueOn: due, paidOn: today() }));
    });
    await eventually(async () => {
      await theClock().advance(31);
      return (await contract.renewalSteps()).includes('reminder-1 settled');
    });
    expect(await contract.mails()).toEqual([]);
  });
});

test('what cannot be read is parked after five tries, and holds up nobody', async () => {
  await putOn('care', { contractId: 7 });
  const due = aQuietDay();
  const contract = await dueOn(due);
  await eventually(async () => {
    await theClock().advance(31);
    return (await messagesIn('care-parked')) === 1;
  });
  await swept(addDays(due, -90));
  await contract.expectMails(['reminder']);
});

test('the hour comes by itself: a reminder goes out in the morning of its day without anybody asking', async () => {
  const contract = await dueOn(inDays(92));
  await quiet();
  expect(await contract.mails()).toEqual([]);
  const morning = Date.parse(`${inDays(2)}T00:06:00.000Z`);
  await pass((morning - theClock().now().getTime()) / 1000);
  await contract.expectMails(['reminder']);
  expect((await contract.state()).steps[`${contract.dueOn}.reminder-1`]?.day).toBe(addDays(contract.dueOn, -90));
  await pass(2 * DAY);
  await contract.expectMails(['reminder']);
});

const book = z.object({
  version: z.number(),
  rules: z.looseObject({ plans: z.array(z.looseObject({ touchpoints: z.array(z.looseObject({})) })) }),
});

test('new rules of care reach contracts that nothing happens to', async () => {
  const due = aQuietDay(400);
  const contract = await dueOn(due, { signedOn: yearsBefore(due, 4) });
  await quiet();
  const before = answerOf(book, await huang.call('GET', '/api/desk/care/rules'));
  const rule = async (rules: object): Promise<void> => {
    const { version } = answerOf(book, await huang.call('GET', '/api/desk/care/rules'));
    answerOf(book, await huang.call('PUT', '/api/desk/care/rules', { json: { rules }, headers: { 'if-match': `"${version}"` } }));
    await quiet();
  };
  const usual = (await contract.index())?.careAt;
  const plans = before.rules.plans.map((plan) => ({ ...plan, touchpoints: plan.touchpoints.map((one) => ({ ...one, active: false })) }));
  try {
    await rule({ ...before.rules, plans });
    await eventually(async () => (await contract.index())?.careAt === `${addDays(due, -90)}T00:00:00.000Z`, { within: 60 });
  } finally {
    await rule(before.rules);
  }
  await eventually(async () => (await contract.index())?.careAt === usual, { within: 60 });
});

test('once a week all contracts are gone over, whatever was lost', async () => {
  const contract = await dueOn(aQuietDay(400));
  await quiet();
  const index = await contract.index();
  await withoutDispatch(async () => {
    const { terms } = await contract.state();
    await puts(contract.contractId, { ...termsBody(), ...terms, owner: 'chen' });
    await theClock().advance(25 * HOUR);
  });
  expect((await contract.index())?.owner).toBe(index?.owner);
  const sunday = new Date(theClock().now());
  sunday.setUTCDate(sunday.getUTCDate() + ((7 - sunday.getUTCDay()) % 7));
  await invoke('sweep', { time: sunday.toISOString() });
  await eventually(async () => (await contract.index())?.owner === (await contract.state()).terms.owner);
});
