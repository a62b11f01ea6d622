/** A slow network is given this long before the button may be pressed again; the key of the form makes a second sending harmless. */
const PATIENCE_MS = 20_000;

/** Sends a form once, however often the button is pressed, and says that it is on its way. */
export const sendOnce = (form: HTMLFormElement): void => {
  const labels = new Map<HTMLButtonElement, string>();
  const rest = (): void => {
    delete form.dataset['underWay'];
    for (const [button, label] of labels) {
      button.textContent = label;
      button.removeAttribute('aria-disabled');
    }
    labels.clear();
  };
  form.addEventListener('submit', (event) => {
    if (form.dataset['underWay']) {
      event.preventDefault();
      return;
    }
    form.dataset['underWay'] = 'true';
    const button = event.submitter;
    if (button instanceof HTMLButtonElement) {
      labels.set(button, button.textContent ?? '');
      button.textContent = form.dataset['sending'] ?? button.textContent;
      button.setAttribute('aria-disabled', 'true');
    }
    window.setTimeout(rest, PATIENCE_MS);
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) rest();
  });
};
