import { describe, expect, test } from '@jest/globals';
import { holidayYear } from '../../functions/handlers/api/clockSchemas.ts';
import { noticeAnswer, ruleBook, rulesVersions } from '../../functions/handlers/api/answers.ts';
import type { ClockRules, SlaPolicy } from '../../functions/domain/clocks/rules.ts';
import { dueBy, later, putsRules, rulesInForce, rulesInstead, underRules, withPolicy } from '../support/stack/clocks.ts';
import { chen, huang, ida, lin, wu, type DeskCase } from '../support/stack/desk.ts';
import { eventually } from '../support/stack/eventually.ts';
import { answerOf, call, expectProblem, jsonOf, pointersOf } from '../support/stack/http.ts';
import { noticesTo } from '../support/stack/inbox.ts';
import { allItems } from '../support/stack/probes.ts';
import { aComplaint, anUrgentComplaint } from '../support/stack/steps.ts';
import { HOUR, MINUTE, pass } from '../support/stack/time.ts';

/** How many versions of the rules are stored. */
const countVersions = async (): Promise<number> => (await allItems()).filter(({ pk }) => pk?.S === 'RULES').length;

async function expectNoNewVersion<T>(attempt: () => Promise<T>): Promise<T> {
  const before = await countVersions();
  const result = await attempt();
  expect(await countVersions()).toBe(before);
  return result;
}

/** Day and night, for complaints that are no danger. */
const roundTheClock = (targets: SlaPolicy['targets']): SlaPolicy => ({
  id: 'test',
  name: 'For a test',
  when: { kinds: ['complaint'], priorities: ['high'] },
  calendar: 'always',
  targets,
});
const IN_HOURS = { firstResponse: 2 * 60, nextResponse: 4 * 60, resolution: 10 * 60 };

/** A notice in the words of those of other years. */
const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至12日（周五）放假调休，共8天。2月14日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

const spanOf = ({ history }: DeskCase, from: string, to: string): number => {
  const at = (wanted: string): number => Date.parse(history.find(({ type }) => type === wanted)?.at ?? '');
  return (at(to) - at(from)) / 1000;
};

describe('new rules', () => {
  test('count for every open case at once, with the pauses that were; what was met or closed keeps those of its time', async () => {
    const open = await aComplaint();
    await open.assignedTo(lin);
    await lin.does(open.caseId, 'hold', { reason: 'parts' });
    await pass(HOUR);
    await lin.does(open.caseId, 'resume');
    const answered = await aComplaint();
    await answered.assignedTo(lin);
    await lin.does(answered.caseId, 'respond', { message: 'We look into it.' });
    const closed = await aComplaint();
    await closed.withdraws();
    const resolved = await (await anUrgentComplaint()).resolvedBy(lin);
    const looks = () => Promise.all([open, answered, closed, resolved].map(({ caseId }) => lin.look(caseId)));
    const before = await looks();
    const version = (await rulesInForce()).version;

    await underRules(withPolicy(roundTheClock(IN_HOURS)), async (book) => {
      expect(book).toMatchObject({ version: version + 1, by: huang.email, note: 'For a test' });
      const [opened, met, over, done] = await looks();
      if (!opened || !met || !over || !done) throw new Error('A case has gone.');
      const held = spanOf(opened, 'held', 'resumed');
      expect(held).toBeGreaterThanOrEqual(HOUR);
      const { firstResponse, resolution } = opened.clocks;
      expect(firstResponse).toMatchObject({
        policy: { id: 'test' },
        rulesVersion: book.version,
        due: later(opened.openedAt, 2 * HOUR + held),
      });
      expect(resolution).toMatchObject({
        policy: { id: 'test' },
        rulesVersion: book.version,
        due: later(opened.openedAt, 10 * HOUR + held),
      });
      expect((await open.view()).clocks.resolution).toMatchObject({ due: resolution.due, calendar: 'always' });

      expect(met.clocks.firstResponse).toEqual(before[1]?.clocks.firstResponse);
      expect(met.clocks.resolution.due).toBe(later(met.openedAt, 10 * HOUR));
      expect(over.clocks).toEqual(before[2]?.clocks);
      expect(done.clocks).toEqual(before[3]?.clocks);

      const fresh = await aComplaint();
      expect((await fresh.view()).clocks.resolution.due).toBe(later((await fresh.view()).openedAt, 10 * HOUR));
    });

    const after = await looks();
    for (const [n, seen] of after.entries())
      for (const clock of ['firstResponse', 'resolution'] as const) expect(seen.clocks[clock].due).toBe(before[n]?.clocks[clock].due);
    expect(after[2]?.clocks).toEqual(before[2]?.clocks);
    expect((await rulesInForce()).version).toBe(version + 2);
  });

  test('bring cases into the list of overdue ones and their people a warning, and out of it again', async () => {
    const life = await aComplaint();
    const { openedAt } = await life.assignedTo(lin);
    await pass(3 * MINUTE);
    const listed = () => chen.wholeQueue('overdue').then((ids) => ids.includes(life.caseId));
    expect(await listed()).toBe(false);
    await underRules(withPolicy(roundTheClock({ firstResponse: 1, nextResponse: 60, resolution: 600 })), async () => {
      await eventually(listed);
      await eventually(async () => (await noticesTo(lin, life.caseId)).some(({ about }) => about === 'firstResponse 100'));
      expect((await chen.queue('queue=overdue&limit=100')).items.find(({ caseId }) => caseId === life.caseId)).toMatchObject({
        due: later(openedAt, MINUTE),
        dueClock: 'firstResponse',
      });
    });
    expect(await listed()).toBe(false);
    expect(await chen.wholeQueue('team')).toContain(life.caseId);
  });

  test('warn by their own times from then on: sooner, and not at those of before', async () => {
    const life = await aComplaint();
    const { openedAt } = await life.assignedTo(lin);
    await underRules(withPolicy(roundTheClock(IN_HOURS)), async () => {
      await pass(HOUR + 2 * MINUTE);
      await eventually(async () => (await noticesTo(lin, life.caseId)).length > 0);
      const told = await noticesTo(lin, life.caseId);
      expect(told.map(({ about }) => about)).toEqual(['firstResponse 50']);
      expect(Date.parse(told[0]?.receivedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(later(openedAt, HOUR)));
      await lin.does(life.caseId, 'respond', { message: 'We look into it.' });
    });
  });

  test('make days off: an admin enters the State Council’s notice, and due times and receipts follow it', async () => {
    const ask = (text: string, person = huang) =>
      person.call('POST', '/api/desk/clocks/notice', { json: { region: 'CN', year: 2027, text } });
    const { holidayYear: entered, changes } = await expectNoNewVersion(async () => answerOf(noticeAnswer, await ask(NOTICE)));
    expect(changes.map(({ date }) => date)).toEqual(changes.map(({ date }) => date).toSorted());
    expectProblem(await ask(NOTICE, lin), 'forbidden');
    expect(new Set(pointersOf(await ask('Happy new year!')))).toEqual(new Set(['/text']));

    await underRules(
      (rules) => ({ ...rules, holidayYears: [...rules.holidayYears.filter(({ year }) => year !== 2027), entered] }),
      async () => {
        const days = await ida.call('GET', '/api/desk/clocks/holidays?region=CN&year=2027');
        expect(answerOf(holidayYear, days)).toEqual(entered);
        const targets = [{ name: 'it', seconds: 2 * HOUR }];
        const { due, receipts, unconfirmed } = await dueBy({ calendar: 'cn-standard', start: '2027-02-04T17:00:00+08:00', targets });
        expect({ due, unconfirmed }).toEqual({ due: { it: '2027-02-14T02:00:00.000Z' }, unconfirmed: { it: [] } });
        expect(receipts['it']?.map(({ why, name }) => [why, name])).toEqual([
          ['open', undefined],
          ['closed', undefined],
          ['holiday', '春节'],
          ['day-off', undefined],
          ['closed', undefined],
          ['make-up', '春节'],
        ]);
        expect((await ask(NOTICE)).text).toContain('"changes":[]');
      },
    );
  });
});

describe('changing rules', () => {
  test('all of the staff read them; an admin changes them, and nobody else', async () => {
    const { rules, version } = await rulesInForce();
    for (const person of [lin, chen, wu, ida, huang]) {
      expect(await rulesInForce(person)).toMatchObject({ version });
      expect((await person.call('GET', '/api/desk/clocks/rules/versions')).status).toBe(200);
    }
    const change = { ...rules, milestones: [] };
    await expectNoNewVersion(async () => {
      for (const person of [lin, chen, wu, ida]) expectProblem(await putsRules(change, { person }), 'forbidden');
      expect(
        (await call('PUT', '/api/desk/clocks/rules', { json: { rules: change }, headers: { 'if-match': `"${version}"` } })).status,
      ).toBe(401);
      expect((await call('GET', '/api/desk/clocks/rules')).status).toBe(401);
    });
  });

  test('of two admins the second is told what changed: 412; without If-Match nothing is written: 428', async () => {
    const { rules, version } = await rulesInForce();
    const first = { ...rules, milestones: rules.milestones.slice(1) };
    const second = { ...rules, milestones: rules.milestones.slice(2) };
    await underRules(
      () => first,
      async (book) => {
        await expectNoNewVersion(async () => {
          const late = await putsRules(second, { version });
          expect(rulesInstead(late)).toEqual(book);
          expect(late.headers.get('etag')).toBe(`"${version + 1}"`);
          expectProblem(await huang.call('PUT', '/api/desk/clocks/rules', { json: { rules: second } }), 'precondition-required');
          expectProblem(
            await huang.call('PUT', '/api/desk/clocks/rules', { json: { rules: second }, headers: { 'if-match': '*' } }),
            'stale-rules',
          );
        });
      },
    );
  });

  test('of ten at once exactly one writes', async () => {
    const { rules, version } = await rulesInForce();
    await underRules(
      (same) => ({ ...same, milestones: [] }),
      async (book) => {
        const replies = await Promise.all(
          Array.from({ length: 10 }, (_, n) =>
            putsRules({ ...rules, milestones: [{ percent: n + 1, to: 'owner' }] }, { version: book.version }),
          ),
        );
        expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
        expect((await rulesInForce()).version).toBe(version + 2);
      },
    );
  });

  test('the same again writes nothing: the same content, and the same request', async () => {
    const { rules, version } = await rulesInForce();
    await expectNoNewVersion(async () => {
      const again = await putsRules(JSON.parse(JSON.stringify(rules)), { version });
      expect(answerOf(ruleBook, again).version).toBe(version);
    });
    const key = crypto.randomUUID();
    const change = { ...rules, milestones: [] };
    const send = (body: unknown) => putsRules(body, { version, key });
    const first = await send(change);
    try {
      await expectNoNewVersion(async () => {
        const second = await send(change);
        expect([second.status, second.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
        expect(jsonOf(second)).toEqual(jsonOf(first));
        expectProblem(await send({ ...rules, milestones: rules.milestones.slice(1) }), 'key-reused');
      });
    } finally {
      expect((await putsRules(rules, { note: 'After a test' })).status).toBe(200);
    }
  });

  test('every version is kept, newest first, with who made it and why', async () => {
    await underRules(
      (rules) => ({ ...rules, milestones: [] }),
      async ({ version, at }) => {
        const { items } = answerOf(rulesVersions, await ida.call('GET', '/api/desk/clocks/rules/versions'));
        expect(items[0]).toEqual({ version, at, by: huang.email, note: 'For a test' });
        expect(items.map((one) => one.version)).toEqual(Array.from({ length: version + 1 }, (_, n) => version - n));
        expect(items.at(-1)).not.toHaveProperty('by'); // it came with the software
      },
    );
  });

  test.each<[string, (rules: ClockRules) => unknown, readonly string[]]>([
    [
      'no rules at all',
      () => ({}),
      ['/rules/calendars', '/rules/holidayYears', '/rules/laws', '/rules/milestones', '/rules/policies', '/rules/region'],
    ],
    ['no catch-all', (rules) => ({ ...rules, policies: rules.policies.slice(0, -1) }), ['/rules/policies']],
    ['no policy', (rules) => ({ ...rules, policies: [] }), ['/rules/policies']],
    [
      'a policy that is never reached',
      (rules) => ({ ...rules, policies: [...rules.policies, { ...rules.policies[0], id: 'again' }] }),
      ['/rules/policies', '/rules/policies/5/when'],
    ],
    [
      'two policies of one id',
      (rules) => ({ ...rules, policies: [{ ...rules.policies[1], when: { segments: ['gold'] } }, ...rules.policies] }),
      ['/rules/policies/2/id'],
    ],
    [
      'a calendar that does not exist',
      (rules) => withPolicy({ ...roundTheClock(IN_HOURS), calendar: 'mars' })(rules),
      ['/rules/policies/0/calendar'],
    ],
    [
      'targets of nothing, less, and a half',
      withPolicy(roundTheClock({ firstResponse: 0, nextResponse: -1, resolution: 0.5 })),
      ['firstResponse', 'nextResponse', 'resolution'].map((name) => `/rules/policies/0/targets/${name}`),
    ],
    [
      'a calendar that is never open, with hours that run backwards elsewhere',
      (rules) => ({
        ...rules,
        calendars: {
          ...rules.calendars,
          never: { timeZone: 'UTC', weekly: {} },
          back: { timeZone: 'UTC', weekly: { mon: [['18:00', '09:00']] } },
        },
      }),
      ['/rules/calendars/back/weekly/mon/0', '/rules/calendars/never/weekly'],
    ],
    [
      'no standard calendar for a region',
      (rules) => ({ ...rules, calendars: { 'cn-standard': rules.calendars['cn-standard'] } }),
      ['/rules/calendars/tw-standard', '/rules/policies/0/calendar'],
    ],
    ['a milestone for nobody', (rules) => ({ ...rules, milestones: [{ percent: 50, to: 'nobody' }] }), ['/rules/milestones/0/to']],
    [
      'the same milestone twice',
      (rules) => ({
        ...rules,
        milestones: [
          { percent: 50, to: 'owner' },
          { percent: 50, to: 'owner' },
        ],
      }),
      ['/rules/milestones/1'],
    ],
    ['a field of our own invention', (rules) => ({ ...rules, colour: 'blue' }), ['/rules/colour']],
  ])('is refused: %s', async (_, change, pointers) => {
    const { rules } = await rulesInForce();
    await expectNoNewVersion(async () => expect(pointersOf(await putsRules(change(rules)))).toEqual(pointers));
  });
});
