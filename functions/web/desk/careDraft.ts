import type {
  CareRules,
  Festival,
  LapseRule,
  Occasion,
  Purpose,
  RenewalRule,
  ServicePlan,
  Texts,
  Touchpoint,
} from '../../domain/care/rules.ts';
import { canonical } from '../../domain/kernel/canonical.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { freeId, readWords } from './rulesDraft.ts';

/** Figures of the lapse of a contract, in the order in which they come. */
export const LAPSE_FIGURES = [
  'graceDaysAfterDemand',
  'graceDays',
  'confirmationMonths',
  'reinstatementMonths',
] as const satisfies readonly (keyof LapseRule)[];
export type LapseFigure = (typeof LAPSE_FIGURES)[number];

/** When a touchpoint comes, while it is edited: what was typed for one kind is kept while another is tried. */
export interface OccasionDraft {
  readonly kind: Occasion['kind'];
  readonly months: string;
  readonly festival: Festival;
  /** Months of the year. */
  readonly calendar: readonly string[];
  readonly day: string;
  readonly on: string;
}

/** A touchpoint while it is edited. */
export interface TouchpointDraft {
  readonly id: string;
  readonly name: Texts;
  readonly when: OccasionDraft;
  readonly purpose: Purpose;
  readonly hasTask: boolean;
  readonly days: string;
  readonly hasMail: boolean;
  readonly subject: Texts;
  readonly text: Texts;
  readonly active: boolean;
}

/** A plan while it is edited. */
export interface PlanDraft {
  readonly id: string;
  readonly name: string;
  /** Words with commas between; empty for all products. */
  readonly products: string;
  readonly remindDaysBefore: string;
  readonly deliveredAtLeast: string;
  readonly lapse: Readonly<Record<LapseFigure, string>>;
  readonly touchpoints: readonly TouchpointDraft[];
}

/** The care rules while they are edited. */
export interface CareDraft {
  readonly plans: readonly PlanDraft[];
  readonly quiet: CareRules['quiet'];
}

const NO_TEXTS: Texts = { 'zh-CN': '', 'zh-TW': '', en: '' };

/** What a kind of occasion begins with. */
const OCCASION: OccasionDraft = { kind: 'after', months: '1', festival: 'lunar-new-year', calendar: [], day: '1', on: '' };

const occasionDraft = (when: Occasion): OccasionDraft => {
  switch (when.kind) {
    case 'after':
    case 'every':
      return { ...OCCASION, kind: when.kind, months: String(when.months) };
    case 'festival':
      return { ...OCCASION, kind: when.kind, festival: when.festival };
    case 'calendar':
      return { ...OCCASION, kind: when.kind, calendar: when.months.map(String), day: String(when.day) };
    case 'date':
      return { ...OCCASION, kind: when.kind, on: when.on };
    default:
      return { ...OCCASION, kind: when.kind };
  }
};

const touchpointDraft = ({ id, name, when, purpose, task, mail, active }: Touchpoint): TouchpointDraft => ({
  id,
  name,
  when: occasionDraft(when),
  purpose,
  hasTask: task !== undefined,
  days: String(task?.days ?? 14),
  hasMail: mail !== undefined,
  subject: mail?.subject ?? NO_TEXTS,
  text: mail?.text ?? NO_TEXTS,
  active,
});

const lapseOf = <Value>(of: (figure: LapseFigure) => Value): Readonly<Record<LapseFigure, Value>> => ({
  graceDaysAfterDemand: of('graceDaysAfterDemand'),
  graceDays: of('graceDays'),
  confirmationMonths: of('confirmationMonths'),
  reinstatementMonths: of('reinstatementMonths'),
});

const planDraft = ({ id, name, products = [], renewal, lapse, touchpoints }: ServicePlan): PlanDraft => ({
  id,
  name,
  products: products.join(', '),
  remindDaysBefore: renewal.remindDaysBefore.join(', '),
  deliveredAtLeast: String(renewal.deliveredAtLeast),
  lapse: lapseOf((figure) => String(lapse[figure])),
  touchpoints: touchpoints.map(touchpointDraft),
});

/** Care rules made ready for editing. */
export const careDraft = ({ plans, quiet }: CareRules): CareDraft => ({ plans: plans.map(planDraft), quiet });

/** A number as it is typed, also with full-width digits; NaN when it is none. */
const numberOf = (text: string): number => {
  const digits = text.normalize('NFKC').trim();
  return /^\d+$/.test(digits) ? Number(digits) : NaN;
};

const trimmed = (texts: Texts): Texts => ({ 'zh-CN': texts['zh-CN'].trim(), 'zh-TW': texts['zh-TW'].trim(), en: texts.en.trim() });

/** The occasion that a draft means. */
export const occasionOf = ({ kind, months, festival, calendar, day, on }: OccasionDraft): Occasion => {
  switch (kind) {
    case 'after':
    case 'every':
      return { kind, months: numberOf(months) };
    case 'festival':
      return { kind, festival };
    case 'calendar':
      return { kind, months: calendar.map(Number).sort((a, b) => a - b), day: numberOf(day) };
    case 'date':
      return { kind, on: on.trim() };
    default:
      return { kind };
  }
};

/** The touchpoint that a draft means. */
export const touchpointOf = (draft: TouchpointDraft): Touchpoint => ({
  id: draft.id,
  name: trimmed(draft.name),
  when: occasionOf(draft.when),
  purpose: draft.purpose,
  ...(draft.hasTask && { task: { days: numberOf(draft.days) } }),
  ...(draft.hasMail && { mail: { subject: trimmed(draft.subject), text: trimmed(draft.text) } }),
  active: draft.active,
});

const renewalOf = ({ remindDaysBefore, deliveredAtLeast }: PlanDraft): RenewalRule => ({
  remindDaysBefore: remindDaysBefore
    .normalize('NFKC')
    .split(/[\s,、;/]+/u)
    .filter(Boolean)
    .map(numberOf),
  deliveredAtLeast: numberOf(deliveredAtLeast),
});

const planOf = (draft: PlanDraft): ServicePlan => {
  const products = readWords(draft.products);
  return {
    id: draft.id,
    name: draft.name.trim(),
    ...(products.length > 0 && { products }),
    renewal: renewalOf(draft),
    lapse: lapseOf((figure) => numberOf(draft.lapse[figure])),
    touchpoints: draft.touchpoints.map(touchpointOf),
  };
};

/** The care rules that a draft means. */
export const careRulesOf = ({ plans, quiet }: CareDraft): CareRules => ({
  plans: plans.map(planOf),
  quiet: { from: quiet.from.trim(), to: quiet.to.trim() },
});

const noNumber = (text: string, pointer: string): readonly FieldError[] =>
  Number.isNaN(numberOf(text)) ? [{ pointer, code: text.trim() === '' ? 'required' : 'type' }] : [];

const touchpointMistakes = ({ when, hasTask, days }: TouchpointDraft, pointer: string): readonly FieldError[] => [
  ...(when.kind === 'after' || when.kind === 'every' ? noNumber(when.months, `${pointer}/when/months`) : []),
  ...(when.kind === 'calendar' ? noNumber(when.day, `${pointer}/when/day`) : []),
  ...(hasTask ? noNumber(days, `${pointer}/task/days`) : []),
];

/** What cannot be sent because it cannot be read; pointers as the API gives them. */
export const careMistakes = ({ plans }: CareDraft): readonly FieldError[] =>
  plans.flatMap((plan, index): readonly FieldError[] => {
    const pointer = `/rules/plans/${index}`;
    return [
      ...(renewalOf(plan).remindDaysBefore.some(Number.isNaN)
        ? [{ pointer: `${pointer}/renewal/remindDaysBefore`, code: 'type' as const }]
        : []),
      ...noNumber(plan.deliveredAtLeast, `${pointer}/renewal/deliveredAtLeast`),
      ...LAPSE_FIGURES.flatMap((figure) => noNumber(plan.lapse[figure], `${pointer}/lapse/${figure}`)),
      ...plan.touchpoints.flatMap((point, n) => touchpointMistakes(point, `${pointer}/touchpoints/${n}`)),
    ];
  });

/** An id that no touchpoint ever had: what was done is remembered by it, even of touchpoints that are gone. */
const freshId = (): string => `t-${crypto.randomUUID().slice(0, 8)}`;

/** A touchpoint that does nothing yet. */
export const newTouchpoint = (): TouchpointDraft => ({
  id: freshId(),
  name: NO_TEXTS,
  when: OCCASION,
  purpose: 'service',
  hasTask: true,
  days: '14',
  hasMail: false,
  subject: NO_TEXTS,
  text: NO_TEXTS,
  active: true,
});

/** The same as another touchpoint, under an id of its own and switched off: the next edition of the news, for example. */
export const copiedTouchpoint = (point: TouchpointDraft): TouchpointDraft => ({ ...point, id: freshId(), active: false });

/** A plan like another one, for products that are still to be named. */
export const copiedPlan = (plan: PlanDraft, taken: readonly string[]): PlanDraft => ({
  ...plan,
  id: freeId('plan', taken),
  name: '',
  products: '',
});

/** Parts of the care rules that differ: the quiet hours, the order of the plans, and plans by id. */
export interface CareChanges {
  readonly quiet: boolean;
  readonly order: boolean;
  readonly plans: readonly string[];
}

const differ = (a: unknown, b: unknown): boolean => canonical(a ?? null) !== canonical(b ?? null);

const idsOf = ({ plans }: CareRules): readonly string[] => plans.map(({ id }) => id);

/** What differs between two versions. */
export const careChanges = (before: CareRules, after: CareRules): CareChanges => {
  const ids = [...new Set([...idsOf(before), ...idsOf(after)])];
  const [kept, left] = [idsOf(before).filter((id) => idsOf(after).includes(id)), idsOf(after).filter((id) => idsOf(before).includes(id))];
  const planIn = ({ plans }: CareRules, id: string): ServicePlan | undefined => plans.find((plan) => plan.id === id);
  return {
    quiet: differ(before.quiet, after.quiet),
    order: differ(kept, left),
    plans: ids.filter((id) => differ(planIn(before, id), planIn(after, id))),
  };
};

/** My draft over care rules that somebody else saved meanwhile. */
export interface MergedCare {
  readonly draft: CareDraft;
  /** Only they changed these: theirs are in the draft now. */
  readonly theirs: CareChanges;
  /** Both changed these: mine stay in the draft. */
  readonly both: CareChanges;
}

const split = (others: CareChanges, own: CareChanges, isOwn: boolean): CareChanges => ({
  quiet: others.quiet && own.quiet === isOwn,
  order: others.order && own.order === isOwn,
  plans: others.plans.filter((id) => own.plans.includes(id) === isOwn),
});

/** Puts what I changed since `base` over what counts now, plan by plan: nothing that I typed is lost, and nothing of theirs that I did not touch. */
export const mergedCare = (base: CareRules, mine: CareDraft, now: CareRules): MergedCare => {
  const own = careChanges(base, careRulesOf(mine));
  const others = careChanges(base, now);
  const fresh = careDraft(now);
  const choose = (id: string): PlanDraft | undefined => (own.plans.includes(id) ? mine : fresh).plans.find((plan) => plan.id === id);
  const [first, second] = own.order ? [mine, fresh] : [fresh, mine];
  const ids = inOrder(
    first.plans.map(({ id }) => id),
    second.plans.map(({ id }) => id),
  );
  return {
    draft: { plans: ids.flatMap((id) => choose(id) ?? []), quiet: own.quiet ? mine.quiet : fresh.quiet },
    theirs: split(others, own, false),
    both: split(others, own, true),
  };
};

/** Ids of one list, and those that only another has, each before the one that it stands before there: what takes all stays last. */
const inOrder = (ids: readonly string[], others: readonly string[]): readonly string[] =>
  others.reduceRight<readonly string[]>((all, id, index) => {
    if (all.includes(id)) return all;
    const before = all.indexOf(others[index + 1] ?? '');
    return before < 0 ? [...all, id] : all.toSpliced(before, 0, id);
  }, ids);
