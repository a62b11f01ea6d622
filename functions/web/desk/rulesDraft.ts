import { CATEGORIES, KINDS, PRIORITIES } from '../../domain/case/model.ts';
import { LEGAL_CLOCKS, type LegalClockName } from '../../domain/clocks/legalRules.ts';
import { REGIONS, type Region } from '../../domain/clocks/regions/holidayYear.ts';
import {
  SERVICE_CLOCKS,
  type ClockRules,
  type PolicyCondition,
  type Recipient,
  type ServiceClockName,
  type SlaPolicy,
} from '../../domain/clocks/rules.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { calendarDraft, calendarMistakes, calendarOf, calendarPointer, type CalendarDraft } from './calendarDraft.ts';

/** Conditions that are chosen from a list, with what can be chosen. */
export const LISTED_CONDITIONS = { kinds: KINDS, priorities: PRIORITIES, categories: CATEGORIES, regions: REGIONS } as const;
export type ListedCondition = keyof typeof LISTED_CONDITIONS;

/** Conditions that are typed, several with commas between. */
export const TYPED_CONDITIONS = ['segments', 'products', 'contracts'] as const;
export type TypedCondition = (typeof TYPED_CONDITIONS)[number];

/** A target as it is typed. */
export interface TargetDraft {
  readonly hours: string;
  readonly minutes: string;
}

/** A policy while it is edited. */
export interface PolicyDraft {
  /** Tells the cards apart while they move; never sent. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly listed: Readonly<Record<ListedCondition, readonly string[]>>;
  readonly typed: Readonly<Record<TypedCondition, string>>;
  /** Empty: the standard calendar of the case's region. */
  readonly calendar: string;
  readonly targets: Readonly<Record<ServiceClockName, TargetDraft>>;
}

/** A milestone while it is edited. */
export interface MilestoneDraft {
  readonly percent: string;
  readonly to: Recipient;
}

/** The rules while they are edited. Statutory years are entered by their notice, so they stay as they are. */
export interface RulesDraft {
  readonly region: Region;
  readonly calendars: readonly { readonly key: string; readonly id: string; readonly calendar: CalendarDraft }[];
  readonly policies: readonly PolicyDraft[];
  readonly milestones: readonly MilestoneDraft[];
  readonly laws: ClockRules['laws'];
  readonly holidayYears: ClockRules['holidayYears'];
}

/** Hours and minutes of a target. */
export const targetDraft = (minutes: number): TargetDraft => ({
  hours: minutes >= 60 ? String(Math.floor(minutes / 60)) : '',
  minutes: minutes % 60 > 0 || minutes < 60 ? String(minutes % 60) : '',
});

/** Minutes of a target; NaN when it is no number. An empty part counts as nothing, an empty target as 0, which the API refuses. */
export const targetMinutes = ({ hours, minutes }: TargetDraft): number => Number(hours.trim() || 0) * 60 + Number(minutes.trim() || 0);

const eachClock = <Value>(of: (name: ServiceClockName) => Value): Readonly<Record<ServiceClockName, Value>> => ({
  firstResponse: of('firstResponse'),
  nextResponse: of('nextResponse'),
  resolution: of('resolution'),
});

const policyDraft = ({ id, name, when, calendar = '', targets }: SlaPolicy): PolicyDraft => ({
  key: id,
  id,
  name,
  listed: { kinds: when.kinds ?? [], priorities: when.priorities ?? [], categories: when.categories ?? [], regions: when.regions ?? [] },
  typed: {
    segments: (when.segments ?? []).join(', '),
    products: (when.products ?? []).join(', '),
    contracts: (when.contracts ?? []).join(', '),
  },
  calendar,
  targets: eachClock((clock) => targetDraft(targets[clock])),
});

/** Rules made ready for editing. */
export const rulesDraft = (rules: ClockRules): RulesDraft => ({
  region: rules.region,
  calendars: Object.entries(rules.calendars).map(([id, calendar]) => ({ key: id, id, calendar: calendarDraft(calendar) })),
  policies: rules.policies.map(policyDraft),
  milestones: rules.milestones.map(({ percent, to }) => ({ percent: String(percent), to })),
  laws: rules.laws,
  holidayYears: rules.holidayYears,
});

/** Laws with one of them ticked or not, in the order in which they are listed: the same choice is the same content. */
export const withLaw = (laws: ClockRules['laws'], law: LegalClockName, binds: boolean): ClockRules['laws'] =>
  LEGAL_CLOCKS.filter((one) => (one === law ? binds : laws.includes(one)));

/** An id that none of `taken` has: `policy-2`. */
export const freeId = (stem: string, taken: readonly string[]): string => {
  let number = 1;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
};

/** A policy that is for nobody in particular yet, with a day and a week. */
export const newPolicy = (taken: readonly string[]): PolicyDraft => {
  const id = freeId('policy', taken);
  const none: PolicyDraft['listed'] = { kinds: [], priorities: [], categories: [], regions: [] };
  const typed: PolicyDraft['typed'] = { segments: '', products: '', contracts: '' };
  const day = targetDraft(8 * 60);
  return {
    key: id,
    id,
    name: '',
    listed: none,
    typed,
    calendar: '',
    targets: { firstResponse: day, nextResponse: day, resolution: targetDraft(40 * 60) },
  };
};

/** Words with commas between, of any script. */
export const readWords = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,，、;；\n]/u)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

const chosen = <Value extends string>(all: readonly Value[], some: readonly string[]): readonly Value[] | undefined => {
  const values = all.filter((value) => some.includes(value));
  return values.length > 0 ? values : undefined;
};

const words = (text: string): readonly string[] | undefined => {
  const found = readWords(text);
  return found.length > 0 ? found : undefined;
};

/** What a policy is for; lists without an entry are left out. */
export const conditionOf = ({ listed, typed }: Pick<PolicyDraft, 'listed' | 'typed'>): PolicyCondition => {
  const condition: PolicyCondition = {
    kinds: chosen(KINDS, listed.kinds),
    priorities: chosen(PRIORITIES, listed.priorities),
    categories: chosen(CATEGORIES, listed.categories),
    regions: chosen(REGIONS, listed.regions),
    segments: words(typed.segments),
    products: words(typed.products),
    contracts: words(typed.contracts),
  };
  return Object.fromEntries(Object.entries(condition).filter(([, list]) => list !== undefined));
};

/** True for a policy that takes every case. */
export const takesAll = (when: PolicyCondition): boolean => Object.values(when).every((list) => list === undefined);

/** The rules that a draft means. */
export const rulesOf = ({ region, calendars, policies, milestones, laws, holidayYears }: RulesDraft): ClockRules => ({
  region,
  calendars: Object.fromEntries(calendars.map(({ id, calendar }) => [id.trim(), calendarOf(calendar)])),
  policies: policies.map((policy) => ({
    id: policy.id,
    name: policy.name.trim(),
    when: conditionOf(policy),
    ...(policy.calendar && { calendar: policy.calendar }),
    targets: eachClock((clock) => targetMinutes(policy.targets[clock])),
  })),
  milestones: milestones.map(({ percent, to }) => ({ percent: Number(percent.trim() || NaN), to })),
  laws,
  holidayYears,
});

/** What cannot be sent because it cannot be read; pointers as the API gives them. */
export const rulesMistakes = ({ calendars, policies, milestones }: RulesDraft): readonly FieldError[] => [
  ...calendars.flatMap(({ id, calendar }, index): readonly FieldError[] => [
    ...(id.trim() === '' ? [{ pointer: calendarPointer(id), code: 'required' as const }] : []),
    ...(calendars.findIndex((other) => other.id.trim() === id.trim()) < index
      ? [{ pointer: calendarPointer(id), code: 'repeated' as const }]
      : []),
    ...calendarMistakes(calendar, calendarPointer(id)),
  ]),
  ...policies.flatMap(({ name, targets }, index): readonly FieldError[] => [
    ...(name.trim() === '' ? [{ pointer: `/rules/policies/${index}/name`, code: 'required' as const }] : []),
    ...SERVICE_CLOCKS.filter((clock) => !Number.isInteger(targetMinutes(targets[clock]))).map((clock) => ({
      pointer: `/rules/policies/${index}/targets/${clock}`,
      code: 'type' as const,
    })),
  ]),
  ...milestones.flatMap(({ percent }, index): readonly FieldError[] =>
    /^\d+$/.test(percent.trim()) ? [] : [{ pointer: `/rules/milestones/${index}/percent`, code: 'type' }],
  ),
];

/** A list with the entry at `index` moved by `step`; the same list when it would leave it. */
export const moved = <Item>(list: readonly Item[], index: number, step: 1 | -1): readonly Item[] => {
  const [item, other] = [list[index], list[index + step]];
  return item === undefined || other === undefined ? list : list.with(index, other).with(index + step, item);
};

/** Parts of the rules, as they are shown. */
export const RULE_PARTS = ['region', 'policies', 'calendars', 'milestones', 'laws', 'holidayYears'] as const;
export type RulePart = (typeof RULE_PARTS)[number];

/** JSON with the keys of objects in order, so that equal content is equal text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What differs between two versions: told to somebody whose draft is older. */
export const changedParts = (before: ClockRules, after: ClockRules): readonly RulePart[] =>
  RULE_PARTS.filter((part) => canonical(before[part]) !== canonical(after[part]));

/** My draft over rules that somebody else saved meanwhile. */
export interface Merged {
  readonly draft: RulesDraft;
  /** Parts that only they changed: theirs are in the draft now. */
  readonly theirs: readonly RulePart[];
  /** Parts that both changed: mine stay in the draft. */
  readonly both: readonly RulePart[];
}

/** Puts what I changed since `base` over what counts now, part by part: nothing that I typed is lost, and nothing of theirs that I did not touch. */
export const merged = (base: ClockRules, mine: RulesDraft, now: ClockRules): Merged => {
  const own = changedParts(base, rulesOf(mine));
  const others = changedParts(base, now);
  const theirs = others.filter((part) => !own.includes(part));
  const fresh = rulesDraft(now);
  const take = <Part extends RulePart>(part: Part): RulesDraft[Part] => (own.includes(part) ? mine[part] : fresh[part]);
  return {
    draft: {
      region: take('region'),
      policies: take('policies'),
      calendars: take('calendars'),
      milestones: take('milestones'),
      laws: take('laws'),
      holidayYears: take('holidayYears'),
    },
    theirs,
    both: others.filter((part) => own.includes(part)),
  };
};

/** Statutory years with one of them entered or replaced. */
export const withHolidayYear = (years: ClockRules['holidayYears'], year: ClockRules['holidayYears'][number]): ClockRules['holidayYears'] =>
  [...years.filter((one) => one.region !== year.region || one.year !== year.year), year].sort(
    (a, b) => a.region.localeCompare(b.region) || a.year - b.year,
  );
