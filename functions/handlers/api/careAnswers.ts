import * as z from 'zod/mini';
import type { CareBook, CareRules } from '../../domain/care/rules.ts';
import { instant, optionalText, showing } from './answerParts.ts';
import { careRules } from './careSchemas.ts';

const head = { version: z.int(), at: instant, by: optionalText, note: optionalText };

/** `GET` and `PUT /api/desk/care/rules`. Rules are told as they are taken. */
export const careBook = showing<Omit<CareBook, 'command'>>()(z.strictObject({ ...head, rules: showing<CareRules>()(careRules) }));
