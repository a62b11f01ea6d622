export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** True for a field that the customer fills. */
export const isControl = (element: unknown): element is Control =>
  (element instanceof HTMLInputElement && element.type !== 'hidden') ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

/** The fields of a form that the customer fills. */
export const controlsOf = (form: HTMLFormElement): readonly Control[] => [...form.elements].filter(isControl);

/** Characters as the server counts them: by code point, line breaks as one. */
export const lengthOf = (text: string): number => Array.from(text.replace(/\r\n?/g, '\n').trim()).length;
