import type * as z from 'zod/mini';
import { attainmentOf, type KeptTargets } from '../../../domain/case/attainment.ts';
import { FIRST_BOOK } from '../../../domain/clocks/defaultRules.ts';
import { previewClocks, type ClockAnswer } from '../../../domain/clocks/preview.ts';
import { changedDays } from '../../../domain/clocks/regions/changedDays.ts';
import { readNotice } from '../../../domain/clocks/regions/notice.ts';
import { readyRules, type ClockRules, type RuleBook } from '../../../domain/clocks/rules.ts';
import { TEAM } from '../../../usecases/team.ts';
import type { Example } from '../../../web/docs/openapi.ts';
import type { clockQuestion, noticeQuestion } from '../clockSchemas.ts';

type Question = z.output<typeof clockQuestion>;

const DUE: Question = {
  calendar: 'cn-standard',
  start: '2026-02-14T17:00:00+08:00',
  pauses: [{ from: '2026-02-24T09:00:00+08:00', to: '2026-02-24T09:30:00+08:00' }],
  targets: [{ name: 'firstResponse', seconds: 7200 }],
};

const ELAPSED: Question = {
  calendar: {
    timeZone: 'Europe/Berlin',
    weekly: {
      mon: [
        ['08:00', '13:00'],
        ['14:00', '18:00'],
      ],
      tue: [
        ['08:00', '13:00'],
        ['14:00', '18:00'],
      ],
    },
    holidays: ['2026-04-06'],
    dates: { '2026-04-04': [['09:00', '12:00']], '2026-04-05': 'off', '2026-04-08': 'work' },
  },
  start: '2026-03-31T09:00:00+02:00',
  end: '2026-04-07T10:00:00+02:00',
};

const LEGAL: Question = { legal: { event: '2026-02-12', days: 7, region: 'CN' } };
const CONTRACT: Question = { contract: { signedOn: '2026-01-31', months: [1, 4, 7, 10, 12] } };

const QUESTIONS = {
  due: ['A target that reaches over the Spring Festival, with a pause', DUE],
  elapsed: ['Time that has passed, by a calendar of one’s own', ELAPSED],
  legal: ['Seven days by law', LEGAL],
  contract: ['Dates of a contract that was signed at a month’s end', CONTRACT],
} as const satisfies Readonly<Record<string, readonly [string, Question]>>;

const answered = (question: Question): ClockAnswer => {
  const answer = previewClocks(question, FIRST_BOOK.rules);
  if (!answer.ok) throw new Error('an example is wrong');
  return answer.value;
};

const each = (value: (question: Question) => unknown): Readonly<Record<string, Example>> =>
  Object.fromEntries(Object.entries(QUESTIONS).map(([name, [summary, question]]) => [name, { summary, value: value(question) }]));

/** A question of each sort. */
export const CLOCK_QUESTIONS = each((question) => question);
/** What the clocks answer. */
export const CLOCK_ANSWERS = each(answered);

const NOTE = '重要客户改为四小时内首次回应';
const CHANGED_RULES: ClockRules = {
  ...FIRST_BOOK.rules,
  policies: FIRST_BOOK.rules.policies.map((policy) =>
    policy.id === 'vip' ? { ...policy, targets: { ...policy.targets, firstResponse: 240 } } : policy,
  ),
};

/** A change of the rules. */
export const RULES_CHANGE = { note: NOTE, rules: CHANGED_RULES };

/** The rules after that change. */
export const EXAMPLE_BOOK: RuleBook = {
  version: 1,
  at: '2026-03-02T02:00:00.000Z',
  by: 'zhao',
  note: NOTE,
  rules: CHANGED_RULES,
};

const { rules: _, ...EXAMPLE_VERSION } = EXAMPLE_BOOK;
/** Versions of the rules, the newest first. */
export const RULES_VERSIONS = { items: [EXAMPLE_VERSION, { version: FIRST_BOOK.version, at: FIRST_BOOK.at }] };

/** The year of the example notice. */
export const NOTICE_YEAR = 2026;

/** The statutory days of a year. */
export const HOLIDAY_YEAR = readyRules(FIRST_BOOK.rules).statutory('CN').yearOf(NOTICE_YEAR);

/** As the State Council published it. */
export const NOTICE = {
  region: 'CN',
  year: NOTICE_YEAR,
  text: `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号

一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
} as const satisfies z.input<typeof noticeQuestion>;

const readExample = () => {
  const read = readNotice(NOTICE.year, NOTICE.text);
  if (!read.ok) throw new Error('the example of a notice is wrong');
  return read.value;
};
/** What is read from it. */
export const NOTICE_ANSWER = { holidayYear: readExample(), changes: changedDays(readExample(), FIRST_BOOK.rules.holidayYears) };

const kept = (caseId: string, resolution: readonly number[]): KeptTargets => ({
  caseId,
  month: '2026-02',
  resolvedAt: '2026-02-27T09:00:00.000Z',
  policy: { id: 'normal', name: '一般 Normal' },
  clocks: {
    firstResponse: { met: 1, missed: [] },
    nextResponse: { met: 2, missed: [] },
    resolution: { met: resolution.length === 0 ? 1 : 0, missed: resolution },
  },
});

/** A month with three cases, one of them late. */
export const ATTAINMENTS = {
  items: [attainmentOf('2026-02', TEAM, [kept('AC-7KQ4M-2VXTP', []), kept('AC-9H2RD-6WNCE', [95]), kept('AC-3B8XA-1KTFY', [])])],
};
