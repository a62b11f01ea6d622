import type { DeskKey } from '../../content/desk/index.ts';
import { formatDay } from '../../content/format.ts';
import type { Translate } from '../../content/translator.ts';
import { REGIONS } from '../../domain/clocks/regions/holidayYear.ts';
import {
  CATEGORIES,
  HOLD_REASONS,
  PRIORITIES,
  REMEDIES,
  ROOT_CAUSES,
  type Locale,
  type Opening,
  type Remedy,
} from '../../domain/case/model.ts';
import { GOODS_COME_BACK, nextExtension, type Action } from '../../domain/case/permissions.ts';
import type { DeskCaseAnswer } from './answers.ts';
import { MAX_LINE, MAX_REASON, MAX_TEXT, type Choice, type Field, type Values } from './fields.ts';

/** Customer segments that the default policies know; any other can be written. */
const SEGMENTS = ['vip', 'standard'] as const;

/** Regions whose statutory days and laws can count. */
export const REGION_CHOICES: readonly Choice[] = REGIONS.map((value) => ({ value, label: `region.${value}` }));

/** Currencies that an offer can be made in; the first is the usual one. */
export const CURRENCIES = ['CNY', 'TWD', 'HKD', 'USD', 'EUR'] as const;

const choices = <Prefix extends 'category' | 'priority' | 'holdReason' | 'rootCause' | 'remedy', Value extends string>(
  prefix: Prefix,
  values: readonly Value[],
): readonly { readonly value: Value; readonly label: `${Prefix}.${Value}` }[] =>
  values.map((value) => ({ value, label: `${prefix}.${value}` }));

const text = (name: string, label: Field['label'], more: Partial<Field> = {}): Field => ({
  name,
  label,
  kind: 'text',
  required: true,
  max: MAX_TEXT,
  ...more,
});

const choice = (name: string, label: Field['label'], from: readonly Choice[]): Field => ({
  name,
  label,
  kind: 'choice',
  required: true,
  choices: from,
});

const asksCustomer = (values: Values): boolean => values['reason'] === 'customer-reply';

/** Choices whose last one, `other`, is written out in a field of this name. */
const OTHER: Readonly<Record<string, string>> = { reason: 'otherReason', remedy: 'otherRemedy', segment: 'otherSegment' };

const isOther =
  (name: string) =>
  (values: Values): boolean =>
    values[name] === 'other';

const other = (of: string, label: Field['label']): Field => ({
  name: OTHER[of] ?? of,
  label,
  kind: 'line',
  required: true,
  max: MAX_LINE,
  when: isOther(of),
  pointer: `/${of}`,
});

/** The form of each action; its field names are those of the body (contract.md, decideStaff). */
export const ACTION_FIELDS: Readonly<Record<Action, readonly Field[]>> = {
  assign: [{ name: 'owner', label: 'field.owner', kind: 'staff', required: true }],
  classify: [
    choice('category', 'field.category', choices('category', CATEGORIES)),
    { ...choice('priority', 'field.priority', choices('priority', PRIORITIES)), when: (values) => values['safety'] !== 'yes' },
    { name: 'safety', label: 'field.safety', kind: 'check' },
    {
      name: 'segment',
      label: 'field.segment',
      kind: 'choice',
      none: 'segment.none',
      choices: [...SEGMENTS, 'other' as const].map((value) => ({ value, word: `segment.${value}` })),
    },
    { ...other('segment', 'field.otherSegment'), max: 40 },
    { name: 'contract', label: 'field.contract', kind: 'line', max: 100 },
    { name: 'region', label: 'field.region', hint: 'hint.region', kind: 'choice', none: 'region.asCustomer', choices: REGION_CHOICES },
  ],
  respond: [text('message', 'field.message')],
  note: [text('note', 'field.note')],
  hold: [
    choice('reason', 'field.holdReason', choices('holdReason', HOLD_REASONS)),
    other('reason', 'field.otherReason'),
    text('message', 'field.question', { when: asksCustomer }),
    text('message', 'field.message', { required: false, when: (values) => !asksCustomer(values) }),
  ],
  resume: [],
  findings: [text('text', 'field.findings'), choice('rootCause', 'field.rootCause', choices('rootCause', ROOT_CAUSES))],
  offer: [
    choice('remedy', 'field.remedy', choices('remedy', REMEDIES)),
    other('remedy', 'field.otherRemedy'),
    { name: 'amount', label: 'field.amount', hint: 'hint.amount', kind: 'amount' },
    {
      name: 'currency',
      label: 'field.currency',
      kind: 'currency',
      required: true,
      pointer: '/amount/currency',
      when: (values) => Boolean(values['amount']),
    },
    text('reasons', 'field.reasons'),
  ],
  approve: [],
  decline: [text('reasons', 'field.declineReasons', { max: MAX_REASON })],
  refuse: [text('reasons', 'field.reasons'), text('rule', 'field.rule', { kind: 'line', hint: 'hint.rule', max: 500 })],
  receive: [text('note', 'field.arrivalNote', { required: false, max: MAX_REASON })],
  fulfil: [text('reference', 'field.reference', { kind: 'line', hint: 'hint.reference', max: MAX_LINE })],
  reopen: [text('reason', 'field.reopenReason', { max: MAX_REASON })],
  escalate: [text('reason', 'field.escalateReason', { max: MAX_REASON })],
  extend: [text('reasons', 'field.extendReasons', { hint: 'hint.extendReasons' })],
};

/** What an action does, for whoever is about to do it: of an extension also until when it gives. */
export const aboutAction = (
  action: Action,
  of: Pick<DeskCaseAnswer, 'clocks'>,
  { words, locale }: { readonly words: Translate<DeskKey>; readonly locale: Locale },
): string => {
  const extension = action === 'extend' ? nextExtension(of.clocks.legal) : undefined;
  if (!extension) return words(`about.${action}`);
  const { days, approval, lastDay } = extension;
  return words(approval ? 'about.extendApproved' : 'about.extendTo', { days, date: formatDay(lastDay, locale) });
};

const REMEDY_ASKED: Readonly<Record<NonNullable<Opening['request']>, Remedy>> = {
  return: 'return-refund',
  exchange: 'exchange',
  repair: 'repair',
  refund: 'refund',
};

const likelyRemedy = ({ kind, request }: Pick<Opening, 'kind' | 'request'>): Remedy | '' =>
  kind === 'inquiry' ? 'information' : request ? REMEDY_ASKED[request] : '';

/** What a form starts with: what is known of the case, so that the usual answer needs no click. */
export const startValues = (action: Action, of: Pick<DeskCaseAnswer, 'opening' | 'classification'>): Values => {
  switch (action) {
    case 'classify': {
      const { category, priority, safety, segment = '', contract = '', region = '' } = of.classification;
      const listed = segment === '' || SEGMENTS.some((one) => one === segment);
      return {
        category,
        priority,
        safety: safety ? 'yes' : '',
        contract,
        region,
        ...(listed ? { segment } : { segment: 'other', otherSegment: segment }),
      };
    }
    case 'offer':
      return { remedy: likelyRemedy(of.opening), currency: CURRENCIES[0] };
    default:
      return {};
  }
};

/** The body of an action from what was typed; empty optional fields are left out, and `other` gives way to what was written for it. */
export const actionBody = (action: Action, values: Values): Readonly<Record<string, unknown>> => {
  const trimmed = (name: string): string => (values[name] ?? '').trim();
  const chosen = (name: string): string => (isOther(name)(values) && trimmed(OTHER[name] ?? '')) || trimmed(name);
  const names = [...new Set(ACTION_FIELDS[action].map(({ name }) => name))].filter((name) => !Object.values(OTHER).includes(name));
  const filled = Object.fromEntries(names.filter((name) => trimmed(name) !== '').map((name) => [name, chosen(name)]));
  switch (action) {
    case 'classify': {
      const safety = values['safety'] === 'yes';
      const { segment, contract, region } = filled;
      const of = { ...(segment && { segment }), ...(contract && { contract }), ...(region && { region }) };
      return { category: trimmed('category'), priority: safety ? 'urgent' : trimmed('priority'), safety, ...of };
    }
    case 'offer': {
      const { currency = CURRENCIES[0], amount, ...rest } = filled;
      return amount === undefined ? rest : { ...rest, amount: { amount, currency } };
    }
    default:
      return filled;
  }
};

/** What the step of the case calls for, in the order in which it is offered; the rest of the actions stand behind. */
export const leadingActions = (
  of: Pick<DeskCaseAnswer, 'waitingFor' | 'unansweredSince' | 'owner' | 'receivedAt' | 'offer' | 'actions'>,
): readonly Action[] => {
  const goodsAwaited = !of.receivedAt && GOODS_COME_BACK.includes(of.offer?.remedy ?? '');
  const byStep: Readonly<Record<DeskCaseAnswer['waitingFor'], readonly Action[]>> = {
    assignment: ['assign'],
    findings: of.owner ? ['findings'] : ['assign'],
    offer: of.owner ? ['offer', 'refuse'] : ['offer', 'refuse', 'assign'],
    approval: ['approve', 'decline'],
    review: of.owner ? ['offer', 'refuse'] : ['assign', 'offer', 'refuse'],
    'customer-decision': [],
    'customer-reply': ['resume'],
    fulfilment: goodsAwaited ? ['receive', 'fulfil'] : ['fulfil'],
    survey: [],
    hold: ['resume'],
    nothing: [],
  };
  const wanted: readonly Action[] = [...byStep[of.waitingFor], ...(of.unansweredSince ? (['respond'] as const) : [])];
  return wanted.filter((action) => of.actions.includes(action));
};
