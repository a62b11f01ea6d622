import type { ContractKey } from '../../content/desk/contracts/index.ts';
import type { Translate } from '../../content/translator.ts';
import { LOCALES } from '../../domain/case/model.ts';
import { PAYMENT_METHODS, PERIODS, type Terms } from '../../domain/contract/model.ts';
import { REGION_CHOICES } from './actionForms.ts';
import type { ContractAnswer } from './contractAnswers.ts';
import { MAX_LINE, type Choice, type Field, type Values, type Worded } from './fields.ts';

type Words = Translate<ContractKey>;

const said = (words: Words, key: ContractKey): Worded => ({ text: words(key) });

const MAX_NAME = 100;
const MAX_USER = 254;

/** A group of fields with its heading. */
export interface FieldGroup {
  readonly title: ContractKey;
  readonly fields: readonly Field[];
}

/** The fields of terms, in groups as they are shown; a new contract also takes its number. */
export const termGroups = (words: Words, isNew: boolean): readonly FieldGroup[] => {
  const field = (name: string, label: ContractKey, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
    name,
    label: said(words, label),
    kind,
    ...more,
  });
  const hint = (key: ContractKey): Pick<Field, 'hint'> => ({ hint: said(words, key) });
  const choice = (value: string, key: ContractKey): Choice => ({ value, word: said(words, key) });
  const customer = (name: string): Pick<Field, 'pointer'> => ({ pointer: `/customer/${name}` });
  return [
    {
      title: 'group.contract',
      fields: [
        ...(isNew ? [field('contractId', 'field.contractId', 'line', { required: true, max: 64, ...hint('hint.contractId') })] : []),
        field('product', 'field.product', 'line', { required: true, max: MAX_NAME }),
        field('owner', 'field.owner', 'staff', { required: true, max: MAX_USER }),
        field('amount', 'field.premium', 'amount', { required: true, pointer: '/premium/amount', ...hint('hint.amount') }),
        field('currency', 'field.currency', 'currency', { required: true, pointer: '/premium/currency' }),
        field('everyMonths', 'field.everyMonths', 'choice', {
          required: true,
          choices: PERIODS.map((period) => choice(String(period), `period.${period}`)),
        }),
        field('paymentMethod', 'field.paymentMethod', 'choice', {
          required: true,
          choices: PAYMENT_METHODS.map((method) => choice(method, `method.${method}`)),
        }),
      ],
    },
    {
      title: 'group.dates',
      fields: [
        field('signedOn', 'field.signedOn', 'date', { required: true, ...hint('hint.signedOn') }),
        field('nextDueOn', 'field.nextDueOn', 'date', { mayBeAhead: true, ...hint(isNew ? 'hint.nextDueOn' : 'hint.nextDueOnChange') }),
        field('deliveredOn', 'field.deliveredOn', 'date', { mayBeAhead: true }),
        field('endsOn', 'field.endsOn', 'date', { mayBeAhead: true }),
      ],
    },
    {
      title: 'group.customer',
      fields: [
        field('name', 'field.name', 'line', { required: true, max: MAX_NAME, ...customer('name') }),
        field('email', 'field.email', 'email', { max: 254, ...customer('email'), ...hint('hint.email') }),
        field('phone', 'field.phone', 'phone', { max: 40, ...customer('phone') }),
        field('locale', 'field.locale', 'choice', {
          none: said(words, 'none.locale'),
          choices: LOCALES.map((value) => ({ value, label: `locale.${value}` })),
          ...customer('locale'),
        }),
        field('region', 'field.region', 'choice', {
          none: said(words, 'none.region'),
          choices: REGION_CHOICES,
          ...customer('region'),
        }),
        field('timeZone', 'field.timeZone', 'line', { max: 64, ...customer('timeZone'), ...hint('hint.timeZone') }),
        field('birthday', 'field.birthday', 'date', customer('birthday')),
        field('marketing', 'field.consent', 'choice', {
          none: said(words, 'consent.unknown'),
          pointer: '/consent/marketing',
          choices: [choice('yes', 'consent.yes'), choice('no', 'consent.no')],
        }),
      ],
    },
  ];
};

/** What the form of a new contract starts with. */
export const newTermValues = (owner: string | undefined): Values => ({ owner: owner ?? '', currency: 'CNY' });

/** Terms as the form shows them. */
export const termValues = ({ customer, premium, everyMonths, consent, ...terms }: Terms): Values => ({
  product: terms.product,
  owner: terms.owner,
  amount: premium.amount,
  currency: premium.currency,
  everyMonths: String(everyMonths),
  paymentMethod: terms.paymentMethod,
  signedOn: terms.signedOn,
  nextDueOn: terms.nextDueOn ?? '',
  deliveredOn: terms.deliveredOn ?? '',
  endsOn: terms.endsOn ?? '',
  name: customer.name,
  email: customer.email ?? '',
  phone: customer.phone ?? '',
  locale: customer.locale ?? '',
  region: customer.region ?? '',
  timeZone: customer.timeZone ?? '',
  birthday: customer.birthday ?? '',
  marketing: consent ? (consent.marketing ? 'yes' : 'no') : '',
});

const filled = (values: Values, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.flatMap((name) => (values[name]?.trim() ? [[name, values[name].trim()]] : [])));

/** The body of `PUT /api/desk/contracts/{contractId}`; empty optional fields are left out. */
export const termsBody = (values: Values): Readonly<Record<string, unknown>> => ({
  customer: filled(values, ['name', 'email', 'phone', 'locale', 'region', 'timeZone', 'birthday']),
  ...filled(values, ['owner', 'product', 'signedOn', 'deliveredOn', 'paymentMethod', 'nextDueOn', 'endsOn']),
  premium: filled(values, ['amount', 'currency']),
  everyMonths: Number(values['everyMonths']),
  ...(values['marketing'] && { consent: { marketing: values['marketing'] === 'yes' } }),
});

/** A form brought up to terms that somebody else saved meanwhile. */
export interface MetTerms {
  readonly values: Values;
  /** Names of fields that both changed: what was typed here stays. */
  readonly both: readonly string[];
  /** True when something was taken over. */
  readonly taken: boolean;
}

const same = (a: string | undefined, b: string | undefined): boolean => (a ?? '').trim() === (b ?? '').trim();

/** Takes over what others changed where nothing was typed. `base` is what the form started from, `theirs` what is saved now. */
export const meetTerms = (base: Values, typed: Values, theirs: Values): MetTerms => {
  const changed = Object.keys(theirs).filter((name) => !same(base[name], theirs[name]) && !same(typed[name], theirs[name]));
  const both = changed.filter((name) => !same(typed[name], base[name]));
  const free = changed.filter((name) => !both.includes(name));
  return { values: { ...typed, ...Object.fromEntries(free.map((name) => [name, theirs[name] ?? ''])) }, both, taken: free.length > 0 };
};

const isFailed = (values: Values): boolean => values['status'] === 'failed';

interface PaymentSetting {
  readonly words: Words;
  readonly dayText: (date: string) => string;
}

/** The fields of a payment of this contract. */
export const paymentFields = (
  { dueDates, dueOn: oldest }: Pick<ContractAnswer, 'dueDates' | 'dueOn'>,
  { words, dayText }: PaymentSetting,
): readonly Field[] => {
  const word = (key: ContractKey): Worded => said(words, key);
  return [
    {
      name: 'status',
      label: word('field.status'),
      kind: 'choice',
      required: true,
      choices: [
        { value: 'succeeded', word: word('payment.succeeded') },
        { value: 'failed', word: word('payment.failed') },
      ],
    },
    {
      name: 'dueOn',
      label: word('field.dueOn'),
      kind: 'choice',
      none: oldest ? { text: words('none.oldest', { date: dayText(oldest) }) } : word('none.oldestUnknown'),
      choices: dueDates.filter(({ paid }) => !paid).map(({ dueOn }) => ({ value: dueOn, word: { text: dayText(dueOn) } })),
    },
    { name: 'amount', label: word('field.amount'), kind: 'amount', required: true, pointer: '/amount/amount' },
    { name: 'currency', label: word('field.currency'), kind: 'currency', required: true, pointer: '/amount/currency' },
    { name: 'paidOn', label: word('field.paidOn'), kind: 'date', required: true, when: (values) => !isFailed(values) },
    { name: 'paidOn', label: word('field.triedOn'), kind: 'date', required: true, when: isFailed },
    { name: 'reference', label: word('field.reference'), hint: word('hint.reference'), kind: 'line', required: true, max: MAX_NAME },
    { name: 'reason', label: word('field.reason'), kind: 'line', max: MAX_LINE, when: isFailed },
    { name: 'nextAttemptOn', label: word('field.nextAttemptOn'), kind: 'date', mayBeAhead: true, when: isFailed },
  ];
};

/** What the form of a payment starts with: the premium, paid today. */
export const paymentStart = ({ premium }: Pick<ContractAnswer, 'premium'>, today: string): Values => ({
  status: 'succeeded',
  amount: premium.amount,
  currency: premium.currency,
  paidOn: today,
});

/** The body of `POST /api/desk/contracts/{contractId}/payments`. */
export const paymentBody = (values: Values): Readonly<Record<string, unknown>> => ({
  ...filled(values, ['status', 'reference', 'dueOn', 'paidOn', ...(isFailed(values) ? ['reason', 'nextAttemptOn'] : [])]),
  amount: filled(values, ['amount', 'currency']),
});
