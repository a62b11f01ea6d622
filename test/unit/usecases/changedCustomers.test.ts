import { describe, expect, test } from '@jest/globals';
import type { Policyholder } from '../../../functions/domain/contract/model.ts';
import { plus } from '../../../functions/domain/kernel/time.ts';
import { careForContract } from '../../../functions/usecases/careForContract.ts';
import { keepConsents } from '../../../functions/usecases/keepConsents.ts';
import { lookedAt } from '../../support/builders/care.ts';
import { CareRoom, CustomersInMemory } from '../../support/builders/careRoom.ts';
import { aContract, aPolicyholder, atNoon, TestContract } from '../../support/builders/contracts.ts';
import { PostOffice } from '../../support/builders/postOffice.ts';
import { sun } from '../../support/builders/staff.ts';

const ASKED = atNoon('2026-12-01');
const SOON = plus(ASKED, 2000);

/** Somebody who is not the customer of before. */
const LI = aPolicyholder({ name: '李四', email: 'li@example.com', phone: '+86 139 0000 0000' });

/** The post office, and a word of the house in between: the customer is another by now. */
const postWith = async (contract: TestContract, ...customers: readonly Policyholder[]): Promise<PostOffice> => {
  const post = new PostOffice(contract);
  for (const customer of customers) {
    const { terms, unpaidFrom } = post.state();
    await post.happens({ type: 'changed', data: { terms: { ...terms, customer, consent: undefined }, unpaidFrom } }, SOON);
  }
  return post;
};

const reminded = (): TestContract => lookedAt(aContract(), ASKED);

describe('a mail that was ordered for one customer', () => {
  test.each<[string, () => TestContract, string]>([
    ['a reminder', reminded, '2026-12-01'],
    ['the word after a payment', () => lookedAt(aContract().reported({ paidOn: '2026-11-30' }, '2026-11-30'), ASKED), '2026-12-01'],
    ['an invitation', () => lookedAt(aContract({ consent: { marketing: true } }), atNoon('2026-10-01')), '2026-10-01'],
  ])('does not go to the next one: %s', async (_, contract, day) => {
    const post = await postWith(contract(), LI);
    expect(await post.sends(plus(atNoon(day), 4000))).not.toBe('sent');
    expect(post.sent).toEqual([]);
    expect(await post.sends(plus(atNoon(day), 5000))).toBe('known');
  });

  test('is decided on again for the next one where it is theirs too', async () => {
    const post = await postWith(lookedAt(aContract(), atNoon('2027-03-02')), LI);
    expect(await post.sends(atNoon('2027-03-02'))).toBe('settled');
    expect(post.state().steps['2027-03-01.grace']).toMatchObject({ held: 'settled', again: '2027-03-02' });
    const again = lookedAt(new TestContract(post.events(), post.state()), atNoon('2027-03-02'));
    const next = new PostOffice(again);
    expect(await next.sends(plus(atNoon('2027-03-02'), 1000))).toBe('sent');
    expect(next.sent[0]?.to).toMatchObject({ name: '李四', email: 'li@example.com' });
  });

  test('is not sent to a third address when it went to the second', async () => {
    const post = await postWith(reminded(), aPolicyholder({ email: 'second@example.com' }));
    expect(await post.sends(plus(SOON, 1000))).toBe('sent');
    const { terms, unpaidFrom } = post.state();
    const customer = aPolicyholder({ email: 'third@example.com' });
    await post.happens({ type: 'changed', data: { terms: { ...terms, customer }, unpaidFrom } }, SOON);
    expect(await post.sends(plus(SOON, 2000))).toBe('known');
    expect(post.sent.map(({ to }) => to.email)).toEqual(['second@example.com']);
  });

  test('names nobody where the owner has left', async () => {
    const post = await postWith(lookedAt(aContract({ owner: sun.id }, { owner: sun }), ASKED));
    expect(await post.sends(SOON)).toBe('sent');
    expect(post.sent[0]?.text).not.toContain(sun.id);
    expect(post.sent[0]?.text).not.toContain('Lin Mei');
  });
});

test('what the house says of a new customer stands in the ledger of their address, and nothing of the old one does', async () => {
  const contract = aContract({ consent: { marketing: true } })
    .happens({ type: 'consented', data: { purpose: 'marketing', given: true, source: 'phone' } })
    .changed({ customer: LI, consent: { marketing: false } }, { confirmed: true, today: '2026-05-01' });
  const customers = new CustomersInMemory();
  await keepConsents(customers, contract.events, [1, 2, 3]);
  expect(customers.said.get('wang@example.com')).toHaveLength(2);
  expect(customers.said.get('li@example.com')).toMatchObject([{ given: false, source: 'register' }]);
});

describe('an import that changes all contracts', () => {
  test('sends nothing, moves no reminder, and the next goes to the new addresses once', async () => {
    const room = new CareRoom();
    const ids = Array.from({ length: 300 }, (_, n) => `P-${n}`);
    const contracts = new Map(ids.map((id, n) => [id, aContract({ customer: aPolicyholder({ email: `a${n}@example.com` }) }, {}, id)]));
    for (const [id, { events }] of contracts) {
      room.register.events.set(id, events);
      await room.dispatch(id, atNoon('2026-11-29'));
    }
    const before = ids.map((id) => room.register.lists.get(id)?.index.careAt);
    for (const [id, contract] of contracts) {
      const customer = aPolicyholder({ email: `new-${id}@example.com` });
      const { events } = contract.changed({ customer, owner: sun.id }, { owner: sun, today: '2026-11-30' });
      room.register.events.set(id, events);
      await room.dispatch(id, atNoon('2026-11-30'));
    }
    expect([room.outbox, room.careQueue]).toEqual([[], []]);
    expect(ids.map((id) => room.register.lists.get(id)?.index.careAt)).toEqual(before);
    expect(ids.every((id) => room.register.lists.get(id)?.index.owner === sun.id)).toBe(true);
    expect(await room.sweep(ASKED)).toBe(300);
    await room.care();
    for (const id of ids) await room.dispatch(id, ASKED);
    expect(new Set(room.outbox.map(({ messageId }) => messageId)).size).toBe(300);
    expect(await room.sweep(ASKED)).toBe(0);
  });
});

test('a customer with two contracts in two zones and languages gets one mail on a date, each in the language and by the day of its contract', async () => {
  const room = new CareRoom();
  const given = async (id: string, customer: Policyholder): Promise<void> => {
    room.register.events.set(id, aContract({ customer }, {}, id).events);
    await room.dispatch(id, atNoon('2026-11-01'));
  };
  await given('P-CN', aPolicyholder());
  await given('P-US', aPolicyholder({ locale: 'en', timeZone: 'America/New_York' }));
  const hours = Array.from({ length: 72 }, (_, n) => plus('2026-11-30T16:00:00.000Z', n * 3_600_000));
  for (const at of hours)
    for (const id of ['P-CN', 'P-US']) if ((await careForContract(room.deps)(id, at, at)) === 'cared') await room.dispatch(id, at);
  const mails = ['P-CN', 'P-US'].flatMap((id) =>
    room.events(id).flatMap((event) => (event.type === 'cared' && event.data.steps.some(({ mail }) => mail) ? [`${id} ${event.at}`] : [])),
  );
  expect(mails).toEqual(['P-CN 2026-12-01T00:00:00.000Z', 'P-US 2026-12-02T13:00:00.000Z']);
});
