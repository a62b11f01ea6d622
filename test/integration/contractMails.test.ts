import { describe, expect, test } from '@jest/globals';
import { addMonths } from '../../functions/domain/clocks/months.ts';
import { offsetAt } from '../../functions/domain/clocks/zone.ts';
import { addDays } from '../../functions/domain/contract/grace.ts';
import type { StepRecord } from '../../functions/domain/contract/model.ts';
import { sweep } from '../../infra/local/sweeper.ts';
import { aQuietDay, CaredContract, dueOn, inDays, swept, today } from '../support/stack/care.ts';
import { pays, paymentBody, registered } from '../support/stack/contracts.ts';
import { lin } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { call } from '../support/stack/http.ts';
import { careMailsTo } from '../support/stack/inbox.ts';
import { withoutDispatch } from '../support/stack/sabotage.ts';
import { aComplaint, anAddress } from '../support/stack/steps.ts';
import { theStack } from '../support/stack/theStack.ts';
import { HOUR, pass, quiet } from '../support/stack/time.ts';

/** An address of SES's mailbox simulator, which the local inbox plays. */
const simulated = (mailbox: 'bounce' | 'complaint'): string => `${mailbox}+${crypto.randomUUID().slice(0, 8)}@simulator.amazonses.com`;

const sweptAt = async (at: string): Promise<void> => {
  await sweep(theStack(), new Date(at));
  await quiet();
};

const stepOf = async (contract: CaredContract, id: string): Promise<StepRecord | undefined> => (await contract.state()).steps[id];

/** Waits until a step of a contract stands so. */
const expectStep = async (contract: CaredContract, id: string, wanted: Partial<StepRecord>): Promise<void> => {
  await eventually(async () => {
    expect(await stepOf(contract, id)).toMatchObject(wanted);
    return true;
  });
};

/** A contract whose customer has an address, and the day of its first reminder. */
const remindedAt = async (email: string, customer: object = {}): Promise<{ readonly contract: CaredContract; readonly day: string }> => {
  const due = aQuietDay();
  const { contractId } = await dueOn(due, { customer: { name: '王小明', email, locale: 'zh-CN', ...customer } });
  await quiet();
  return { contract: new CaredContract(contractId, email, due), day: addDays(due, -90) };
};

describe('what SES reports of a reminder', () => {
  test('that was delivered counts, and shows at the desk', async () => {
    const { contract, day } = await remindedAt(anAddress('delivered'));
    await swept(day);
    await expectStep(contract, `${contract.dueOn}.reminder-1`, { outcome: 'delivered' });
    const [mail] = await careMailsTo(contract.email, contract.contractId);
    expect(mail?.headers['x-aftercare-contract']).toBe(contract.contractId);
    expect(mail?.replyTo).toContain(`contract+${contract.contractId}@`);
    expect(mail?.headers['list-unsubscribe']).toBeUndefined();
    expect(mail?.text).toContain('¥1,200.00');
  });

  test('that bounced is answered with a visit, and nothing more is sent to the address', async () => {
    const { contract, day } = await remindedAt(simulated('bounce'));
    await swept(day);
    await expectStep(contract, `${contract.dueOn}.reminder-1`, { outcome: 'bounced' });
    expect((await contract.state()).unreachable).toBe(contract.email);
    await swept(addDays(day, 1));
    const { tasks } = await contract.state();
    expect(tasks.find(({ step }) => step.kind === 'renewal-visit')).toMatchObject({ state: 'open', step: { dueOn: contract.dueOn } });
    await swept(addDays(day, 30));
    await contract.expectMails(['reminder']);
  });

  test('that was taken for spam counts as not delivered, also for a second contract of the address', async () => {
    const { contract, day } = await remindedAt(simulated('complaint'));
    await swept(day);
    await expectStep(contract, `${contract.dueOn}.reminder-1`, { outcome: 'complained' });
    const other = await dueOn(contract.dueOn, { customer: { name: '王小明', email: contract.email, locale: 'zh-CN' } });
    const second = new CaredContract(other.contractId, contract.email, contract.dueOn);
    await quiet();
    await swept(addDays(day, 31));
    expect(await second.mails()).toEqual([]);
    expect(Object.values((await second.state()).steps)).toContainEqual(expect.objectContaining({ kind: 'reminder', held: 'suppressed' }));
  });
});

describe('before it goes out', () => {
  test('a payment stops a reminder that was ordered', async () => {
    const { contract, day } = await remindedAt(anAddress('paid'));
    await withoutDispatch(async () => {
      await swept(day);
      await expectStep(contract, `${contract.dueOn}.reminder-1`, { mail: true });
      expect((await pays(contract.contractId, paymentBody({ dueOn: contract.dueOn, paidOn: today() }))).status).toBe(200);
    });
    await expectStep(contract, `${contract.dueOn}.reminder-1`, { held: 'settled' });
    await quiet();
    expect(await contract.mails()).toEqual([]);
    await swept(inDays(1));
    await contract.expectMails(['feedback']);
  });

  test('an open complaint about the contract turns a reminder into a task, until it is closed', async () => {
    const { contract, day } = await remindedAt(anAddress('complaining'));
    const life = await aComplaint({}, contract.email);
    const classification = { category: 'product-quality', priority: 'normal', safety: false, contract: contract.contractId };
    await lin.does(life.caseId, 'classify', classification);
    await quiet();
    await swept(day);
    await expectStep(contract, `${contract.dueOn}.reminder-1`, { held: 'complaint' });
    expect((await contract.state()).tasks).toContainEqual(expect.objectContaining({ state: 'open' }));
    expect(await contract.mails()).toEqual([]);
    await life.withdraws();
    await quiet();
    await swept(addDays(day, 30));
    await contract.expectMails(['reminder']);
  });

  test('the night puts it off to the next morning', async () => {
    const { contract, day } = await remindedAt(anAddress('night'));
    const id = `${contract.dueOn}.reminder-1`;
    await withoutDispatch(async () => {
      await sweptAt(`${day}T12:30:00Z`); // half past eight in the evening in Shanghai
      await expectStep(contract, id, { mail: true });
      await pass(HOUR);
    });
    await expectStep(contract, id, { held: 'night', again: addDays(day, 1) });
    await quiet();
    expect(await contract.mails()).toEqual([]);
    await swept(addDays(day, 1));
    await contract.expectMails(['reminder']);
  });
});

/** The next day on which the clocks of a zone change, at least 60 days from now, so that nothing else is due. */
const clockChange = (timeZone: string): string => {
  const offset = (day: string): number => offsetAt(timeZone, Date.parse(`${day}T12:00:00Z`));
  let day = inDays(60);
  while (offset(day) === offset(addDays(day, -1))) day = addDays(day, 1);
  return day;
};

describe('on the day on which clocks change', () => {
  test.each(['America/New_York', 'Europe/Berlin'])('mails begin at eight on the wall in %s', async (timeZone) => {
    const day = clockChange(timeZone);
    const email = anAddress('zone');
    const contract = await dueOn(addDays(day, 90), { customer: { name: 'Jane Doe', email, locale: 'en', timeZone } });
    const cared = new CaredContract(contract.contractId, email, addDays(day, 90));
    await quiet();
    const morning = Date.parse(`${day}T08:00:00Z`) - offsetAt(timeZone, Date.parse(`${day}T12:00:00Z`));
    await sweptAt(new Date(morning - 60_000).toISOString());
    expect(await cared.mails()).toEqual([]);
    await sweptAt(new Date(morning).toISOString());
    await cared.expectMails(['reminder']);
  });
});

describe('marketing', () => {
  test('stops with one click, for all contracts of the address, and comes back with another', async () => {
    const email = anAddress('marketing');
    const invitation = addMonths(today(), 7);
    const customer = { name: 'Jane Doe', email, locale: 'en', birthday: `1988${addDays(invitation, 1).slice(4)}` };
    const terms = { customer, signedOn: today(), nextDueOn: undefined, consent: { marketing: true } };
    const { contractId } = await registered(terms);
    const contract = new CaredContract(contractId, email, addMonths(today(), 12));
    await quiet();
    await swept(invitation);
    await contract.expectMails(['touchpoint']);
    const [mail] = await careMailsTo(email, contractId);
    expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const path = new URL(/<(.+)>/.exec(mail?.headers['list-unsubscribe'] ?? '')?.[1] ?? '').pathname;

    const asked = await call('GET', `${path}?lang=en`);
    expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('Send me no more news')]);
    const stopped = await call('POST', path, { body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
    expect(stopped.status).toBe(200);
    await quiet();
    expect((await contract.state()).consents.at(-1)).toMatchObject({ given: false, source: 'link' });
    await swept(addDays(invitation, 1));
    const birthday = `touch.birthday.${addDays(invitation, 1).slice(0, 4)}`;
    expect(await stepOf(contract, birthday)).toMatchObject({ held: 'no-consent' });

    const again = await call('POST', `${path}?lang=en`, { body: new URLSearchParams({ marketing: 'yes' }) });
    expect([again.status, again.text]).toEqual([200, expect.stringContaining('Good to have you back')]);
    expect((await contract.state()).consents.at(-1)).toMatchObject({ given: true, source: 'link' });
    await contract.expectMails(['touchpoint']);
  });

  test('is only changed with a link that we signed, and for that', async () => {
    const life = await aComplaint();
    for (const token of ['nonsense', 'a.b.c', life.token, `${life.token}x`])
      for (const method of ['GET', 'POST'])
        expect((await call(method, `/withdraw/${token}`, method === 'POST' ? { body: new URLSearchParams() } : {})).status).toBe(404);
  });
});
