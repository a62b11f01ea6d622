import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorSentence } from '../../../../content/common/index.ts';
import { formatMoment } from '../../../../content/format.ts';
import type { Book } from '../../../../domain/kernel/book.ts';
import type { WrongField } from '../../../desk/answers.ts';
import type { Failure } from '../api.ts';
import { FailureNotice } from '../bits.tsx';
import { TextField, WrongsProvider, WrongSummary } from '../clocks/fields.tsx';
import { useClockWords } from '../clocks/words.ts';
import { useDesk } from '../context.ts';
import type { BookKind, Editing, Met } from './editing.ts';
import { useStaffName } from './versions.tsx';

interface Conflict extends Pick<Met<unknown>, 'theirs' | 'both'> {
  readonly now: Book<unknown>;
}

const ConflictBox = ({ conflict }: { readonly conflict: Conflict }): JSX.Element => {
  const { locale, zone } = useDesk();
  const words = useClockWords();
  const nameOf = useStaffName();
  const box = useRef<HTMLDivElement>(null);
  const { now, theirs, both } = conflict;
  const parts = (list: readonly string[]): string => list.join(words('comma'));
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

interface BookEditProps<Rules, Draft> {
  readonly kind: BookKind<Rules, Draft>;
  readonly editing: Editing<Rules, Draft>;
  readonly onChange: (editing: Editing<Rules, Draft>) => void;
  /** Somebody else's version turned up. */
  readonly onNewer: (book: Book<Rules>) => void;
  readonly onSaved: (book: Book<Rules>) => void;
  readonly onCancel: () => void;
  /** Says where a pointer lies, where its sentence does not. */
  readonly placeOf?: ((pointer: string) => string | undefined) | undefined;
  /** Brings the field of a pointer onto the page. */
  readonly reach?: ((pointer: string) => void) | undefined;
  readonly onWrongs?: ((wrongs: readonly WrongField[]) => void) | undefined;
  /** The fields. */
  readonly children: ComponentChildren;
}

/** Rules being edited by an admin, saved as a whole: mistakes stand at their fields, and nothing that somebody else saved meanwhile is lost. */
export const BookEdit = <Rules, Draft>(props: BookEditProps<Rules, Draft>): JSX.Element => {
  const { kind, editing, onChange, onNewer, onSaved, onCancel, placeOf, reach, onWrongs, children } = props;
  const { locale, announce, words: deskWords } = useDesk();
  const words = useClockWords();
  const [wrongs, setWrongs] = useState<readonly WrongField[]>([]);
  const [failure, setFailure] = useState<Failure | undefined>();
  const [conflict, setConflict] = useState<Conflict | undefined>();
  const [saving, setSaving] = useState(false);
  const { base, draft, note } = editing;

  const complain = (found: readonly WrongField[]): void => {
    setWrongs(found);
    onWrongs?.(found);
  };
  const meet = async (): Promise<void> => {
    const now = await kind.load();
    if (!now.ok) return setFailure(now.failure);
    const met = kind.meet(base.rules, draft, now.value.rules);
    onNewer(now.value);
    setConflict({ theirs: met.theirs, both: met.both, now: now.value });
    onChange({ base: now.value, draft: met.draft, note });
  };
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (saving) return;
    setFailure(undefined);
    const mistakes = [...kind.mistakesOf(draft), ...(note.trim() === '' ? [{ pointer: '/note', code: 'required' as const }] : [])].map(
      (mistake) => ({ pointer: mistake.pointer, detail: errorSentence(locale, mistake) }),
    );
    complain(mistakes);
    if (mistakes.length > 0) return;
    setSaving(true);
    const answer = await kind.save(base.version, { note: note.trim(), rules: kind.rulesOf(draft) });
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

  const changed = kind.changed(base.rules, kind.rulesOf(draft));
  return (
    <form class="rules-edit" noValidate onSubmit={(event) => void save(event)}>
      <WrongsProvider value={wrongs}>
        {conflict && <ConflictBox conflict={conflict} />}
        <WrongSummary wrongs={wrongs} placeOf={placeOf} reach={reach} />
        {failure && <FailureNotice failure={failure} />}
        {children}
        <div class="save-bar panel">
          <p>
            <strong>{kind.effect}</strong>
          </p>
          <p class="small">
            {changed.length > 0 ? words('rules.changed', { parts: changed.join(words('comma')) }) : words('rules.unchanged')}
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
