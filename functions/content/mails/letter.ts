import type { Locale, Stage } from '../../domain/case/model.ts';

/** A label and its value, as in a form. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A button and where it leads. The first of a row is the main one. */
export interface Button {
  readonly label: string;
  readonly url: string;
}

/** A part of a letter. All strings are plain text: the writers of HTML and of plain text each see to their own safety. */
export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'notice'; readonly text: string }
  | { readonly type: 'small'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  /** Words of a person, with their line breaks. */
  | { readonly type: 'quote'; readonly label: string; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'steps'; readonly items: readonly string[] }
  | { readonly type: 'buttons'; readonly buttons: readonly Button[] };

/** What one kind of mail says. */
export interface Body {
  readonly title: string;
  /** What readers show beside the subject. */
  readonly preview: string;
  readonly blocks: readonly Block[];
}

/** A whole mail, before it becomes HTML and plain text. */
export interface Letter extends Body {
  readonly locale: Locale;
  readonly subject: string;
  readonly brand: { readonly name: string; readonly line: string; readonly url: string };
  /** Where the case stands among its stages; absent when the case is closed. */
  readonly progress?: { readonly step: number; readonly steps: number; readonly text: string; readonly stage: Stage } | undefined;
  /** Which case or contract this is about: number and subject; a greeting is about none. */
  readonly reference?: string | undefined;
  readonly greeting: string;
  readonly signOff: string;
  readonly team: string;
  /** Joins a label and its value in plain text. */
  readonly labelled: (label: string, value: string) => string;
  readonly footer: readonly string[];
  readonly unsubscribe?: { readonly text: string; readonly link: Button } | undefined;
}
