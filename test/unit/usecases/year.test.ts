import { beforeAll, describe, expect, test } from '@jest/globals';
import { countYear } from '../../support/year/independent.ts';
import { customersWith, FIRST_DAY, LAST_DAY } from '../../support/year/scenario.ts';
import { YearRoom, type YearOfCare } from '../../support/year/yearRoom.ts';

/** `npm run bench -- renewals` lives the same year with 10,000. */
const CONTRACTS = 100;

describe('a year of contracts', () => {
  const customers = customersWith(CONTRACTS);
  const room = new YearRoom(customers);
  let year: YearOfCare;

  beforeAll(async () => {
    year = await room.live();
  }, 120_000);

  test('brings as many messages and tasks of every kind as the rules ask for, counted by somebody else', () => {
    const sorted = (counts: ReadonlyMap<string, number>) => Object.fromEntries([...counts].sort());
    expect(sorted(year.counts)).toEqual(sorted(countYear(customers, FIRST_DAY, LAST_DAY)));
  });

  test('has every kind of message and task that a year can have', () => {
    expect([...year.counts.keys()].sort()).toMatchInlineSnapshot(`
     [
       "mail birthday",
       "mail debit-failed",
       "mail delivery",
       "mail dragon-boat",
       "mail event",
       "mail feedback",
       "mail grace",
       "mail lunar-new-year",
       "mail mid-autumn",
       "mail month-7",
       "mail new-year",
       "mail news",
       "mail reinstated",
       "mail reminder",
       "mail suspension",
       "task debit-failed",
       "task delivery",
       "task grace",
       "task month-1",
       "task month-10",
       "task month-4",
       "task month-7",
       "task reinstated",
       "task renewal-visit",
       "task suspension",
       "task visit",
     ]
    `);
  });

  test('hands to SES what was ordered, in every language', () => {
    const mails = [...year.counts].filter(([name]) => name.startsWith('mail ')).reduce((sum, [, count]) => sum + count, 0);
    expect([...year.sent.values()].reduce((sum, count) => sum + count, 0)).toBe(mails);
    expect([...year.sent.keys()].sort()).toEqual(['en', 'zh-CN', 'zh-TW']);
  });

  test('changes nothing when every contract is looked at once more that day', async () => {
    const before = room.register.written;
    for (const contractId of room.register.events.keys()) room.careQueue.push({ contractId, at: `${LAST_DAY}T17:00:00.000Z` });
    await room.care();
    expect(room.register.written).toBe(before);
  });
});
