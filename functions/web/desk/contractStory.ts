import { formatDay, formatMoney } from '../../content/format.ts';
import type { ContractHistoryLine } from '../../domain/contract/deskView.ts';
import type { Terms } from '../../domain/contract/model.ts';
import { termFacts, type ContractTeller } from './contractFacts.ts';

/** A field that a change of terms changed; undefined where nothing was or is said. */
export interface ChangedTerm {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** One event of a contract in words. */
export interface ToldContract {
  readonly version: number;
  readonly at: string;
  readonly title: string;
  readonly changes: readonly ChangedTerm[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

type History = readonly ContractHistoryLine[];

/** The terms as they stood after a version; undefined before the first. */
export const termsAt = (history: History, version: number): Terms | undefined => {
  const line = history.findLast((one) => one.version <= version && (one.type === 'registered' || one.type === 'changed'));
  return line?.type === 'registered' || line?.type === 'changed' ? line.data.terms : undefined;
};

/** What differs between terms, field by field. */
export const changedTerms = (before: Terms, after: Terms, teller: ContractTeller): readonly ChangedTerm[] => {
  const old = new Map(termFacts(before, teller).map(({ name, value }) => [name, value]));
  return termFacts(after, teller).flatMap(({ name, label, value }) =>
    old.get(name) === value ? [] : [{ label, before: old.get(name), after: value }],
  );
};

const person = ({ by }: ContractHistoryLine, { words, nameOf }: ContractTeller): string => {
  if (by.role === 'system') return words('who.system');
  if (by.role === 'customer') return words('who.customer');
  return nameOf(by.id ?? '') ?? by.id ?? words('who.staff');
};

const told = (line: ContractHistoryLine, history: History, teller: ContractTeller): Omit<ToldContract, 'version' | 'at'> => {
  const { words, locale } = teller;
  const who = person(line, teller);
  switch (line.type) {
    case 'registered':
      return { title: words('story.registered', { who }), changes: [], facts: [] };
    case 'changed': {
      const before = termsAt(history, line.version - 1);
      const changes = before ? changedTerms(before, line.data.terms, teller) : [];
      return { title: words('story.changed', { who }), changes, facts: [] };
    }
    case 'paid':
    case 'failed': {
      const { amount, dueOn, paidOn, reference } = line.data;
      const values = { who, amount: formatMoney(amount, locale), date: formatDay(dueOn, locale) };
      const day = words(line.type === 'paid' ? 'field.paidOn' : 'field.triedOn');
      const { reason, nextAttemptOn } = line.type === 'failed' ? line.data : {};
      return {
        title: words(`story.${line.type}`, values),
        changes: [],
        facts: [
          { label: day, value: formatDay(paidOn, locale) },
          { label: words('field.reference'), value: reference },
          ...(reason ? [{ label: words('field.reason'), value: reason }] : []),
          ...(nextAttemptOn ? [{ label: words('field.nextAttemptOn'), value: formatDay(nextAttemptOn, locale) }] : []),
        ],
      };
    }
    default:
      return { title: line.type, changes: [], facts: [] };
  }
};

/** Events after a version in words, oldest first; all of them by default. */
export const tellContract = (history: History, teller: ContractTeller, after = 0): readonly ToldContract[] =>
  history.filter(({ version }) => version > after).map((line) => ({ version: line.version, at: line.at, ...told(line, history, teller) }));
