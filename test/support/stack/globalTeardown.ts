import './globalSetup.ts';

/** Stops the stack that globalSetup started, if it did. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.startedStack?.stop();
}
