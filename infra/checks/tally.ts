import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

/** Prints `N passed, N failed` over the tests and the checks of one run. Arguments: jest's JSON and its exit code, the checks' JSON and theirs. */
const [testFile = '', testCode = '1', checkFile = '', checkCode = '1'] = process.argv.slice(2);

interface Sum {
  readonly passed: number;
  readonly failed: number;
}

const tests = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numRuntimeErrorTestSuites: z.number() });
const checks = z.array(z.object({ passed: z.boolean() }));

const read = <T>(file: string, schema: z.ZodType<T>): T | undefined =>
  existsSync(file) ? schema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data : undefined;

/** A run that failed without naming a failure, or that left no result, counts as one failure. */
const honest = (sum: Sum, code: string): Sum => (code !== '0' && sum.failed === 0 ? { ...sum, failed: 1 } : sum);

const tested = read(testFile, tests);
const checked = read(checkFile, checks);
const sums = [
  honest(
    { passed: tested?.numPassedTests ?? 0, failed: (tested?.numFailedTests ?? 0) + (tested?.numRuntimeErrorTestSuites ?? 0) },
    testCode,
  ),
  honest(
    { passed: checked?.filter((step) => step.passed).length ?? 0, failed: checked?.filter((step) => !step.passed).length ?? 0 },
    checkCode,
  ),
];
const total = sums.reduce((sum, part) => ({ passed: sum.passed + part.passed, failed: sum.failed + part.failed }), {
  passed: 0,
  failed: 0,
});
console.log(`${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0) process.exitCode = 1;
