/** `node test/support/stack/keep.ts`: a stack as tests start it, until Ctrl-C. Prints the AFTERCARE_STACK to use it with. */
import globalSetup from './globalSetup.ts';
import globalTeardown from './globalTeardown.ts';

await globalSetup();
console.log(`AFTERCARE_STACK=${process.env['AFTERCARE_STACK']}`);
await new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
});
await globalTeardown();
process.exit(0);
