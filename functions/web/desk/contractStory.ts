import { formatDay, formatMoney } from '../../content/format.ts';
import type { ContractHistoryLine } from '../../domain/contract/deskView.ts';
import type { Cared, TakenStep, Terms } from '../../domain/contract/model.ts';
import { termFacts, type ContractTeller } from './contractFacts.ts';
import { fate, reportedFate, sourceName, stepName, stepTitle } from './contractSteps.ts';

/** A field that a change of terms changed; undefined where nothing was or is said. */
export interface ChangedTerm {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Something about an event, with its name. */
interface ToldFact {
  readonly label: string;
  readonly value: string;
}

/** One event of a contract in words. */
export interface ToldContract {
  readonly version: number;
  readonly at: string;
  readonly title: string;
  readonly changes: readonly ChangedTerm[];
  readonly facts: readonly ToldFact[];
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

/** What was done about a step: what became of its mail, and its task. */
const doneAbout = (step: TakenStep, teller: ContractTeller): readonly string[] => {
  const { words, locale } = teller;
  const mail = fate(step, teller);
  const done = [...(mail ? [mail] : []), ...(step.task ? [words('fate.task', { date: formatDay(step.task.due, locale) })] : [])];
  return done.length > 0 ? done : [words('fate.nothing')];
};

const caredFor = ({ steps }: Cared, teller: ContractTeller): Pick<ToldContract, 'title' | 'facts'> => {
  const { words } = teller;
  const [first, ...more] = steps;
  if (first && more.length === 0)
    return { title: stepTitle(first, teller), facts: [{ label: words('story.outcome'), value: doneAbout(first, teller).join(' · ') }] };
  return {
    title: steps.map((step) => stepName(step, teller)).join(words('comma')),
    facts: steps.map((step) => ({ label: stepTitle(step, teller), value: doneAbout(step, teller).join(' · ') })),
  };
};

const noted = (note: string | undefined, { words }: ContractTeller): readonly ToldFact[] =>
  note ? [{ label: words('story.note'), value: note }] : [];

/** A step as it was taken before a version, by its id. */
const stepBefore = (history: History, id: string, version: number): TakenStep | undefined =>
  history
    .filter((line) => line.version < version)
    .flatMap((line) => (line.type === 'cared' ? line.data.steps : []))
    .findLast((step) => step.id === id);

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
    case 'cared':
      return { changes: [], ...caredFor(line.data, teller) };
    case 'mailed': {
      const { step: id, gaveUp } = line.data;
      const step = stepBefore(history, id, line.version);
      const value = reportedFate(line.data, teller);
      return {
        title: words('story.mailed', { step: step ? stepTitle(step, teller) : id }),
        changes: [],
        facts: [{ label: words('story.outcome'), value }, ...noted(gaveUp && words('story.gaveUp'), teller)],
      };
    }
    case 'task': {
      const { task, outcome, until, notes } = line.data;
      const step = stepBefore(history, task, line.version);
      const values = { who, task: step ? stepTitle(step, teller) : task, date: until ? formatDay(until, locale) : '' };
      return { title: words(`story.task.${outcome}`, values), changes: [], facts: noted(notes, teller) };
    }
    case 'consented': {
      const { purpose, given, source, note } = line.data;
      const values = { who, purpose: words(`consent.purpose.${purpose}`), source: sourceName(source, teller) };
      return { title: words(given ? 'story.consent.given' : 'story.consent.withdrawn', values), changes: [], facts: noted(note, teller) };
    }
  }
};

/** Events after a version in words, oldest first; all of them by default. */
export const tellContract = (history: History, teller: ContractTeller, after = 0): readonly ToldContract[] =>
  history.filter(({ version }) => version > after).map((line) => ({ version: line.version, at: line.at, ...told(line, history, teller) }));
