import type { JSX } from 'preact';
import { errorSentence } from '../../../content/common/index.ts';
import { CURRENCIES } from '../../desk/actionForms.ts';
import type { Me } from '../../desk/answers.ts';
import { isRequired, lengthOf, shownFields, type Field, type Mistake, type Values, type Word } from '../../desk/fields.ts';
import { useDesk } from './context.ts';

/** What is wrong with fields, by name, in words. */
export type Complaints = Readonly<Record<string, string>>;

interface FieldsProps {
  /** Unique on the page: ids are made from it. */
  readonly form: string;
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly complaints: Complaints;
  readonly onChange: (name: string, value: string) => void;
  readonly onLeave: (field: Field) => void;
  /** For fields of kind `staff`: who can be chosen, and who cannot. */
  readonly people?: readonly { readonly person: Me; readonly why?: string | undefined }[] | undefined;
}

/** The id of a field's control, to put the focus there. */
export const controlId = (form: string, field: Pick<Field, 'name'>): string => `${form}-${field.name}`;

/** The text of a word. */
const useText = (): ((word: Word) => string) => {
  const { words } = useDesk();
  return (word) => (typeof word === 'string' ? words(word) : word.text);
};

/** The sentence for a mistake that the browser found. */
export const useMistakeText = (): ((mistake: Mistake) => string) => {
  const { locale } = useDesk();
  return (mistake) => errorSentence(locale, mistake);
};

type ControlProps = Omit<FieldsProps, 'fields' | 'complaints'> & {
  readonly field: Field;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
};

const Control = ({ form, field, values, onChange, onLeave, people, describedBy, invalid }: ControlProps): JSX.Element => {
  const { words, labels, me } = useDesk();
  const textOf = useText();
  const value = values[field.name] ?? '';
  const common = {
    id: controlId(form, field),
    name: field.name,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': isRequired(field, values) || undefined,
    onBlur: () => onLeave(field),
  };
  const change = (event: JSX.TargetedEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>): void =>
    onChange(field.name, event.currentTarget.value);
  switch (field.kind) {
    case 'text':
      return <textarea {...common} rows={4} value={value} onInput={change} />;
    case 'check':
      return (
        <input
          {...common}
          type="checkbox"
          checked={value === 'yes'}
          onChange={(event) => onChange(field.name, event.currentTarget.checked ? 'yes' : '')}
        />
      );
    case 'choice':
      return (
        <select {...common} value={value} onChange={change}>
          {(field.none || value === '') && <option value="">{textOf(field.none ?? 'field.choose')}</option>}
          {field.choices?.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {'label' in choice ? labels(choice.label) : textOf(choice.word)}
            </option>
          ))}
        </select>
      );
    case 'currency':
      return (
        <select {...common} value={value} onChange={change}>
          {[...new Set([...CURRENCIES, ...(value ? [value] : [])])].map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </select>
      );
    case 'staff':
      return (
        <select {...common} value={value} onChange={change}>
          <option value="">{words('field.choose')}</option>
          {people?.map(({ person, why }) => (
            <option key={person.id} value={person.id} disabled={why !== undefined}>
              {person.name}
              {person.id === me.id ? ` (${words('you')})` : ''}
              {person.groups.length > 0 && ` · ${person.groups.map((group) => labels(`group.${group}`)).join(', ')}`}
              {why ? ` ${why}` : ''}
            </option>
          ))}
        </select>
      );
    case 'amount':
      return <input {...common} type="text" inputMode="decimal" autocomplete="off" value={value} onInput={change} />;
    default: {
      const type = { line: 'text', email: 'email', phone: 'tel', date: 'date' }[field.kind];
      return <input {...common} type={type} autocomplete="off" value={value} onInput={change} />;
    }
  }
};

/** Fields of a form with labels, hints, counters and what is wrong with them. */
export const Fields = (props: FieldsProps): JSX.Element => {
  const { form, fields, values, complaints } = props;
  const { words } = useDesk();
  const textOf = useText();
  return (
    <>
      {shownFields(fields, values).map((field) => {
        const id = controlId(form, field);
        const complaint = complaints[field.name];
        const length = lengthOf(values[field.name] ?? '');
        const counted = field.max !== undefined && length > field.max * 0.8;
        const describedBy = [complaint && `${id}-error`, field.hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
        return (
          <div key={`${field.name} ${textOf(field.label)}`} class={`field field-${field.kind}${complaint ? ' field-wrong' : ''}`}>
            <label for={id}>
              {textOf(field.label)}{' '}
              {!isRequired(field, values) && field.kind !== 'check' && <span class="optional">{words('optional')}</span>}
            </label>
            {field.hint && (
              <p class="hint" id={`${id}-hint`}>
                {textOf(field.hint)}
              </p>
            )}
            <Control {...props} field={field} describedBy={describedBy} invalid={Boolean(complaint)} />
            {counted && <p class="hint counter">{words('hint.count', { count: length, max: field.max ?? 0 })}</p>}
            {complaint && (
              <p class="wrong" id={`${id}-error`}>
                {complaint}
              </p>
            )}
          </div>
        );
      })}
    </>
  );
};
