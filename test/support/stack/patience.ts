import { jest } from '@jest/globals';

jest.setTimeout(120_000); // a guard against hanging; what a test waits for has a deadline of its own (eventually.ts)
