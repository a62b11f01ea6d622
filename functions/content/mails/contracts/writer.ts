import type { Touchpoint } from '../../../domain/care/rules.ts';
import type { CareSetting } from '../../../domain/care/setting.ts';
import type { Locale } from '../../../domain/case/model.ts';
import type { Cared, Contract, TakenStep } from '../../../domain/contract/model.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import type { CalendarDate } from '../../../domain/kernel/time.ts';
import { common, type CommonKey } from '../../common/index.ts';
import { formatDate, formatDay, formatMoney } from '../../format.ts';
import type { Translate, Values } from '../../translator.ts';
import type { Block, Fact } from '../letter.ts';
import { oneLine } from '../plain.ts';
import { mailTexts, type MailKey } from '../texts.ts';
import { contractTexts, type ContractMailKey } from './texts.ts';

/** What a mail about a contract is written from. */
export interface ContractMailInput {
  /** The contract as it stands when the mail goes out. */
  readonly state: Contract;
  /** What ordered the mail, and the step of it that it belongs to. */
  readonly cared: Cared;
  readonly step: TakenStep;
  /** By the version of the care rules that ordered it. */
  readonly setting: CareSetting;
  /** The customer's date when the mail goes out. */
  readonly today: CalendarDate;
  /** Name of whoever looks after the contract; the team stands in where it is missing. */
  readonly ownerName?: string | undefined;
  /** Signed, absolute link to take consent back; marketing needs it. */
  readonly withdrawal?: string | undefined;
  /** Start page of the site. */
  readonly siteUrl: string;
}

/** What the writers of the single mails have at hand: the input, and its words and figures in the customer's language. */
export interface Writer extends ContractMailInput {
  readonly locale: Locale;
  readonly t: Translate<ContractMailKey>;
  /** Words that mails about cases have too. */
  readonly shared: Translate<MailKey>;
  readonly words: Translate<CommonKey>;
  /** The owner's name on one line. */
  readonly owner: string | undefined;
  /** A date for sentences. */
  readonly date: (day: CalendarDate) => string;
  readonly money: (money: Money) => string;
  readonly paragraph: (key: ContractMailKey, values?: Values) => Block;
  /** A fact; nothing when there is no value. */
  readonly fact: (key: ContractMailKey, value: string | undefined) => readonly Fact[];
  /** A fact that is a date, with its weekday. */
  readonly when: (key: ContractMailKey, day: CalendarDate | undefined) => readonly Fact[];
}

/** The language that a customer reads: that of the customer's region where none is known. */
export const localeOf = ({ terms: { customer } }: Contract): Locale => customer.locale ?? (customer.region === 'TW' ? 'zh-TW' : 'zh-CN');

/** Chinese text keeps a space to Latin letters, and none to Chinese ones: names may be either. */
const spaced = (text: string, name: string): string => {
  const [before, after] = [/\p{Script=Han}$/u, /^\p{Script=Han}/u];
  return text
    .split(name)
    .map((part, at, parts) => {
      const left = at > 0 && after.test(part) && !before.test(name) ? ' ' : '';
      const right = at < parts.length - 1 && before.test(part) && !after.test(name) ? ' ' : '';
      return `${left}${part}${right}`;
    })
    .join(name);
};

/** Gives the writer of one mail. */
export const writerOf = (input: ContractMailInput): Writer => {
  const locale = localeOf(input.state);
  const texts = contractTexts(locale);
  const owner = input.ownerName === undefined ? undefined : oneLine(input.ownerName) || undefined;
  const t: Translate<ContractMailKey> = (key, values) => {
    const text = texts(key, values);
    return owner === undefined || locale === 'en' ? text : spaced(text, owner);
  };
  const fact = (key: ContractMailKey, value: string | undefined): readonly Fact[] => (value ? [{ label: t(key), value }] : []);
  return {
    ...input,
    locale,
    t,
    shared: mailTexts(locale),
    words: common(locale),
    owner,
    date: (day) => formatDate(`${day}T00:00:00.000Z`, locale, 'UTC'),
    money: (money) => formatMoney(money, locale),
    paragraph: (key, values) => ({ type: 'paragraph', text: t(key, { contract: input.state.contractId, ...values }) }),
    fact,
    when: (key, day) => fact(key, day && formatDay(day, locale)),
  };
};

/** A value that this kind of mail cannot do without. Throws when it is missing: then the order is wrong. */
export const needed = <Value>(value: Value | undefined, what: string, { step }: Pick<ContractMailInput, 'step'>): Value => {
  if (value === undefined) throw new Error(`mail ${step.kind} lacks ${what}`);
  return value;
};

/** The touchpoint that a step belongs to, as its rules have it. */
export const touchpointOf = (input: Pick<ContractMailInput, 'step' | 'setting'>): Touchpoint =>
  needed(
    input.setting.plan.touchpoints.find(({ id }) => id === input.step.touchpoint?.id),
    'its touchpoint',
    input,
  );
