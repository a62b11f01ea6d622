import { describe, expect, test } from '@jest/globals';
import type { Assignee } from '../../../functions/domain/case/decideStaff.ts';
import { DAY, HOUR } from '../../../functions/domain/kernel/time.ts';
import { noticeOrders } from '../../../functions/usecases/noticeOrders.ts';
import { aCase, type TestCase } from '../../support/builders/cases.ts';
import { BOOKS } from '../../support/builders/policy.ts';
import { admin, auditor, chen, depot, lin, wang, zhao } from '../../support/builders/staff.ts';

const EVERYBODY: readonly Assignee[] = [lin, wang, chen, zhao, depot, auditor, admin];
const MINUTE = 60_000;

/** An inquiry that is answered within two hours: at its first 50 % after an hour, with everybody told after four. */
const inquiry = (): TestCase => aCase({ kind: 'inquiry' });

const hashes = { hash: async (purpose: string, text: string) => `${purpose}-of-${text}` };

const ordersFor = ({ state, now }: TestCase, staff: readonly Assignee[] = EVERYBODY) =>
  noticeOrders({ directory: { list: async () => staff }, hashes }, state, BOOKS, now);

/** Who is told what, such as `125 supervisor: chen`. */
const told = async (story: TestCase, staff?: readonly Assignee[]) =>
  (await ordersFor(story, staff)).map(({ notice, to }) => `${notice.level} ${notice.to}: ${to.email}`);

const without = (...people: readonly Assignee[]) => EVERYBODY.filter((one) => !people.includes(one));

describe('whoever is told how a clock stands', () => {
  test('is nobody before anything is reached, and nobody is looked up for it', async () => {
    const { state, now } = inquiry().later(HOUR - 2 * MINUTE);
    const directory = { list: () => Promise.reject(new Error('nobody is to be told')) };
    expect(await noticeOrders({ directory, hashes }, state, BOOKS, now)).toEqual([]);
  });

  test('is the owner and nobody else, by name and language', async () => {
    const owned = inquiry().assigned(lin).later(HOUR);
    const [order, ...more] = await ordersFor(owned, [{ ...lin, locale: 'en' }, wang, chen]);
    expect(order).toEqual({
      messageId: `AC-1.firstResponse.${Date.parse(owned.state.openedAt).toString(36)}.50.command-of-lin`,
      caseId: 'AC-1',
      kind: 'clock',
      notice: expect.objectContaining({ clock: 'firstResponse', level: 50, to: 'owner' }),
      to: { email: 'lin', name: 'Lin', locale: 'en' },
    });
    expect(more).toEqual([]);
  });

  test('is everybody of a level, level by level', async () => {
    expect(
      await told(
        inquiry()
          .assigned(lin)
          .later(4 * HOUR),
      ),
    ).toEqual(['100 owner: lin', '125 supervisor: chen', '125 supervisor: zhao', '150 department: depot', '200 admin: admin']);
  });

  test('gets the same order however often it is made', async () => {
    const story = inquiry()
      .assigned(lin)
      .later(4 * HOUR);
    const orders = await ordersFor(story);
    expect(await ordersFor(story.later(MINUTE))).toEqual(orders);
    expect(new Set(orders.map(({ messageId }) => messageId)).size).toBe(orders.length);
  });
});

describe('where nobody is there to be told', () => {
  test('supervisors stand in for an owner that the case does not have, or that has left', async () => {
    const supervisors = ['50 owner: chen', '50 owner: zhao'];
    expect(await told(inquiry().later(HOUR))).toEqual(supervisors);
    expect(await told(inquiry().assigned(lin).later(HOUR), without(lin))).toEqual(supervisors);
  });

  test('supervisors stand in for the head of the department', async () => {
    expect(
      await told(
        inquiry()
          .assigned(lin)
          .later(3 * HOUR),
        without(depot),
      ),
    ).toEqual(['100 owner: lin', '125 supervisor: chen', '125 supervisor: zhao', '150 department: chen', '150 department: zhao']);
  });

  test('admins stand in for supervisors, and so for everybody below', async () => {
    const lonely = await told(inquiry().later(4 * HOUR), without(chen, zhao, depot));
    expect(lonely).toEqual(['100 owner: admin', '125 supervisor: admin', '150 department: admin', '200 admin: admin']);
  });

  test('nobody is told when there is no admin either, and nothing breaks', async () => {
    expect(await told(inquiry().later(4 * HOUR), [wang, auditor])).toEqual([]);
  });

  test('whoever stands in for somebody is told of one matter by one mail', async () => {
    const unowned = aCase()
      .happens({ type: 'replied', data: { message: 'm' } })
      .held('parts');
    const orders = await ordersFor(unowned.later(16 * DAY));
    const ofLaw = orders.filter(({ notice }) => notice.clock === 'complaint-answer');
    expect(ofLaw.map(({ notice, to }) => `${notice.level} ${notice.to}: ${to.email}`).sort()).toEqual([
      'last-day owner: chen',
      'last-day owner: zhao',
      'last-day supervisor: chen',
      'last-day supervisor: zhao',
    ]);
    expect(new Set(ofLaw.map(({ messageId }) => messageId)).size).toBe(2); // one for each of them: whoever sends sends an id once
  });
});
