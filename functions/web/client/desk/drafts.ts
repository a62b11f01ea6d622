import type { Values } from '../../desk/fields.ts';

/** What somebody typed and has not sent: kept in this tab, so that neither a reload nor an ended session loses it. Signing out clears it. */
const PREFIX = 'aftercare.draft.';

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');

/** The draft of a form, if there is one. */
export const draftOf = (form: string): Values | undefined => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(PREFIX + form) ?? 'null');
    return isValues(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps a draft; a store that is full or closed loses drafts, never the form itself. */
export const keepDraft = (form: string, values: Values): void => {
  try {
    sessionStorage.setItem(PREFIX + form, JSON.stringify(values));
  } catch {
    // The form goes on without a draft.
  }
};

/** Forgets a draft. */
export const dropDraft = (form: string): void => sessionStorage.removeItem(PREFIX + form);
