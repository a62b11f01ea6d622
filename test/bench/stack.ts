import globalSetup from '../support/stack/globalSetup.ts';
import globalTeardown from '../support/stack/globalTeardown.ts';

let isUp = false;

/** Starts a stack for this run, once; AFTERCARE_STACK=path/to/stack.json measures a running one instead. */
export async function stackUp(): Promise<void> {
  if (isUp) return;
  if (!process.env['AFTERCARE_STACK']) console.log('Starting a stack of its own, which takes half a minute …');
  await globalSetup();
  isUp = true;
}

/** Stops the stack that this run started, if it did. */
export const stackDown = (): Promise<void> => globalTeardown();
