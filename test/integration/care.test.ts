import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../functions/domain/contract/grace.ts';
import { aQuietDay, CaredContract, dueOn, inDays, swept, today, yearsBefore } from '../support/stack/care.ts';
import { listed, pays, paymentBody, registered } from '../support/stack/contracts.ts';
import { lin } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { jsonOf } from '../support/stack/http.ts';
import { itemsAt } from '../support/stack/probes.ts';
import { anAddress } from '../support/stack/steps.ts';
import { quiet } from '../support/stack/time.ts';

/** A day, and a contract whose first reminder is on it. */
const remindedOn = async (changes: object = {}): Promise<{ readonly day: string; readonly contract: CaredContract }> => {
  const due = aQuietDay();
  const contract = await dueOn(due, changes);
  await quiet();
  return { day: addDays(due, -90), contract };
};

const paidUp = (contract: CaredContract) => pays(contract.contractId, paymentBody({ dueOn: contract.dueOn, paidOn: today() }));

describe('the sweep', () => {
  test('for a day reminds exactly once, however often it runs', async () => {
    const { day, contract } = await remindedOn();
    await swept(addDays(day, -1));
    expect(await contract.mails()).toEqual([]);
    expect(await swept(day)).toMatchObject({ cases: expect.any(Number), contracts: expect.any(Number) });
    await contract.expectMails(['reminder']);
    await Promise.all([swept(day), swept(day)]);
    await swept(day);
    await contract.expectMails(['reminder']);
    expect((await contract.index())?.careAt?.slice(0, 10)).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('three days late reminds then, and past the next reminder only of that', async () => {
    const { day, contract } = await remindedOn();
    await swept(addDays(day, 33));
    await contract.expectMails(['reminder']);
    expect(await contract.renewalSteps()).toEqual(['reminder-1 late', 'reminder-2']);
  });

  test('after a payment answers it on the next day, and reminds of nothing', async () => {
    const { day, contract } = await remindedOn();
    expect((await paidUp(contract)).status).toBe(200);
    await quiet();
    await swept(inDays(1));
    await contract.expectMails(['feedback']);
    await swept(day);
    await swept(addDays(day, 60));
    await contract.expectMails(['feedback']);
    expect((await contract.state()).tasks.filter(({ step }) => step.dueOn === contract.dueOn)).toEqual([]);
  });

  test('gives the owner a task where there is no address, and a payment takes it back', async () => {
    const due = aQuietDay();
    const { contractId } = await registered({
      customer: { name: '老王', locale: 'zh-CN' },
      signedOn: yearsBefore(due, 2),
      nextDueOn: due,
    });
    const contract = new CaredContract(contractId, anAddress(), due);
    await quiet();
    await swept(addDays(due, -90));
    const task = (await contract.state()).tasks.find(({ step }) => step.kind === 'reminder' || step.kind === 'renewal-visit');
    expect(task).toMatchObject({ state: 'open' });
    expect((await contract.index())?.tasks).toBeDefined();
    expect((await paidUp(contract)).status).toBe(200);
    await quiet();
    expect((await contract.state()).tasks.find(({ step }) => step.id === task?.step.id)).toMatchObject({ state: 'cancelled' });
  });

  test('sends one customer one mail a day, of however many contracts', async () => {
    const email = anAddress('twice');
    const due = aQuietDay();
    const customer = { name: '王小明', email, locale: 'zh-CN' };
    const [one, other] = [await dueOn(due, { customer }), await dueOn(due, { customer })].map(
      ({ contractId }) => new CaredContract(contractId, email, due),
    );
    if (!one || !other) throw new Error('not registered');
    await quiet();
    const mails = async () => [...(await one.mails()), ...(await other.mails())];
    const day = addDays(due, -90);
    await swept(day);
    await eventually(async () => (await mails()).length > 0);
    await swept(day);
    expect(await mails()).toEqual(['reminder']);
    await swept(addDays(day, 1));
    await eventually(async () => (await mails()).length > 1);
    expect([await one.mails(), await other.mails()]).toEqual([['reminder'], ['reminder']]);
  });
});

describe('the lists', () => {
  test('know when a contract is to be looked at, and its first open task', async () => {
    const { contract } = await remindedOn();
    const index = await contract.index();
    expect(index?.careAt).toMatch(/T00:00:00\.000Z$/);
    const [first] = await itemsAt(`CONTRACT#${contract.contractId}`);
    expect(first?.['care']?.S).toMatch(/^CARE#(\d|1[0-5])$/);
    expect((await listed({ customer: contract.email })).items).toHaveLength(1);
    expect(jsonOf(await lin.call('GET', `/api/desk/contracts/${contract.contractId}`))).toMatchObject({ dueOn: contract.dueOn });
  });
});
