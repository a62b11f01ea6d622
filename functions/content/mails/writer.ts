import type { Clocks } from '../../domain/case/clocks.ts';
import { timersOf, type MailKind, type TimerPurpose } from '../../domain/case/consequences.ts';
import type { Case, CaseEvent, Locale } from '../../domain/case/model.ts';
import { plus, type Instant } from '../../domain/kernel/time.ts';
import type { Money } from '../../domain/kernel/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { common, type CommonKey } from '../common/index.ts';
import { formatDateTime, formatMoment, formatMoney } from '../format.ts';
import type { Translate } from '../translator.ts';
import { customerZone } from '../zone.ts';
import type { Block, Button, Fact } from './letter.ts';
import { mailTexts, type MailKey } from './texts.ts';

/** What a mail is written from. */
export interface MailInput {
  readonly kind: MailKind;
  /** The case as it stood at the version that the mail was ordered for. */
  readonly state: Case;
  /** The event of that version. */
  readonly event: CaseEvent;
  /** The clocks as they stood when the event happened. */
  readonly clocks: Clocks;
  readonly policy: Pick<Policy, 'customerWait' | 'survey' | 'reopenWindowSeconds' | 'rejectionsBeforeReview'>;
  /** Signed, absolute links. The last two are needed by surveys only. */
  readonly links: { readonly tracking: string; readonly survey?: string | undefined; readonly unsubscribe?: string | undefined };
  /** Start page of the site. */
  readonly siteUrl: string;
  /** IANA zone in which times are written; the customer's when missing. */
  readonly timeZone?: string | undefined;
}

/** What the writers of the single mails have at hand: the input, and its words and figures in the customer's language. */
export interface Writer extends MailInput {
  readonly locale: Locale;
  readonly t: Translate<MailKey>;
  readonly words: Translate<CommonKey>;
  /** Day and time, for sentences. */
  readonly moment: (at: Instant) => string;
  /** The same with the zone. */
  readonly fullMoment: (at: Instant) => string;
  readonly money: (money: Money) => string;
  readonly paragraph: (key: MailKey, values?: Readonly<Record<string, string>>) => Block;
  /** A fact; nothing when there is no value. */
  readonly fact: (key: MailKey, value: string | undefined) => readonly Fact[];
  /** A fact that is a time, with its zone. */
  readonly when: (key: MailKey, at: Instant | undefined) => readonly Fact[];
  readonly toCase: (key: MailKey) => Button;
}

/** Gives the writer of one mail. */
export const writerOf = (input: MailInput): Writer => {
  const { locale } = input.state.opening.customer;
  const zone = input.timeZone ?? customerZone(input.state);
  const t = mailTexts(locale);
  const fact = (key: MailKey, value: string | undefined): readonly Fact[] => (value ? [{ label: t(key), value }] : []);
  const fullMoment = (at: Instant): string => formatDateTime(at, locale, zone);
  return {
    ...input,
    locale,
    t,
    words: common(locale),
    moment: (at) => formatMoment(at, locale, zone),
    fullMoment,
    money: (money) => formatMoney(money, locale),
    paragraph: (key, values) => ({ type: 'paragraph', text: t(key, values) }),
    fact,
    when: (key, at) => fact(key, at && fullMoment(at)),
    toCase: (key) => ({ label: t(key), url: input.links.tracking }),
  };
};

/** When a timer of the position where the case stands is due; undefined when it has none such. */
export const timerAt = ({ state, policy }: MailInput, purpose: TimerPurpose): Instant | undefined =>
  timersOf(state, policy).find((timer) => timer.purpose === purpose)?.at;

/** Until when a case that closes at `closedAt` can be opened again. */
export const reopenUntil = (closedAt: Instant, { policy }: MailInput): Instant => plus(closedAt, policy.reopenWindowSeconds * 1000);

/** The event, as the one type that this kind of mail is written from. Throws when it is another: then the order is wrong. */
export const eventOf = <Type extends CaseEvent['type']>(
  { kind, event }: Pick<MailInput, 'kind' | 'event'>,
  type: Type,
): Extract<CaseEvent, { readonly type: Type }> => {
  if (!isOf(event, type)) throw new Error(`mail ${kind} cannot be written from an event ${event.type}`);
  return event;
};

const isOf = <Type extends CaseEvent['type']>(event: CaseEvent, type: Type): event is Extract<CaseEvent, { readonly type: Type }> =>
  event.type === type;

/** A value that this kind of mail cannot do without. Throws when it is missing: then the order is wrong. */
export const needed = <Value>(value: Value | undefined, what: string, { kind }: Pick<MailInput, 'kind'>): Value => {
  if (value === undefined) throw new Error(`mail ${kind} lacks ${what}`);
  return value;
};
