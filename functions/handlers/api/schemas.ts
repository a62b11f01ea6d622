import * as z from 'zod/mini';
import { CATEGORIES, CHANNELS, HOLD_REASONS, LOCALES, PRIORITIES, REMEDIES, REQUESTS, ROOT_CAUSES } from '../../domain/case/model.ts';
import { REGIONS } from '../../domain/clocks/regions/holidayYear.ts';
import type { Action } from '../../domain/case/permissions.ts';
import { email, line, money, pastDate, scale, text } from './fields.ts';

const customer = z.strictObject({
  name: line(1, 100),
  email: email(),
  phone: z.optional(line(3, 40)),
  locale: z.optional(z.enum(LOCALES)),
  region: z.optional(z.enum(REGIONS)),
});

const product = z.strictObject({
  name: line(1, 200),
  orderNo: z.optional(line(1, 100)),
  serial: z.optional(line(1, 100)),
  purchasedOn: z.optional(pastDate()),
});

const items = z.array(z.strictObject({ name: line(1, 200), quantity: scale(1, 999) })).check(z.minLength(1), z.maxLength(20));

const consent = z.strictObject({ service: z.literal(true), marketing: z._default(z.boolean(), false) });

/** Channels that people name; follow-up cases open themselves. */
const channel = z._default(z.enum(CHANNELS.filter((name) => name !== 'follow-up')), 'web');

const common = { subject: line(1, 200), description: text(1, 5000), customer, channel, consent };

/** Body of `POST /api/cases` (contract.md): a complaint, an after-sales request or an inquiry. */
export const opening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('complaint'), ...common, desiredRemedy: text(1, 1000), product: z.optional(product) }),
  z.strictObject({
    kind: z.literal('after-sales'),
    request: z.enum(REQUESTS),
    ...common,
    desiredRemedy: z.optional(text(1, 1000)),
    product,
    items: z.optional(items),
  }),
  z.strictObject({ kind: z.literal('inquiry'), ...common, desiredRemedy: z.optional(text(1, 1000)), product: z.optional(product) }),
]);
export type OpeningBody = z.infer<typeof opening>;

/** Body of `POST /api/cases/{caseId}/messages`. */
export const message = z.strictObject({ message: text(1, 5000) });

/** Body of `POST /api/cases/{caseId}/decision`. */
export const decision = z.strictObject({ accept: z.boolean(), reason: z.optional(text(1, 2000)) });

/** Body of `POST /api/cases/{caseId}/withdrawal`. */
export const withdrawal = z.strictObject({ reason: z.optional(text(1, 2000)) });

/** Body of `POST /api/cases/{caseId}/reopening` (F38). */
export const reopening = z.strictObject({ reason: text(1, 2000) });

/** Body of `POST /api/cases/{caseId}/attachments` as JSON; browsers send the same as a multipart form with the field `file`. */
export const attachment = z.strictObject({ name: line(1, 200), contentType: line(1, 100), data: z.base64().check(z.maxLength(6_000_000)) });

/** Body of `POST /api/surveys/{token}` (F51, F52, F56). */
export const survey = z.strictObject({
  outcome: scale(1, 5),
  handling: scale(1, 5),
  recommend: scale(0, 10),
  comment: z.optional(text(1, 2000)),
});

/** One line, mostly one of a list that readers see in their language; what the list lacks is taken as written. */
const known = (names: readonly string[], max: number) =>
  line(1, max).register(z.globalRegistry, { examples: [...names], minLength: 1, maxLength: max });

/** Bodies of `POST /api/desk/cases/{caseId}/{action}`. */
export const actions = {
  assign: z.strictObject({ owner: line(1, 254) }),
  classify: z.strictObject({
    category: z.enum(CATEGORIES),
    priority: z.enum(PRIORITIES),
    safety: z.boolean(),
    segment: z.optional(line(1, 40)),
    contract: z.optional(line(1, 100)),
    region: z.optional(z.enum(REGIONS)),
  }),
  respond: message,
  note: z.strictObject({ note: text(1, 5000) }),
  hold: z.strictObject({ reason: known(HOLD_REASONS, 200), message: z.optional(text(1, 5000)) }),
  resume: z.strictObject({}),
  findings: z.strictObject({ text: text(1, 5000), rootCause: known(ROOT_CAUSES, 80) }),
  offer: z.strictObject({ remedy: known(REMEDIES, 200), amount: z.optional(money()), reasons: text(1, 5000) }),
  approve: z.strictObject({}),
  decline: z.strictObject({ reasons: text(1, 2000) }),
  refuse: z.strictObject({ reasons: text(1, 5000), rule: text(1, 500) }),
  receive: z.strictObject({ note: z.optional(text(1, 2000)) }),
  fulfil: z.strictObject({ reference: line(1, 200) }),
  reopen: z.strictObject({ reason: z.optional(text(1, 2000)) }),
  escalate: z.strictObject({ reason: z.optional(text(1, 2000)) }),
  extend: z.strictObject({ reasons: text(1, 5000) }),
} satisfies Record<Action, z.ZodMiniType>;
