/** Asks before somebody leaves a page with something unsent. Changing the language keeps the draft, so that it needs no question. */
export const guardLeaving = (): void => {
  let unsent = false;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guard]')) {
    form.addEventListener('input', () => (unsent = true));
    form.addEventListener('reset', () => (unsent = false));
  }
  document.addEventListener('submit', ({ defaultPrevented }) => {
    if (!defaultPrevented) unsent = false;
  });
  for (const link of document.querySelectorAll('a[data-language]')) link.addEventListener('click', () => (unsent = false));
  window.addEventListener('beforeunload', (event) => {
    if (unsent) event.preventDefault();
  });
};
