import type { JSX } from 'preact';
import { FESTIVALS, PLACEHOLDERS, PURPOSES, type Occasion, type Texts } from '../../../../domain/care/rules.ts';
import { LOCALES } from '../../../../domain/case/model.ts';
import { occasionOf, touchpointOf, type OccasionDraft, type TouchpointDraft } from '../../../desk/careDraft.ts';
import { Boxes, ChoiceField, TextArea, TextField, useAnyWrong, WrongAt } from '../clocks/fields.tsx';
import { useClockWords } from '../clocks/words.ts';
import { useDesk } from '../context.ts';
import { useOpened } from '../hooks.ts';
import { Does } from './planView.tsx';
import { useCareWords, useMonthNames, useOccasionText } from './words.ts';

const KINDS = ['delivery', 'after', 'every', 'birthday', 'festival', 'calendar', 'date'] as const satisfies readonly Occasion['kind'][];

interface TextsProps {
  readonly pointer: string;
  readonly label: string;
  readonly value: Texts;
  readonly onChange: (value: Texts) => void;
  readonly rows?: number | undefined;
}

/** The same words in every language, beside each other. */
const TextsFields = ({ pointer, label, value, onChange, rows }: TextsProps): JSX.Element => {
  const { labels } = useDesk();
  return (
    <div class="care-texts" data-pointer={pointer} tabIndex={-1}>
      {LOCALES.map((locale) => {
        const field = {
          pointer: `${pointer}/${locale}`,
          label: (
            <>
              {label} <span class="small">{labels(`locale.${locale}`)}</span>
            </>
          ),
          value: value[locale],
          lang: locale,
          onChange: (text: string) => onChange({ ...value, [locale]: text }),
        };
        return rows === undefined ? <TextField key={locale} {...field} /> : <TextArea key={locale} {...field} rows={rows} />;
      })}
    </div>
  );
};

interface OccasionProps {
  readonly pointer: string;
  readonly when: OccasionDraft;
  readonly onChange: (when: OccasionDraft) => void;
}

const OccasionFields = ({ pointer, when, onChange }: OccasionProps): JSX.Element => {
  const words = useCareWords();
  const months = useMonthNames();
  const { kind } = when;
  return (
    <div class="pair">
      <ChoiceField
        pointer={`${pointer}/kind`}
        label={words('point.when')}
        hint={words(`kindHint.${kind}`)}
        value={kind}
        choices={KINDS.map((value) => ({ value, text: words(`kind.${value}`) }))}
        onChange={(next) => onChange({ ...when, kind: next })}
      />
      {(kind === 'after' || kind === 'every') && (
        <TextField
          pointer={`${pointer}/months`}
          label={words('point.months')}
          numeric
          value={when.months}
          onChange={(text) => onChange({ ...when, months: text })}
        />
      )}
      {kind === 'festival' && (
        <ChoiceField
          pointer={`${pointer}/festival`}
          label={words('point.festival')}
          value={when.festival}
          choices={FESTIVALS.map((value) => ({ value, text: words(`festival.${value}`) }))}
          onChange={(festival) => onChange({ ...when, festival })}
        />
      )}
      {kind === 'date' && (
        <TextField
          pointer={`${pointer}/on`}
          label={words('point.on')}
          type="date"
          value={when.on}
          onChange={(on) => onChange({ ...when, on })}
        />
      )}
      {kind === 'calendar' && (
        <TextField
          pointer={`${pointer}/day`}
          label={words('point.day')}
          numeric
          value={when.day}
          onChange={(day) => onChange({ ...when, day })}
        />
      )}
      {kind === 'calendar' && (
        <div class="care-months">
          <Boxes
            pointer={`${pointer}/months`}
            label={words('point.calendarMonths')}
            chosen={when.calendar}
            choices={months.map((text, month) => ({ value: String(month + 1), text }))}
            onChange={(calendar) => onChange({ ...when, calendar })}
          />
        </div>
      )}
    </div>
  );
};

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

const Check = ({ label, checked, onChange }: CheckProps): JSX.Element => (
  <label class="care-check">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} /> {label}
  </label>
);

interface TouchpointProps {
  readonly pointer: string;
  readonly point: TouchpointDraft;
  readonly open: boolean;
  readonly onChange: (point: TouchpointDraft) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}

/** A touchpoint being edited, folded up to one line as long as nobody looks at it. */
export const TouchpointEdit = ({ pointer, point, open, onChange, onCopy, onRemove }: TouchpointProps): JSX.Element => {
  const { locale } = useDesk();
  const words = useCareWords();
  const clockWords = useClockWords();
  const occasionText = useOccasionText();
  const wrong = useAnyWrong(pointer);
  const name = point.name[locale].trim() || words('point.unnamed');
  return (
    <li class={`care-edit${wrong ? ' care-edit-wrong' : ''}`} data-point={point.id}>
      <details ref={useOpened(open || wrong)} data-pointer={pointer} tabIndex={-1}>
        <summary>
          <strong>{name}</strong> <span class="small">{occasionText(occasionOf(point.when))}</span> <Does point={touchpointOf(point)} />
        </summary>
        <WrongAt pointer={pointer} />
        <TextsFields
          pointer={`${pointer}/name`}
          label={words('point.name')}
          value={point.name}
          onChange={(texts) => onChange({ ...point, name: texts })}
        />
        <OccasionFields pointer={`${pointer}/when`} when={point.when} onChange={(when) => onChange({ ...point, when })} />
        <WrongAt pointer={`${pointer}/when`} />
        <div class="pair">
          <ChoiceField
            pointer={`${pointer}/purpose`}
            label={words('point.purpose')}
            value={point.purpose}
            choices={PURPOSES.map((value) => ({ value, text: words(`purpose.${value}`) }))}
            onChange={(purpose) => onChange({ ...point, purpose })}
          />
          <div class="field">
            <Check label={words('point.active')} checked={point.active} onChange={(active) => onChange({ ...point, active })} />
            <p class="hint">{words('point.activeHint')}</p>
          </div>
        </div>
        <fieldset class="sub">
          <legend>{words('point.does')}</legend>
          <div class="care-does">
            <Check label={words('point.task')} checked={point.hasTask} onChange={(hasTask) => onChange({ ...point, hasTask })} />
            {point.hasTask && (
              <TextField
                pointer={`${pointer}/task/days`}
                label={words('point.days')}
                numeric
                value={point.days}
                onChange={(days) => onChange({ ...point, days })}
              />
            )}
          </div>
          <Check label={words('point.mail')} checked={point.hasMail} onChange={(hasMail) => onChange({ ...point, hasMail })} />
          {point.hasMail && (
            <>
              <p class="hint">{words('point.textHint', { words: PLACEHOLDERS.join(' ') })}</p>
              <TextsFields
                pointer={`${pointer}/mail/subject`}
                label={words('point.subject')}
                value={point.subject}
                onChange={(subject) => onChange({ ...point, subject })}
              />
              <TextsFields
                pointer={`${pointer}/mail/text`}
                label={words('point.text')}
                rows={9}
                value={point.text}
                onChange={(text) => onChange({ ...point, text })}
              />
            </>
          )}
        </fieldset>
        <p class="small">
          {words('point.id', { id: point.id })} · {words('point.idHint')}
        </p>
        <WrongAt pointer={`${pointer}/id`} />
        <div class="buttons">
          <button type="button" class="faint tiny" onClick={onCopy}>
            {words('point.copy')} <span class="unseen">{name}</span>
          </button>
          <button type="button" class="faint tiny" onClick={onRemove}>
            {clockWords('remove')} <span class="unseen">{name}</span>
          </button>
        </div>
      </details>
    </li>
  );
};
