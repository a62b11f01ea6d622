import type { Locale } from '../case/model.ts';
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
  /** One edition of news, or one event. */
  | { readonly kind: 'date'; readonly on: CalendarDate };

/** One thing that is done for a customer without being asked: a visit, a mail, or both (F58, F62). */
export interface Touchpoint {
  /** Never changes its meaning: what was done is remembered by it. */
  readonly id: string;
  readonly name: Texts;
  readonly when: Occasion;
  readonly purpose: Purpose;
  /** A task for the owner, to be done within `days`. */
  readonly task?: { readonly days: number } | undefined;
  /** A mail. `{name}`, `{product}`, `{contract}` and `{owner}` stand for what they say; an empty line begins a paragraph. */
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

/** Everything that is wrong with care rules of the right shape. Nothing is stored unless this is empty. */
export const checkCareRules = ({ plans }: CareRules): readonly FieldError[] =>
  plans.at(-1)?.products === undefined && plans.length > 0 ? [] : [{ pointer: '/plans', code: 'no-catch-all' }];
