import type { ContractKey } from '../../content/desk/contracts/index.ts';
import type { Translate } from '../../content/translator.ts';
import type { TaskLine } from '../../domain/contract/careView.ts';
import { DESK_SOURCES } from '../../domain/contract/decideConsent.ts';
import { TASK_OUTCOMES, type StepKind, type TaskOutcome } from '../../domain/contract/model.ts';
import { MAX_REASON, type Field, type Values, type Worded } from './fields.ts';

interface Setting {
  readonly words: Translate<ContractKey>;
  readonly dayText: (date: string) => string;
}

type ReportedTask = Pick<TaskLine, 'state' | 'kind' | 'postponeTo'>;

/** What can be reported of a task: one that no day is left for cannot be put off. */
export const possibleReports = ({ state, postponeTo }: ReportedTask): readonly TaskOutcome[] =>
  state === 'open' ? TASK_OUTCOMES.filter((outcome) => outcome !== 'postponed' || postponeTo !== undefined) : [];

/** Kinds of which a paper is kept. */
const SIGNED: readonly StepKind[] = ['suspension'];

/** The fields of a report: notes always, a new day for a task that is put off. */
export const reportFields = (outcome: TaskOutcome, { kind, postponeTo }: ReportedTask, { words, dayText }: Setting): readonly Field[] => {
  const said = (key: ContractKey, values: Readonly<Record<string, string>> = {}): Worded => ({ text: words(key, values) });
  const notes: Field = {
    name: 'notes',
    label: said(outcome === 'done' ? 'field.notes' : 'field.why'),
    kind: 'text',
    max: MAX_REASON,
    required: outcome === 'impossible',
    ...(outcome === 'done' && SIGNED.includes(kind) && { hint: said('hint.confirmation') }),
  };
  if (outcome !== 'postponed') return [notes];
  const hint = postponeTo ? { hint: said('hint.until', { date: dayText(postponeTo) }) } : {};
  return [{ name: 'until', label: said('field.until'), kind: 'date', required: true, mayBeAhead: true, ...hint }, notes];
};

/** The body of a report on a task. */
export const reportBody = (outcome: TaskOutcome, values: Values): Readonly<Record<string, unknown>> => ({
  outcome,
  ...(outcome === 'postponed' && { until: values['until'] }),
  ...(values['notes']?.trim() && { notes: values['notes'].trim() }),
});

/** Limit of the API for what is noted beside a consent. */
const MAX_NOTE = 500;

/** The fields of consent that was told to staff (F78). */
export const consentFields = (words: Setting['words']): readonly Field[] => {
  const said = (key: ContractKey): Worded => ({ text: words(key) });
  return [
    {
      name: 'given',
      label: said('consent.field.given'),
      kind: 'choice',
      required: true,
      choices: [
        { value: 'yes', word: said('consent.give') },
        { value: 'no', word: said('consent.withdraw') },
      ],
    },
    {
      name: 'source',
      label: said('consent.field.source'),
      kind: 'choice',
      required: true,
      choices: DESK_SOURCES.map((value) => ({ value, word: said(`source.${value}`) })),
    },
    { name: 'note', label: said('consent.field.note'), kind: 'text', max: MAX_NOTE },
  ];
};

/** The body of consent that was told to staff. */
export const consentBody = (values: Values): Readonly<Record<string, unknown>> => ({
  purpose: 'marketing',
  given: values['given'] === 'yes',
  source: values['source'],
  ...(values['note']?.trim() && { note: values['note'].trim() }),
});
