let pressed = false;
const waiting: (() => void)[] = [];

const release = (): void => {
  pressed = false;
  const calls = waiting.splice(0);
  setTimeout(() => {
    for (const call of calls) call();
  }); // after the click that follows
};

document.addEventListener('pointerdown', () => (pressed = true), true);
document.addEventListener('pointerup', release, true);
document.addEventListener('pointercancel', release, true);

/** Calls at once, or when the pointer that is down has been released: a button that moves away under the pointer would not be clicked. */
export const onceReleased = (call: () => void): void => {
  if (pressed) waiting.push(call);
  else call();
};
