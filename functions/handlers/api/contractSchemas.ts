import * as z from 'zod/mini';
import { PURPOSES } from '../../domain/care/rules.ts';
import { LOCALES } from '../../domain/case/model.ts';
import { isCountable } from '../../domain/clocks/calendar.ts';
import { REGIONS } from '../../domain/clocks/regions/holidayYear.ts';
import { isTimeZone } from '../../domain/clocks/zone.ts';
import { DESK_SOURCES } from '../../domain/contract/decideConsent.ts';
import { PAYMENT_METHODS, PERIODS } from '../../domain/contract/model.ts';
import { check, countableDate, email, line, money, pastDate, scale, text } from './fields.ts';

const countablePast = () => pastDate().check(check('years', isCountable));

/** Nobody alive was born before. */
const EARLIEST_BIRTHDAY = '1900-01-01';

const timeZone = () =>
  line(1, 64)
    .check(check('time-zone', isTimeZone))
    .register(z.globalRegistry, { examples: ['Asia/Shanghai'], minLength: 1, maxLength: 64 });

export const customer = z.strictObject({
  name: line(1, 100),
  email: z.optional(email()),
  phone: z.optional(line(3, 40)),
  locale: z.optional(z.enum(LOCALES)),
  region: z.optional(z.enum(REGIONS)),
  timeZone: z.optional(timeZone()),
  birthday: z.optional(pastDate().check(check('date', (date) => date >= EARLIEST_BIRTHDAY))),
});

export const consent = z.strictObject({ marketing: z.boolean() });

export const premium = money();

/** Body of `PUT /api/desk/contracts/{contractId}` (F57). */
export const terms = z.strictObject({
  customer,
  owner: line(1, 254),
  product: line(1, 100),
  signedOn: countablePast(),
  deliveredOn: z.optional(countableDate()),
  premium,
  everyMonths: z.literal(PERIODS),
  paymentMethod: z.enum(PAYMENT_METHODS),
  nextDueOn: z.optional(countableDate()),
  endsOn: z.optional(countableDate()),
  consent: z.optional(consent),
});

const reported = { reference: line(1, 100), dueOn: z.optional(countableDate()), amount: premium, paidOn: countablePast() };

export const succeeded = z.strictObject({ status: z.literal('succeeded'), ...reported });
export const failed = z.strictObject({
  status: z.literal('failed'),
  ...reported,
  reason: z.optional(line(1, 200)),
  nextAttemptOn: z.optional(countableDate()),
});

/** Body of `POST /api/desk/contracts/{contractId}/payments` (F60): what the billing system reports. */
export const payment = z.discriminatedUnion('status', [succeeded, failed]);

const notes = () => text(1, 2000);

export const doneTask = z.strictObject({ outcome: z.literal('done'), notes: z.optional(notes()) });
export const postponedTask = z.strictObject({ outcome: z.literal('postponed'), until: countableDate(), notes: z.optional(notes()) });
export const impossibleTask = z.strictObject({ outcome: z.literal('impossible'), notes: notes() });

/** Body of `POST /api/desk/contracts/{contractId}/tasks/{taskId}` (F58): what the owner reports. */
export const taskReport = z.discriminatedUnion('outcome', [doneTask, postponedTask, impossibleTask]);

/** Body of `POST /api/desk/contracts/{contractId}/consents` (F78): what the customer said to staff. */
export const saidConsent = z.strictObject({
  purpose: z.enum(PURPOSES),
  given: z.boolean(),
  source: z.enum(DESK_SOURCES),
  note: z.optional(text(1, 500)),
});

const MOST_ON_PAGE = 100;

const limit = z._default(z.pipe(z.transform(Number), scale(1, MOST_ON_PAGE)), 25);

/** What a list of contracts is asked by, as it stands in an address. */
export const contractsQuery = z.strictObject({
  customer: z.optional(email()),
  number: z.optional(z.string().check(check('contract-number', (text) => /^[A-Za-z0-9._-]{1,64}$/.test(text)))),
  owner: z.optional(line(1, 254)),
  dueFrom: z.optional(countableDate()),
  dueTo: z.optional(countableDate()),
  limit,
  cursor: z.optional(z.string()),
});

/** What the list of tasks is asked by: `owner` is a user name, `me`, or `nobody`. */
export const tasksQuery = z.strictObject({
  owner: z.optional(line(1, 254)),
  dueTo: z.optional(countableDate()),
  limit,
  cursor: z.optional(z.string()),
});
