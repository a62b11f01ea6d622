import * as z from 'zod/mini';
import { FESTIVALS, PURPOSES, type Occasion } from '../../domain/care/rules.ts';
import { countableDate, id, line, list, scale, text } from './fields.ts';

/** The same words in every language. */
const inEveryLanguage = <Text extends z.ZodMiniType>(words: () => Text) =>
  z.strictObject({ 'zh-CN': words(), 'zh-TW': words(), en: words() });

export const names = inEveryLanguage(() => line(1, 60));
export const subjects = inEveryLanguage(() => line(1, 100));
export const paragraphs = inEveryLanguage(() => text(1, 4000));

const of = <Kind extends Occasion['kind'], Fields extends Readonly<Record<string, z.ZodMiniType>>>(kind: Kind, fields: Fields) =>
  z.strictObject({ kind: z.literal(kind), ...fields });

/** Fifty years: longer is a mistake. */
const MOST_MONTHS = 600;

export const occasion = z.discriminatedUnion('kind', [
  of('delivery', {}),
  of('after', { months: scale(1, MOST_MONTHS) }),
  of('every', { months: scale(1, 120) }),
  of('birthday', {}),
  of('festival', { festival: z.enum(FESTIVALS) }),
  of('calendar', { months: list(scale(1, 12), 1, 12), day: scale(1, 31) }),
  of('date', { on: countableDate() }),
]);

export const touchpointTask = z.strictObject({ days: scale(1, 365) });
export const touchpointMail = z.strictObject({ subject: subjects, text: paragraphs });

export const touchpoint = z.strictObject({
  id: id('month-4'),
  name: names,
  when: occasion,
  purpose: z.enum(PURPOSES),
  task: z.optional(touchpointTask),
  mail: z.optional(touchpointMail),
  active: z.boolean(),
});

/** Reminders of one premium, at the most: more is pestering. */
const MOST_REMINDERS = 10;

export const renewalRule = z.strictObject({
  remindDaysBefore: list(scale(1, 365), 1, MOST_REMINDERS),
  deliveredAtLeast: scale(1, MOST_REMINDERS),
});

export const lapseRule = z.strictObject({
  graceDaysAfterDemand: scale(1, 365),
  graceDays: scale(1, 365),
  confirmationMonths: scale(1, 12),
  reinstatementMonths: scale(1, 120),
});

export const servicePlan = z.strictObject({
  id: id('standard'),
  name: line(1, 80),
  products: z.optional(list(line(1, 200), 1, 50)),
  renewal: renewalRule,
  lapse: lapseRule,
  touchpoints: list(touchpoint, 0, 60),
});

export const quietHours = z.strictObject({ from: z.string(), to: z.string() });

/** Care rules as they are written down; `checkCareRules` says what else is wrong with them. */
export const careRules = z.strictObject({ plans: list(servicePlan, 1, 50), quiet: quietHours });

/** Body of `PUT /api/desk/care/rules`. */
export const careRulesChange = z.strictObject({ note: z.optional(text(0, 500)), rules: careRules });
