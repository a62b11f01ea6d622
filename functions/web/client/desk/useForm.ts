import { useRef, useState } from 'preact/hooks';
import { fieldAt, mistakeIn, mistakesIn, type Field, type Values } from '../../desk/fields.ts';
import { onceReleased } from '../released.ts';
import type { Failure } from './api.ts';
import { useDesk } from './context.ts';
import { draftOf, dropDraft, keepDraft } from './drafts.ts';
import { controlId, useMistakeText, type Complaints } from './formFields.tsx';

/** A form being filled in: its values, kept as a draft, and what is wrong with them. */
export interface FormState {
  readonly values: Values;
  readonly complaints: Complaints;
  /** True when the form started from what was typed before. */
  readonly fromDraft: boolean;
  readonly change: (name: string, value: string) => void;
  /** Puts all values anew. */
  readonly fill: (values: Values) => void;
  readonly leave: (field: Field) => void;
  /** Marks everything that is wrong and goes to the first of it; true when nothing is. */
  readonly check: () => boolean;
  /** Marks what the API found wrong; gives the sentences that belong to no field. */
  readonly complain: (failure: Failure) => readonly string[];
  readonly forget: () => void;
  /** Stays the same while the body does, so that a second try of the same thing is not done twice. */
  readonly keyFor: (body: unknown) => string;
}

/** Sets up a form. `id` names its draft and its controls. */
export const useForm = (id: string, fields: readonly Field[], start: Values): FormState => {
  const { words, announce, zone, now } = useDesk();
  const mistakeText = useMistakeText();
  const [draft] = useState(() => draftOf(id));
  const [values, setValues] = useState<Values>({ ...start, ...draft });
  const [complaints, setComplaints] = useState<Complaints>({});
  const sent = useRef({ body: '', key: '' });
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(Date.parse(now));

  const complainOf = (field: Field, of: Values): void => {
    const mistake = mistakeIn(field, of, today);
    setComplaints(({ [field.name]: _, ...others }) => (mistake ? { ...others, [field.name]: mistakeText(mistake) } : others));
  };
  const goToFirst = (wrong: Complaints): void => {
    announce(words('form.invalid', { count: Object.keys(wrong).length }));
    const first = fields.find(({ name }) => wrong[name] !== undefined);
    if (first) requestAnimationFrame(() => document.getElementById(controlId(id, first))?.focus());
  };

  return {
    values,
    complaints,
    fromDraft: draft !== undefined,
    change: (name, value) => {
      const next = { ...values, [name]: value };
      setValues(next);
      keepDraft(id, next);
      const field = fields.find((one) => one.name === name && (one.when?.(next) ?? true));
      if (field && complaints[name]) complainOf(field, next);
    },
    fill: (next) => {
      setValues(next);
      keepDraft(id, next);
    },
    leave: (field) => {
      if (values[field.name]?.trim()) onceReleased(() => complainOf(field, values));
    },
    check: () => {
      const wrong = Object.fromEntries(mistakesIn(fields, values, today).map((mistake) => [mistake.name, mistakeText(mistake)]));
      setComplaints(wrong);
      if (Object.keys(wrong).length > 0) goToFirst(wrong);
      return Object.keys(wrong).length === 0;
    },
    complain: ({ errors }) => {
      const found = errors.map(({ pointer, detail }) => ({ name: fieldAt(fields, pointer)?.name, detail }));
      const wrong = Object.fromEntries(found.flatMap(({ name, detail }) => (name ? [[name, detail]] : [])));
      setComplaints(wrong);
      if (Object.keys(wrong).length > 0) goToFirst(wrong);
      return found.flatMap(({ name, detail }) => (name ? [] : [detail]));
    },
    forget: () => dropDraft(id),
    keyFor: (body) => {
      const text = JSON.stringify(body);
      if (sent.current.body !== text) sent.current = { body: text, key: crypto.randomUUID() };
      return sent.current.key;
    },
  };
};
