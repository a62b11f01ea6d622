const copy = async (button: HTMLButtonElement): Promise<void> => {
  await navigator.clipboard.writeText(new URL(button.dataset['copy'] ?? '', location.href).href);
  button.textContent = button.dataset['copied'] ?? '';
};

/** Shows the buttons that copy the link to keep, where the browser lets a page copy. */
export const showCopyButtons = (): void => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
};
