import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorSentence } from '../../../../content/common/index.ts';
import { formatMoment } from '../../../../content/format.ts';
import { WEEKDAYS } from '../../../../domain/clocks/calendar.ts';
import { SERVICE_CLOCKS, type RuleBook } from '../../../../domain/clocks/rules.ts';
import type { WrongField } from '../../../desk/answers.ts';
import { hashOf, type RuleTab } from '../../../desk/routes.ts';
import { changedParts, merged, rulesMistakes, rulesOf, type Merged, type RulesDraft } from '../../../desk/rulesDraft.ts';
import type { Failure } from '../api.ts';
import { FailureNotice } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { draftOf, dropDraft, keepDraft } from '../drafts.ts';
import { CalendarsEditor } from './calendars.tsx';
import { TextField, WrongsProvider, WrongSummary } from './fields.tsx';
import { LawEditor } from './laws.tsx';
import { MilestoneEditor } from './milestones.tsx';
import { PolicyEditor } from './policies.tsx';
import { useStaffName } from './versions.tsx';
import { useClockWords } from './words.ts';

const DRAFT = 'rules';

/** Rules while somebody edits them, and the version that the editing began with. */
export interface Editing {
  readonly base: RuleBook;
  readonly draft: RulesDraft;
  readonly note: string;
}

const isEditing = (value: unknown): value is Editing =>
  typeof value === 'object' && value !== null && 'base' in value && 'draft' in value && 'note' in value;

/** What was being edited in this tab, if anything. */
export const keptEditing = (): Editing | undefined => {
  try {
    const value: unknown = JSON.parse(draftOf(DRAFT)?.['editing'] ?? 'null');
    return isEditing(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps what is being edited, or forgets it. */
export const keepEditing = (editing: Editing | undefined): void =>
  editing ? keepDraft(DRAFT, { editing: JSON.stringify(editing) }) : dropDraft(DRAFT);

interface Conflict extends Merged {
  readonly now: RuleBook;
}

const ConflictBox = ({ conflict }: { readonly conflict: Conflict }): JSX.Element => {
  const { locale, zone } = useDesk();
  const words = useClockWords();
  const nameOf = useStaffName();
  const box = useRef<HTMLDivElement>(null);
  const { now, theirs, both } = conflict;
  const parts = (list: Merged['both']): string => list.map((part) => words(`part.${part}`)).join(words('comma'));
  useEffect(() => box.current?.focus(), [conflict]);
  return (
    <div ref={box} class="box box-info" tabIndex={-1}>
      <p>
        <strong>
          {words('conflict.title', { who: nameOf(now.by ?? ''), version: now.version, time: formatMoment(now.at, locale, zone) })}
        </strong>
      </p>
      {now.note && (
        <p>
          <q>{now.note}</q>
        </p>
      )}
      {theirs.length > 0 && <p>{words('conflict.theirs', { parts: parts(theirs) })}</p>}
      {both.length > 0 && <p>{words('conflict.both', { parts: parts(both) })}</p>}
      <p>{words('conflict.keep')}</p>
    </div>
  );
};

interface RulesEditProps {
  readonly tab: Extract<RuleTab, 'policies' | 'calendars' | 'milestones'>;
  readonly editing: Editing;
  readonly onChange: (editing: Editing) => void;
  /** Somebody else's version turned up. */
  readonly onNewer: (book: RuleBook) => void;
  readonly onSaved: (book: RuleBook) => void;
  readonly onCancel: () => void;
}

const PART_TAB = { policies: 'policies', calendars: 'calendars', region: 'calendars', milestones: 'milestones', laws: 'policies' } as const;

/** The tab on which a mistake can be mended. */
const tabOf = (pointer: string): RulesEditProps['tab'] | undefined => {
  const part = pointer.split('/')[2];
  return part === 'policies' || part === 'calendars' || part === 'region' || part === 'milestones' || part === 'laws'
    ? PART_TAB[part]
    : undefined;
};

/** The rules being edited by an admin, tab by tab, saved as a whole. */
export const RulesEdit = ({ tab, editing, onChange, onNewer, onSaved, onCancel }: RulesEditProps): JSX.Element => {
  const { api, locale, announce, words: deskWords } = useDesk();
  const words = useClockWords();
  const [wrongs, setWrongs] = useState<readonly WrongField[]>([]);
  const [failure, setFailure] = useState<Failure | undefined>();
  const [conflict, setConflict] = useState<Conflict | undefined>();
  const [saving, setSaving] = useState(false);
  const { base, draft, note } = editing;
  const put = (next: RulesDraft): void => onChange({ ...editing, draft: next });

  const reach = (pointer: string): void => {
    const place = tabOf(pointer);
    if (place && place !== tab) location.hash = hashOf({ screen: 'rules', tab: place });
  };
  const placeOf = (pointer: string): string | undefined => {
    const [, , part, name = '', field, detail] = pointer.split('/');
    const within = (whole: string, one: string | undefined): string => (one ? `${whole} · ${one}` : whole);
    if (part === 'policies') {
      const clock = SERVICE_CLOCKS.find((one) => field === 'targets' && one === detail);
      return within(draft.policies[Number(name || NaN)]?.name ?? words('rules.policies'), clock && deskWords(`clock.${clock}`));
    }
    if (part === 'calendars') {
      const day = WEEKDAYS.find((one) => field === 'weekly' && one === detail);
      return within(name.replaceAll('~1', '/').replaceAll('~0', '~') || words('rules.calendars'), day && words(`weekday.${day}`));
    }
    return part === 'milestones' ? words('rules.milestones') : undefined;
  };
  const complain = (found: readonly WrongField[]): void => {
    setWrongs(found);
    const first = found.map(({ pointer }) => tabOf(pointer)).find((one) => one !== undefined);
    if (first && !found.some(({ pointer }) => tabOf(pointer) === tab)) location.hash = hashOf({ screen: 'rules', tab: first });
  };
  const meet = async (): Promise<void> => {
    const now = await api.rules();
    if (!now.ok) return setFailure(now.failure);
    const met = merged(base.rules, draft, now.value.rules);
    onNewer(now.value);
    setConflict({ ...met, now: now.value });
    onChange({ base: now.value, draft: met.draft, note });
  };
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (saving) return;
    setFailure(undefined);
    const mistakes = [...rulesMistakes(draft), ...(note.trim() === '' ? [{ pointer: '/note', code: 'required' as const }] : [])].map(
      (mistake) => ({ pointer: mistake.pointer, detail: errorSentence(locale, mistake) }),
    );
    complain(mistakes);
    if (mistakes.length > 0) return;
    setSaving(true);
    const answer = await api.saveRules(base.version, { note: note.trim(), rules: rulesOf(draft) });
    setSaving(false);
    if (answer.ok) {
      announce(words('rules.saved', { version: answer.value.version }));
      return onSaved(answer.value);
    }
    const { failure: cause } = answer;
    if (cause.kind === 'stale') return meet();
    if (cause.kind === 'invalid' && cause.errors.length > 0) complain(cause.errors);
    else setFailure(cause);
  };

  const changed = changedParts(base.rules, rulesOf(draft));
  return (
    <form class="rules-edit" noValidate onSubmit={(event) => void save(event)}>
      <WrongsProvider value={wrongs}>
        {conflict && <ConflictBox conflict={conflict} />}
        <WrongSummary wrongs={wrongs} placeOf={placeOf} reach={reach} />
        {failure && <FailureNotice failure={failure} />}
        {tab === 'policies' && <PolicyEditor draft={draft} onChange={put} />}
        {tab === 'policies' && <LawEditor draft={draft} onChange={put} />}
        {tab === 'calendars' && <CalendarsEditor draft={draft} onChange={put} />}
        {tab === 'milestones' && <MilestoneEditor draft={draft} onChange={put} />}
        <div class="save-bar panel">
          <p>
            <strong>{words('rules.recomputed')}</strong>
          </p>
          <p class="small">
            {changed.length > 0
              ? words('rules.changed', { parts: changed.map((part) => words(`part.${part}`)).join(words('comma')) })
              : words('rules.unchanged')}
          </p>
          <div class="save-line">
            <TextField
              pointer="/note"
              label={words('rules.note')}
              hint={words('rules.noteHint')}
              value={note}
              onChange={(value) => onChange({ ...editing, note: value })}
            />
            <div class="buttons">
              <button type="submit" class="primary" disabled={saving || changed.length === 0}>
                {saving ? deskWords('submit.working') : words('rules.save')}
              </button>
              <button type="button" class="faint" onClick={onCancel}>
                {words('rules.drop')}
              </button>
            </div>
          </div>
        </div>
      </WrongsProvider>
    </form>
  );
};
