import { createContext, type ComponentChildren, type JSX } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { WrongField } from '../../../desk/answers.ts';
import { nearest, wrongAt } from '../../../desk/pointers.ts';
import { useDesk } from '../context.ts';
import { useClockWords } from './words.ts';

const Wrongs = createContext<readonly WrongField[]>([]);

/** Hands what is wrong with a form to its fields, which know where they stand in the body. */
export const WrongsProvider = Wrongs.Provider;

const idOf = (pointer: string): string => `at${pointer.replace(/[^\w-]/g, '_')}`;

/** True when something at or below a pointer is wrong: then what is folded up must be open. */
export const useAnyWrong = (pointer: string): boolean => wrongAt(useContext(Wrongs), pointer, true).length > 0;

/** The sentences about one place of the body. */
export const WrongAt = ({ pointer, deep }: { readonly pointer: string; readonly deep?: boolean }): JSX.Element | null => {
  const found = wrongAt(useContext(Wrongs), pointer, deep);
  if (found.length === 0) return null;
  return (
    <p class="wrong" id={`${idOf(pointer)}-error`}>
      {[...new Set(found.map(({ detail }) => detail))].join(' ')}
    </p>
  );
};

interface FieldProps {
  readonly pointer: string;
  readonly label: ComponentChildren;
  readonly hint?: string | undefined;
  /** For several fields in a row of which each has its place already: the label is only said. */
  readonly bare?: boolean | undefined;
  /** Language of what is typed, where it is not that of the page. */
  readonly lang?: string | undefined;
}

const useControl = (pointer: string, hint: string | undefined) => {
  const wrong = wrongAt(useContext(Wrongs), pointer, true).length > 0;
  const id = idOf(pointer);
  return {
    id,
    'data-pointer': pointer,
    'aria-invalid': wrong || undefined,
    'aria-describedby': [wrong && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined,
  };
};

const Around = ({ pointer, label, hint, bare, children }: FieldProps & { readonly children: ComponentChildren }): JSX.Element => (
  <div class={bare ? 'field field-bare' : 'field'}>
    <label for={idOf(pointer)} class={bare ? 'unseen' : undefined}>
      {label}
    </label>
    {hint && (
      <p class="hint" id={`${idOf(pointer)}-hint`}>
        {hint}
      </p>
    )}
    {children}
    <WrongAt pointer={pointer} deep />
  </div>
);

interface TextProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'datetime-local' | 'month' | undefined;
  readonly numeric?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly list?: string | undefined;
}

/** One line of text, a date or a number. */
export const TextField = ({ value, onChange, type = 'text', numeric, placeholder, list, ...around }: TextProps): JSX.Element => (
  <Around {...around}>
    <input
      {...useControl(around.pointer, around.hint)}
      type={type}
      lang={around.lang}
      inputMode={numeric ? 'numeric' : undefined}
      class={numeric ? 'short' : undefined}
      autocomplete="off"
      spellcheck={false}
      placeholder={placeholder}
      list={list}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  </Around>
);

interface AreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows: number;
}

/** Several lines of text. */
export const TextArea = ({ value, onChange, rows, ...around }: AreaProps): JSX.Element => (
  <Around {...around}>
    <textarea
      {...useControl(around.pointer, around.hint)}
      rows={rows}
      lang={around.lang}
      value={value}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  </Around>
);

interface ChoiceProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a list. */
export const ChoiceField = <Value extends string>({ value, choices, onChange, ...around }: ChoiceProps<Value>): JSX.Element => (
  <Around {...around}>
    <select
      {...useControl(around.pointer, around.hint)}
      value={value}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  </Around>
);

interface BoxesProps<Value extends string> {
  readonly pointer: string;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any number of a list. */
export const Boxes = <Value extends string>({ pointer, label, chosen, choices, onChange }: BoxesProps<Value>): JSX.Element => (
  <fieldset class="boxes" data-pointer={pointer} tabIndex={-1}>
    <legend>{label}</legend>
    {choices.map(({ value, text }) => (
      <label key={value}>
        <input
          type="checkbox"
          checked={chosen.includes(value)}
          onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
        />{' '}
        {text}
      </label>
    ))}
    <WrongAt pointer={pointer} deep />
  </fieldset>
);

/** What is reached by another address is drawn a moment later. */
const AFTER_REACHING_MS = 50;

const goTo = (pointer: string): void => {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-pointer]')];
  const place = nearest(
    shown.map((one) => one.dataset['pointer'] ?? ''),
    pointer,
  );
  const found = shown.find((one) => one.dataset['pointer'] === place);
  const folded = found?.closest('details');
  if (folded) folded.open = true;
  found?.focus();
  found?.scrollIntoView({ block: 'center' });
};

interface SummaryProps {
  readonly wrongs: readonly WrongField[];
  /** Says where a pointer lies, where its sentence does not. */
  readonly placeOf?: ((pointer: string) => string | undefined) | undefined;
  /** Brings the field of a pointer onto the page. */
  readonly reach?: ((pointer: string) => void) | undefined;
}

/** Everything that is wrong with a form, each line leading to its field. Gets the focus when it appears. */
export const WrongSummary = ({ wrongs, placeOf, reach }: SummaryProps): JSX.Element | null => {
  const { announce, words } = useDesk();
  const clockWords = useClockWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wrongs.length === 0) return;
    announce(words('form.invalid', { count: wrongs.length }));
    box.current?.focus();
  }, [wrongs]);
  const go = (pointer: string): void => {
    reach?.(pointer);
    setTimeout(() => goTo(pointer), reach ? AFTER_REACHING_MS : 0);
  };
  if (wrongs.length === 0) return null;
  return (
    <div ref={box} class="box box-bad" tabIndex={-1} role="group" aria-label={clockWords('wrong.title')}>
      <p>
        <strong>{clockWords('wrong.title')}</strong>
      </p>
      <ul class="wrongs">
        {wrongs.map(({ pointer, detail, about }) => (
          <li key={`${pointer} ${detail} ${about}`}>
            {placeOf?.(pointer) && <strong>{placeOf(pointer)} </strong>}
            <button type="button" class="link" onClick={() => go(pointer)}>
              {detail}
            </button>{' '}
            {about && <q>{about}</q>}
          </li>
        ))}
      </ul>
    </div>
  );
};
