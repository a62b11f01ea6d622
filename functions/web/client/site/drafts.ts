import { controlsOf, type Control } from './controls.ts';

const PREFIX = 'aftercare:';

/** The storage of this window, which some browsers refuse: then there are no drafts. */
const storage = (): Storage | undefined => {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
};

const isTicked = (control: Control): boolean => control.type === 'radio' || control.type === 'checkbox';

const read = (name: string): Readonly<Record<string, unknown>> => {
  try {
    const kept: unknown = JSON.parse(storage()?.getItem(PREFIX + name) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
};

const write = (name: string, form: HTMLFormElement): void => {
  const filled = controlsOf(form)
    .filter((control) => control.type !== 'file')
    .filter((control) => (control instanceof HTMLInputElement && isTicked(control) ? control.checked : control.value !== ''))
    .map((control) => [control.name, control.value]);
  try {
    storage()?.setItem(PREFIX + name, JSON.stringify(Object.fromEntries(filled)));
  } catch {
    /* The storage is full or refused: the form works without drafts. */
  }
};

const restore = (form: HTMLFormElement, kept: Readonly<Record<string, unknown>>): boolean => {
  const found = controlsOf(form).filter((control) => {
    const value = kept[control.name];
    if (typeof value !== 'string' || control.type === 'file') return false;
    if (control instanceof HTMLInputElement && isTicked(control)) {
      if (control.value !== value || control.checked) return false;
      control.checked = true;
      return true;
    }
    if (control.value !== '') return false;
    control.value = value;
    return true;
  });
  return found.length > 0;
};

/** Forgets the drafts of what has reached us. */
export const clearSentDrafts = (): void => {
  for (const { dataset } of document.querySelectorAll<HTMLElement>('[data-draft-done]'))
    storage()?.removeItem(PREFIX + (dataset['draftDone'] ?? ''));
};

/** Keeps what is typed for as long as the window is open, and puts it back into an empty form. */
export const keepDraft = (form: HTMLFormElement): void => {
  const name = form.dataset['draft'];
  if (!name) return;
  const note = form.querySelector<HTMLElement>('[data-draft-note]');
  const restored = form.dataset['keep'] !== 'server' && restore(form, read(name));
  if (note) note.hidden = !restored;
  form.addEventListener('input', () => write(name, form));
  form.querySelector('[data-draft-discard]')?.addEventListener('click', () => {
    form.reset();
    storage()?.removeItem(PREFIX + name);
    if (note) note.hidden = true;
    controlsOf(form)[0]?.focus();
  });
};
