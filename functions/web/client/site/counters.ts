import { isControl, lengthOf } from './controls.ts';

/** The counter stays out of the way until this share of the room is used. */
const SHOWN_FROM = 0.8;

const count = (target: EventTarget | null): void => {
  if (!isControl(target)) return;
  const line = target.closest('.field')?.querySelector<HTMLElement>('[data-counter]');
  if (!line) return;
  const used = lengthOf(target.value);
  const max = Number(target.dataset['max']);
  line.hidden = used < max * SHOWN_FROM;
  line.classList.toggle('counter-over', used > max);
  line.textContent = (line.dataset['counter'] ?? '').replace('{used}', used.toLocaleString(document.documentElement.lang));
};

/** Counts the characters of large fields once they fill up. */
export const countCharacters = (form: HTMLFormElement): void => {
  form.addEventListener('input', ({ target }) => count(target));
  for (const element of form.elements) count(element);
};
