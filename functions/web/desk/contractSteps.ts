import { formatDay } from '../../content/format.ts';
import type { ContractKey } from '../../content/desk/contracts/index.ts';
import { DESK_SOURCES } from '../../domain/contract/decideConsent.ts';
import type { MailOutcome, Mailed, TakenStep } from '../../domain/contract/model.ts';
import type { ContractTeller } from './contractFacts.ts';

/** What a step is called by: it needs not be taken yet. */
export type NamedStep = Pick<TakenStep, 'id' | 'kind' | 'dueOn' | 'touchpoint'>;

type Teller = Pick<ContractTeller, 'locale' | 'words'>;

/** Ways in which consent is told: to staff, by the customer alone, or by another system. */
const SOURCES = [...DESK_SOURCES, 'link', 'register', 'form', 'chat', 'wechat'] as const;

/** What a step is, without the premium that it is about. */
export const stepName = ({ id, kind, touchpoint }: NamedStep, { locale, words }: Teller): string => {
  if (touchpoint) return touchpoint.name[locale];
  const number = /\.reminder-(\d+)$/.exec(id)?.[1];
  return number ? words('step.reminderNo', { number: Number(number) }) : words(`step.${kind}`);
};

/** What a step is, and the premium that it is about. */
export const stepTitle = (step: NamedStep, teller: Teller): string => {
  const name = stepName(step, teller);
  return step.dueOn ? teller.words('step.forDue', { step: name, date: formatDay(step.dueOn, teller.locale) }) : name;
};

/** What its owner is to do about a task. */
export const todo = (step: NamedStep, teller: Teller): string => {
  const date = step.dueOn ? formatDay(step.dueOn, teller.locale) : '';
  switch (step.kind) {
    case 'reminder':
    case 'renewal-visit':
    case 'debit-failed':
    case 'grace':
    case 'suspension':
      return teller.words(`todo.${step.kind}`, { date });
    default:
      return stepTitle(step, teller);
  }
};

/** What became of a mail, or why there is none; undefined for a step without one. */
export const fate = (
  { mail, held, again, outcome }: Pick<TakenStep, 'mail' | 'held' | 'again'> & { readonly outcome?: MailOutcome | undefined },
  { locale, words }: Teller,
): string | undefined => {
  if (held) {
    const reason = words(`held.${held}`);
    return again ? words('fate.heldAgain', { reason, date: formatDay(again, locale) }) : words('fate.held', { reason });
  }
  if (outcome) return words(`fate.${outcome}`);
  return mail && words('fate.ordered');
};

/** What a report on a mail says of it. */
export const reportedFate = ({ outcome, held, again }: Mailed, teller: Teller): string =>
  (outcome === 'held' ? fate({ held, again }, teller) : fate({ outcome }, teller)) ?? teller.words('fate.nothing');

/** The way in which consent was told, in words where we have some. */
export const sourceName = (source: string, { words }: Teller): string => {
  const known = SOURCES.find((one) => one === source);
  const key: ContractKey | undefined = known && `source.${known}`;
  return key ? words(key) : source;
};
