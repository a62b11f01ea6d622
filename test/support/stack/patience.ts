import { jest } from '@jest/globals';

jest.setTimeout(120_000); // a guard against hanging; what a test waits for has a deadline of its own (eventually.ts)
// A busy machine can miss a deadline of a real system once; a fault fails twice. What failed first is printed.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
