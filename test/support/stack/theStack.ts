import { clockOf, type Clock } from '../../../infra/local/clock.ts';
import { readStackFile, type StackInfo } from '../../../infra/local/stack_file.ts';

let known: StackInfo | undefined;

/** The stack that the tests run against. Throws outside of a run that globalSetup prepared. */
export function theStack(): StackInfo {
  known ??= readStackFile(process.env['AFTERCARE_STACK'] ?? '');
  return known;
}

/** Makes the rest of this test file run against another stack. */
export function useStack(stack: StackInfo): void {
  known = stack;
}

/** The clock of the stack; it moves for everybody. Tests use `pass` of `time.ts`, which first lets the stack come to rest. */
export const theClock = (): Clock => clockOf(theStack().home);
