import type { Category, Kind, Priority } from '../case/model.ts';
import type { Book } from '../kernel/book.ts';
import type { FieldError } from '../kernel/fieldError.ts';
import { checkCalendar, minutesOf, type Calendar } from './calendar.ts';
import type { LegalClockName } from './legalRules.ts';
import { openTime, type OpenTime } from './openTime.ts';
import { checkHolidayYear } from './regions/checkHolidayYear.ts';
import { REGIONS, type HolidayYear, type Region } from './regions/holidayYear.ts';
import { statutoryDays, type StatutoryDays } from './regions/statutory.ts';

/** Which cases a policy is for: every list that is there must hold the case's value; a list that is missing takes all (F15). */
export interface PolicyCondition {
  readonly kinds?: readonly Kind[] | undefined;
  readonly priorities?: readonly Priority[] | undefined;
  readonly categories?: readonly Category[] | undefined;
  readonly segments?: readonly string[] | undefined;
  /** Words that the product's name contains; upper and lower case are the same. */
  readonly products?: readonly string[] | undefined;
  readonly contracts?: readonly string[] | undefined;
  readonly regions?: readonly Region[] | undefined;
}

/** The service clocks of a case (F15, F16). */
export const SERVICE_CLOCKS = ['firstResponse', 'nextResponse', 'resolution'] as const;
export type ServiceClockName = (typeof SERVICE_CLOCKS)[number];

/** An SLA policy: targets for the cases that it is for. */
export interface SlaPolicy {
  readonly id: string;
  readonly name: string;
  readonly when: PolicyCondition;
  /** Id of the calendar that counts; the standard calendar of the case's region when missing. */
  readonly calendar?: string | undefined;
  /** Minutes of open time. */
  readonly targets: Readonly<Record<ServiceClockName, number>>;
}

/** Who is told when part of a target is used up (F23). `department` is the head of the department. */
export const RECIPIENTS = ['owner', 'supervisor', 'department', 'admin'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** At this percentage of a target, this person is told, once. */
export interface Milestone {
  readonly percent: number;
  readonly to: Recipient;
}

/** Everything by which clocks count, as an admin edits it: one document, so that one version names it all. */
export interface ClockRules {
  /** Region of the team, for customers who named none. */
  readonly region: Region;
  readonly calendars: Readonly<Record<string, Calendar>>;
  /** The first that fits a case counts; the last fits all. */
  readonly policies: readonly SlaPolicy[];
  readonly milestones: readonly Milestone[];
  /** Statutory periods that bind this company: not every law is for every trade (rules.md 3). */
  readonly laws: readonly LegalClockName[];
  /** Years of statutory days that were entered at the desk; they go before those that came with the software. */
  readonly holidayYears: readonly HolidayYear[];
}

/** One version of the rules; a clock that was met keeps the version of that moment (F24). */
export type RuleBook = Book<ClockRules>;

/** What a policy is chosen by. */
export interface CaseFacts {
  readonly kind: Kind;
  readonly priority: Priority;
  readonly category: Category;
  readonly segment?: string | undefined;
  readonly product?: string | undefined;
  readonly contract?: string | undefined;
  readonly region: Region;
}

/** Id of the calendar of a region that counts where a policy names none. */
export const standardCalendar = (region: Region): string => `${region.toLowerCase()}-standard`;

const CONDITIONS = ['kinds', 'priorities', 'categories', 'segments', 'products', 'contracts', 'regions'] as const;

const fits = ({ kinds, priorities, categories, segments, products, contracts, regions }: PolicyCondition, facts: CaseFacts): boolean =>
  has(kinds, facts.kind) &&
  has(priorities, facts.priority) &&
  has(categories, facts.category) &&
  has(segments, facts.segment) &&
  has(contracts, facts.contract) &&
  has(regions, facts.region) &&
  (!products || products.some((word) => (facts.product ?? '').toLowerCase().includes(word.toLowerCase())));

const has = (list: readonly string[] | undefined, value: string | undefined): boolean =>
  !list || (value !== undefined && list.includes(value));

/** The policy of a case: the first that fits. Throws when none does, which `checkRules` rules out. */
export const policyFor = ({ policies }: ClockRules, facts: CaseFacts): SlaPolicy => {
  const found = policies.find(({ when }) => fits(when, facts));
  if (!found) throw new Error('no policy fits the case, not even a catch-all');
  return found;
};

/** True when every case that `later` is for is taken by `earlier`. */
const covers = (earlier: PolicyCondition, later: PolicyCondition): boolean =>
  CONDITIONS.every((name) => {
    const [all, some]: readonly (readonly string[] | undefined)[] = [earlier[name], later[name]];
    return !all || (some !== undefined && some.every((value) => all.includes(value)));
  });

const checkPolicies = ({ policies, calendars }: ClockRules): readonly FieldError[] => [
  ...policies.flatMap(({ id, when, calendar, targets }, index): readonly FieldError[] => {
    const before = policies.slice(0, index);
    return [
      ...(before.some((policy) => policy.id === id) ? [{ pointer: `/policies/${index}/id`, code: 'repeated' as const }] : []),
      ...(calendar === undefined || Object.hasOwn(calendars, calendar)
        ? []
        : [{ pointer: `/policies/${index}/calendar`, code: 'calendar-unknown' as const }]),
      ...(before.some((policy) => covers(policy.when, when))
        ? [{ pointer: `/policies/${index}/when`, code: 'never-reached' as const }]
        : []),
      ...(targets.firstResponse > targets.resolution
        ? [{ pointer: `/policies/${index}/targets/firstResponse`, code: 'too-big' as const, values: { max: targets.resolution } }]
        : []),
    ];
  }),
  ...(CONDITIONS.every((name) => policies.at(-1)?.when[name] === undefined) && policies.length > 0
    ? []
    : [{ pointer: '/policies', code: 'no-catch-all' as const }]),
];

/** Whoever promises something for later than this promises nothing, and a due time after 2099 could not be told. */
const LONGEST_WEEKS = 10 * 52;

/** Open minutes of a week by the newest hours. Single dates are left out: they pass, and a promise to the next case needs hours as well. */
const minutesAWeek = ({ weekly, changes = [] }: Calendar): number =>
  Object.values(changes.at(-1)?.weekly ?? weekly)
    .flatMap((hours) => hours ?? [])
    .reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0);

/** Targets that a calendar, right in itself, is not open enough for. */
const checkTargets = ({ policies, calendars }: ClockRules): readonly FieldError[] =>
  policies.flatMap(({ when, calendar, targets }, index) => {
    const ids = calendar === undefined ? (when.regions ?? REGIONS).map(standardCalendar) : [calendar];
    const known = ids.flatMap((id) => (Object.hasOwn(calendars, id) ? (calendars[id] ?? []) : []));
    const least = Math.min(...known.map(minutesAWeek));
    return SERVICE_CLOCKS.flatMap((clock) =>
      targets[clock] > least * LONGEST_WEEKS ? [{ pointer: `/policies/${index}/targets/${clock}`, code: 'open-too-little' as const }] : [],
    );
  });

const checkMilestones = ({ milestones }: ClockRules): readonly FieldError[] =>
  milestones.flatMap(({ percent, to }, index) =>
    milestones.slice(0, index).some((one) => one.percent === percent && one.to === to)
      ? [{ pointer: `/milestones/${index}`, code: 'repeated' as const }]
      : [],
  );

const checkLaws = ({ laws }: ClockRules): readonly FieldError[] =>
  laws.flatMap((law, index) => (laws.indexOf(law) < index ? [{ pointer: `/laws/${index}`, code: 'repeated' as const }] : []));

const checkYears = ({ holidayYears }: ClockRules): readonly FieldError[] =>
  holidayYears.flatMap((list, index) => [
    ...(holidayYears.slice(0, index).some(({ region, year }) => region === list.region && year === list.year)
      ? [{ pointer: `/holidayYears/${index}/year`, code: 'repeated' as const }]
      : []),
    ...checkHolidayYear(list, `/holidayYears/${index}`),
  ]);

/** Everything that is wrong with rules of the right shape. Nothing is stored unless this is empty. */
export const checkRules = (rules: ClockRules): readonly FieldError[] => {
  const calendars = Object.entries(rules.calendars).flatMap(([id, calendar]) => checkCalendar(calendar, `/calendars/${id}`));
  return [
    ...REGIONS.flatMap((region) =>
      Object.hasOwn(rules.calendars, standardCalendar(region))
        ? []
        : [{ pointer: `/calendars/${standardCalendar(region)}`, code: 'required' as const }],
    ),
    ...calendars,
    ...checkPolicies(rules),
    ...(calendars.length > 0 ? [] : checkTargets(rules)),
    ...checkMilestones(rules),
    ...checkLaws(rules),
    ...checkYears(rules),
  ];
};

/** Rules made ready for counting. */
export interface ReadyRules {
  statutory(region: Region): StatutoryDays;
  /** Open time of a calendar by its id. Undefined when there is none. */
  openTime(calendar: string): OpenTime | undefined;
}

const ready = new WeakMap<ClockRules, ReadyRules>();

const once = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
};

/** Makes rules ready for counting, once for each object: what was worked out stays as long as the rules. */
export const readyRules = (rules: ClockRules): ReadyRules => {
  const known = ready.get(rules);
  if (known) return known;
  const statutory = once((region: Region) =>
    statutoryDays(
      region,
      rules.holidayYears.filter((year) => year.region === region),
    ),
  );
  const made: ReadyRules = {
    statutory,
    openTime: once((id: string) => {
      const calendar = Object.hasOwn(rules.calendars, id) ? rules.calendars[id] : undefined;
      return calendar && openTime(calendar, calendar.region && statutory(calendar.region));
    }),
  };
  ready.set(rules, made);
  return made;
};
