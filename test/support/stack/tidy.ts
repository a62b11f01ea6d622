import { afterEach } from '@jest/globals';
import { tidy } from './liveCase.ts';

afterEach(tidy);
