import { useState } from 'preact/hooks';
import { mayEditRules } from '../../../../domain/case/permissions.ts';
import type { Book } from '../../../../domain/kernel/book.ts';
import type { FieldError } from '../../../../domain/kernel/fieldError.ts';
import type { Answer } from '../api.ts';
import { useDesk } from '../context.ts';
import { draftOf, dropDraft, keepDraft } from '../drafts.ts';

/** Rules while somebody edits them, and the version that the editing began with. */
export interface Editing<Rules, Draft> {
  readonly base: Book<Rules>;
  readonly draft: Draft;
  readonly note: string;
}

/** My draft over rules that somebody else saved meanwhile; parts in words. */
export interface Met<Draft> {
  readonly draft: Draft;
  /** Parts that only they changed: theirs are in the draft now. */
  readonly theirs: readonly string[];
  /** Parts that both changed: mine stay in the draft. */
  readonly both: readonly string[];
}

/** How rules of one kind are edited. */
export interface BookKind<Rules, Draft> {
  readonly load: () => Promise<Answer<Book<Rules>>>;
  readonly save: (version: number, body: { readonly note: string; readonly rules: Rules }) => Promise<Answer<Book<Rules>>>;
  readonly rulesOf: (draft: Draft) => Rules;
  /** What cannot be sent because it cannot be read; pointers as the API gives them. */
  readonly mistakesOf: (draft: Draft) => readonly FieldError[];
  /** Parts that differ, in words. */
  readonly changed: (before: Rules, after: Rules) => readonly string[];
  readonly meet: (base: Rules, mine: Draft, now: Rules) => Met<Draft>;
  /** What saving does. */
  readonly effect: string;
}

const isEditing = <Rules, Draft>(value: unknown): value is Editing<Rules, Draft> =>
  typeof value === 'object' && value !== null && 'base' in value && 'draft' in value && 'note' in value;

const kept = <Rules, Draft>(name: string): Editing<Rules, Draft> | undefined => {
  try {
    const value: unknown = JSON.parse(draftOf(name)?.['editing'] ?? 'null');
    return isEditing<Rules, Draft>(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** What is being edited in this tab under a name, if anything, and what puts another in its place. Neither a reload nor another page of the desk loses it. */
export const useEditing = <Rules, Draft>(
  name: string,
): readonly [editing: Editing<Rules, Draft> | undefined, edit: (next: Editing<Rules, Draft> | undefined) => void] => {
  const { me } = useDesk();
  const [editing, setEditing] = useState(() => (mayEditRules(me) ? kept<Rules, Draft>(name) : undefined));
  const edit = (next: Editing<Rules, Draft> | undefined): void => {
    setEditing(next);
    if (next) keepDraft(name, { editing: JSON.stringify(next) });
    else dropDraft(name);
  };
  return [editing, edit];
};
