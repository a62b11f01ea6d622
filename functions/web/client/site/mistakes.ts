import { onceReleased } from '../released.ts';
import { controlsOf, isControl, lengthOf, type Control } from './controls.ts';

const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$/;

const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

const groupOf = (control: Control): HTMLElement | null => control.closest<HTMLElement>('[role="radiogroup"]');

const chosen = (group: HTMLElement): boolean => group.querySelector('input:checked') !== null;

const wrongFile = ({ files, dataset }: HTMLInputElement): string | undefined =>
  (files?.[0]?.size ?? 0) > Number(dataset['maxBytes'] ?? Infinity) ? dataset['sayBytes'] : undefined;

const wrongDate = ({ value, dataset }: HTMLInputElement): string | undefined => (value > today() ? dataset['sayFuture'] : undefined);

const wrongInput = (input: HTMLInputElement): string | undefined => {
  switch (input.type) {
    case 'email':
      return EMAIL.test(input.value.trim()) ? undefined : input.dataset['sayEmail'];
    case 'date':
      return wrongDate(input);
    case 'file':
      return wrongFile(input);
    default:
      return undefined;
  }
};

const isEmpty = (control: Control): boolean =>
  control.type === 'checkbox' && control instanceof HTMLInputElement ? !control.checked : control.value.trim() === '';

/** The sentence for what is wrong with a field, from the page itself: the same that the server would answer. */
const mistakeOf = (control: Control): string | undefined => {
  const group = groupOf(control);
  if (group) return chosen(group) ? undefined : group.dataset['sayRequired'];
  if (control.validity.badInput) return control.dataset['sayDate'];
  if (isEmpty(control)) return control.required ? control.dataset['sayRequired'] : undefined;
  const max = Number(control.dataset['max'] ?? Infinity);
  if (lengthOf(control.value) > max) return control.dataset['sayLong'];
  return control instanceof HTMLInputElement ? wrongInput(control) : undefined;
};

const show = (control: Control, mistake: string | undefined): void => {
  const holder = groupOf(control) ?? control;
  const line = document.getElementById(holder.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '');
  if (line) {
    line.textContent = mistake ?? '';
    line.hidden = !mistake;
  }
  if (mistake) holder.setAttribute('aria-invalid', 'true');
  else holder.removeAttribute('aria-invalid');
  holder.closest('.field')?.classList.toggle('field-wrong', Boolean(mistake));
};

const isWrong = (control: Control): boolean => (groupOf(control) ?? control).hasAttribute('aria-invalid');

/** Tells mistakes when a field that was touched is left, goes on telling while it is mended, and stops a form that holds one. */
export const tellMistakes = (form: HTMLFormElement): void => {
  const touched = new Set<Control>();
  form.noValidate = true;
  form.addEventListener('input', ({ target }) => {
    if (!isControl(target)) return;
    touched.add(target);
    if (isWrong(target)) show(target, mistakeOf(target));
  });
  form.addEventListener('focusout', ({ target }) => {
    if (isControl(target) && touched.has(target)) onceReleased(() => show(target, mistakeOf(target)));
  });
  form.addEventListener('submit', (event) => {
    const wrong = controlsOf(form).filter((control) => {
      const mistake = mistakeOf(control);
      show(control, mistake);
      return mistake !== undefined;
    });
    if (wrong.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wrong[0]?.focus();
  });
};
