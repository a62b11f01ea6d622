import { LOCALES, type Locale } from '../case/model.ts';
import { minutesOf } from '../clocks/calendar.ts';
import type { Book } from '../kernel/book.ts';
import type { FieldError } from '../kernel/fieldError.ts';
import type { CalendarDate } from '../kernel/time.ts';

/** What a message is for: service goes to every customer, marketing only to those who agreed to it (rules.md 4, F63). */
export const PURPOSES = ['service', 'marketing'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The same words in every language that customers read. */
export type Texts = Readonly<Record<Locale, string>>;

export const FESTIVALS = ['new-year', 'lunar-new-year', 'dragon-boat', 'mid-autumn'] as const;
export type Festival = (typeof FESTIVALS)[number];

/** The days on which a touchpoint comes. Months are natural months from the signing date, each counted from it (rules.md 2.3). */
export type Occasion =
  | { readonly kind: 'delivery' }
  | { readonly kind: 'after'; readonly months: number }
  | { readonly kind: 'every'; readonly months: number }
  | { readonly kind: 'birthday' }
  | { readonly kind: 'festival'; readonly festival: Festival }
  /** A day of some months of every year, from 1 to 12; the month's last day where it has no such day. */
  | { readonly kind: 'calendar'; readonly months: readonly number[]; readonly day: number }
  /** One edition of news, or one event. */
  | { readonly kind: 'date'; readonly on: CalendarDate };

/** One thing that is done for a customer without being asked: a visit, a mail, or both (F58, F62). */
export interface Touchpoint {
  /** What was done is remembered by it: a touchpoint whose days or words change under the same id is not repeated where it was done before. */
  readonly id: string;
  readonly name: Texts;
  readonly when: Occasion;
  readonly purpose: Purpose;
  /** A task for the owner, to be done within `days`. */
  readonly task?: { readonly days: number } | undefined;
  /** A mail. `PLACEHOLDERS` stand for what they say; an empty line begins a paragraph. The letter greets the customer and is signed: a text does neither. */
  readonly mail?: { readonly subject: Texts; readonly text: Texts } | undefined;
  /** One that is not active stays in the plan, and nothing comes of it. */
  readonly active: boolean;
}

/** How we remind before a premium is due (F59, X7). */
export interface RenewalRule {
  /** Days before the due date, the most first. */
  readonly remindDaysBefore: readonly number[];
  /** Reminders that must be delivered, on different days; when they can no longer be, somebody visits. */
  readonly deliveredAtLeast: number;
}

/** What follows when a premium stays unpaid (F61): in China, 保险法 articles 36 and 37. */
export interface LapseRule {
  /** Days after the demand was delivered in which a payment still keeps the cover. */
  readonly graceDaysAfterDemand: number;
  /** The same after the due date, where no demand was delivered. The earlier of the two counts. */
  readonly graceDays: number;
  /** Months in which the customer signs that cover is suspended. */
  readonly confirmationMonths: number;
  /** Months from the suspension in which a payment brings the cover back. */
  readonly reinstatementMonths: number;
}

/** What customers get over the life of a contract. */
export interface ServicePlan {
  readonly id: string;
  readonly name: string;
  /** Words that the product's name contains, upper and lower case being the same; a plan without them is for every product. */
  readonly products?: readonly string[] | undefined;
  readonly renewal: RenewalRule;
  readonly lapse: LapseRule;
  readonly touchpoints: readonly Touchpoint[];
}

/** Everything by which we care for contracts, as an admin edits it: one document, so that one version names it all. */
export interface CareRules {
  /** The first that fits a contract's product counts; the last fits all. */
  readonly plans: readonly ServicePlan[];
  /** Wall time in the customer's zone between which nothing is sent, `HH:MM`; `from` is after `to`: the night. */
  readonly quiet: { readonly from: string; readonly to: string };
}

/** One version of the care rules. */
export type CareBook = Book<CareRules>;

const isFor = ({ products }: ServicePlan, product: string): boolean =>
  !products || products.some((word) => product.toLowerCase().includes(word.toLowerCase()));

/** The plan for a product: the first that fits. Throws when none does, which `checkCareRules` rules out. */
export const planFor = ({ plans }: CareRules, product: string): ServicePlan => {
  const found = plans.find((plan) => isFor(plan, product));
  if (!found) throw new Error('no plan fits the product, not even a catch-all');
  return found;
};

/** What can stand for a word of the contract in the text of a mail. */
export const PLACEHOLDERS = ['{name}', '{product}', '{contract}', '{owner}'] as const;

/** Braces of any width: an input method for Chinese types wide ones. */
const BRACED = /[{｛][^{}｛｝\n]{0,40}[}｝]?|[}｝]/gu;

const isPlaceholder = (text: string): boolean => PLACEHOLDERS.some((one) => one === text);

const checkWords = (texts: Texts, pointer: string): readonly FieldError[] =>
  LOCALES.flatMap((locale) =>
    (texts[locale].match(BRACED) ?? [])
      .filter((braced) => !isPlaceholder(braced))
      .slice(0, 1)
      .map((about) => ({
        pointer: `${pointer}/${locale}`,
        code: 'placeholder' as const,
        values: { about, names: PLACEHOLDERS.join(' ') },
      })),
  );

/** Occasions that are there to greet somebody: that needs consent (rules.md 4). */
const GREETINGS: readonly Occasion['kind'][] = ['birthday', 'festival'];

const repeatedIn = (list: readonly unknown[], pointer: string): readonly FieldError[] =>
  list.flatMap((one, index) => (list.indexOf(one) < index ? [{ pointer: `${pointer}/${index}`, code: 'repeated' as const }] : []));

const checkTouchpoint = ({ when, purpose, task, mail }: Touchpoint, pointer: string): readonly FieldError[] => [
  ...(task || mail ? [] : [{ pointer, code: 'nothing-to-do' as const }]),
  ...(mail && purpose === 'service' && GREETINGS.includes(when.kind)
    ? [{ pointer: `${pointer}/purpose`, code: 'needs-consent' as const }]
    : []),
  ...(when.kind === 'calendar' ? repeatedIn(when.months, `${pointer}/when/months`) : []),
  ...(mail ? [...checkWords(mail.subject, `${pointer}/mail/subject`), ...checkWords(mail.text, `${pointer}/mail/text`)] : []),
];

const checkRenewal = ({ remindDaysBefore, deliveredAtLeast }: RenewalRule, pointer: string): readonly FieldError[] => [
  ...remindDaysBefore.flatMap((days, index) => {
    const before = remindDaysBefore[index - 1];
    return before !== undefined && days >= before ? [{ pointer: `${pointer}/remindDaysBefore/${index}`, code: 'not-later' as const }] : [];
  }),
  ...tooBig(deliveredAtLeast, remindDaysBefore.length, `${pointer}/deliveredAtLeast`),
];

const tooBig = (value: number, max: number, pointer: string): readonly FieldError[] =>
  value > max ? [{ pointer, code: 'too-big', values: { max } }] : [];

const checkLapse = (lapse: LapseRule, pointer: string): readonly FieldError[] => [
  ...tooBig(lapse.graceDaysAfterDemand, lapse.graceDays, `${pointer}/graceDaysAfterDemand`),
  ...tooBig(lapse.confirmationMonths, lapse.reinstatementMonths, `${pointer}/confirmationMonths`),
];

/** True when no product is left for a plan by those before it. */
const isTaken = ({ products }: ServicePlan, before: readonly ServicePlan[]): boolean =>
  products ? products.every((word) => before.some((plan) => isFor(plan, word))) : before.some((plan) => !plan.products);

const checkPlan = (plan: ServicePlan, index: number, plans: readonly ServicePlan[]): readonly FieldError[] => {
  const pointer = `/plans/${index}`;
  const { products = [], touchpoints } = plan;
  const before = plans.slice(0, index);
  const ids = touchpoints.map(({ id }) => id);
  return [
    ...(before.some(({ id }) => id === plan.id) ? [{ pointer: `${pointer}/id`, code: 'repeated' as const }] : []),
    ...repeatedIn(
      products.map((word) => word.toLowerCase()),
      `${pointer}/products`,
    ),
    ...(isTaken(plan, before) ? [{ pointer: `${pointer}/products`, code: 'never-reached' as const }] : []),
    ...checkRenewal(plan.renewal, `${pointer}/renewal`),
    ...checkLapse(plan.lapse, `${pointer}/lapse`),
    ...touchpoints.flatMap((point, n) => [
      ...(ids.indexOf(point.id) < n ? [{ pointer: `${pointer}/touchpoints/${n}/id`, code: 'repeated' as const }] : []),
      ...checkTouchpoint(point, `${pointer}/touchpoints/${n}`),
    ]),
  ];
};

/** Hours of every day in which customers can be written to, at the least: the sweep runs hourly, and mails take their time. */
const LEAST_DAY_HOURS = 4;

const checkQuiet = ({ from, to }: CareRules['quiet']): readonly FieldError[] => {
  const unreadable = Object.entries({ from, to }).filter(([, time]) => Number.isNaN(minutesOf(time)));
  if (unreadable.length > 0) return unreadable.map(([name]) => ({ pointer: `/quiet/${name}`, code: 'time' }));
  return minutesOf(from) - minutesOf(to) < LEAST_DAY_HOURS * 60
    ? [{ pointer: '/quiet/to', code: 'day-too-short', values: { hours: LEAST_DAY_HOURS } }]
    : [];
};

/** Everything that is wrong with care rules of the right shape. Nothing is stored unless this is empty. */
export const checkCareRules = ({ plans, quiet }: CareRules): readonly FieldError[] => [
  ...plans.flatMap(checkPlan),
  ...(plans.at(-1)?.products === undefined && plans.length > 0 ? [] : [{ pointer: '/plans', code: 'no-catch-all' as const }]),
  ...checkQuiet(quiet),
];
