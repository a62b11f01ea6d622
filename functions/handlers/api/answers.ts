import * as z from 'zod/mini';
import { MAILS } from '../../domain/case/consequences.ts';
import type { Assignee } from '../../domain/case/decideStaff.ts';
import type { CustomerAction } from '../../domain/case/decideCustomer.ts';
import type { DeskCase, DeskRow } from '../../domain/case/deskView.ts';
import { WAITING_FOR, type WaitingFor } from '../../domain/case/flow.ts';
import * as model from '../../domain/case/model.ts';
import type { Attachment, CaseEvent, Classification, Happening, Offer, Opening, Refusal, SurveyAnswers } from '../../domain/case/model.ts';
import { ACTIONS } from '../../domain/case/permissions.ts';
import { FIELD_ERROR_CODES } from '../../domain/kernel/fieldError.ts';
import type { CustomerCase, CustomerClock, CustomerClocks, CustomerHistoryLine } from '../../domain/case/view.ts';
import {
  CLOCK_STATES,
  type Clocks,
  type LegalClock,
  type PossibleExtension,
  type ReceiptLine,
  type Receipts,
  type ServiceClock,
} from '../../domain/case/clocks.ts';
import type { Notice } from '../../domain/case/notices.ts';
import { LEGAL_CLOCKS } from '../../domain/clocks/legalRules.ts';
import { WHYS } from '../../domain/clocks/receipt.ts';
import { REGIONS, type HolidayYear } from '../../domain/clocks/regions/holidayYear.ts';
import { RECIPIENTS, SERVICE_CLOCKS, type ClockRules, type RuleBook } from '../../domain/clocks/rules.ts';
import type { AttainedClock, Attainment, PolicyAttainment } from '../../domain/case/attainment.ts';
import type { ClockAnswer, ContractAnswer, DueAnswer, ElapsedAnswer, LegalAnswer } from '../../domain/clocks/preview.ts';
import type { ChangedDay } from '../../domain/clocks/regions/changedDays.ts';
import type { StatutoryDay } from '../../domain/clocks/regions/statutory.ts';
import { PROBLEMS, type ProblemType } from '../../http/problem.ts';
import type { CasesPage, Queue } from '../../usecases/listCases.ts';
import type { CaseMailRecord } from '../../usecases/ports.ts';
import { actor, date, instant, money, optionalText, showing } from './answerParts.ts';
import { careBook } from './careAnswers.ts';
import { clockRules, holidayYear } from './clockSchemas.ts';
import { changedContract, deskContract } from './contractAnswers.ts';

/** A case number, for example `AC-7KQ4M-2VXTP`. */
export const caseId = z.string();
export { actor, money };

export const offer = showing<Offer>()(z.strictObject({ remedy: z.string(), amount: z.optional(money), reasons: z.string() }));
export const refusal = showing<Refusal>()(z.strictObject({ reasons: z.string(), rule: z.string() }));
const customerClockFields = {
  state: z.enum(CLOCK_STATES),
  startedAt: instant,
  targetSeconds: z.int(),
  due: instant,
  doneAt: z.optional(instant),
  elapsedSeconds: z.int(),
  lateSeconds: z.int(),
  calendar: z.string(),
  unconfirmedYears: z.array(z.int()),
};
export const customerClock = showing<CustomerClock>()(z.strictObject(customerClockFields));
export const policyName = z.strictObject({ id: z.string(), name: z.string() });
export const serviceClock = showing<ServiceClock>()(z.strictObject({ ...customerClockFields, policy: policyName, rulesVersion: z.int() }));
const extensionFields = { days: z.int(), approval: z.boolean() };
export const possibleExtension = showing<PossibleExtension>()(z.strictObject({ ...extensionFields, lastDay: date }));
export const madeExtension = showing<LegalClock['extensions'][number]>()(z.strictObject({ at: instant, days: z.int() }));
export const legalClock = showing<LegalClock>()(
  z.strictObject({
    clock: z.enum(LEGAL_CLOCKS),
    state: z.enum(['running', 'late', 'met', 'missed', 'stopped']),
    region: z.enum(REGIONS),
    source: z.string(),
    days: z.int(),
    regularDays: z.int(),
    extensions: z.array(madeExtension),
    extendable: z.optional(possibleExtension),
    event: date,
    rawLastDay: date,
    lastDay: date,
    internalTarget: date,
    doneAt: z.optional(instant),
    unconfirmedYears: z.array(z.int()),
  }),
);
export const receiptLine = showing<ReceiptLine>()(
  z.strictObject({
    from: instant,
    to: instant,
    counted: z.boolean(),
    why: z.enum(WHYS),
    name: optionalText,
    unconfirmed: z.optional(z.literal(true)),
    late: z.optional(z.literal(true)),
  }),
);
const receiptLines = z.optional(z.array(receiptLine));
export const receipts = showing<Receipts>()(
  z.strictObject({ firstResponse: receiptLines, nextResponse: receiptLines, resolution: receiptLines }),
);
const clocksBeside = { legal: z.array(legalClock), pausedSeconds: z.int(), receipts };
export const customerClocks = showing<CustomerClocks>()(
  z.strictObject({ firstResponse: customerClock, nextResponse: z.optional(customerClock), resolution: customerClock, ...clocksBeside }),
);
export const clocks = showing<Clocks & { readonly receipts: Receipts }>()(
  z.strictObject({ firstResponse: serviceClock, nextResponse: z.optional(serviceClock), resolution: serviceClock, ...clocksBeside }),
);
export const notice = showing<Notice>()(
  z.strictObject({
    clock: z.enum([...SERVICE_CLOCKS, ...LEGAL_CLOCKS]),
    run: instant,
    level: z.union([z.int(), z.enum(['target-day', 'last-day'])]),
    to: z.enum(RECIPIENTS),
    at: instant,
  }),
);
export const attachment = showing<Attachment>()(
  z.strictObject({ id: z.string(), name: z.string(), contentType: z.string(), size: z.int() }),
);
export const surveyAnswers = showing<SurveyAnswers>()(
  z.strictObject({ outcome: z.int(), handling: z.int(), recommend: z.int(), comment: optionalText }),
);
const region = z.optional(z.enum(REGIONS));
const classificationFields = {
  category: z.enum(model.CATEGORIES),
  priority: z.enum(model.PRIORITIES),
  safety: z.boolean(),
  segment: optionalText,
  contract: optionalText,
  region,
};
export const classification = showing<Classification>()(z.strictObject(classificationFields));
const openingFields = {
  kind: z.enum(model.KINDS),
  request: z.optional(z.enum(model.REQUESTS)),
  subject: z.string(),
  description: z.string(),
  desiredRemedy: optionalText,
  customer: z.strictObject({ name: z.string(), email: z.string(), phone: optionalText, locale: z.enum(model.LOCALES), region }),
  product: z.optional(z.strictObject({ name: z.string(), orderNo: optionalText, serial: optionalText, purchasedOn: optionalText })),
  items: z.optional(z.array(z.strictObject({ name: z.string(), quantity: z.int() }))),
  channel: z.enum(model.CHANNELS),
  consent: z.strictObject({ service: z.literal(true), marketing: z.boolean() }),
  followUpOf: z.optional(caseId),
};
export const opening = showing<Omit<Opening, 'classification'>>()(z.strictObject(openingFields));
const nothing = z.strictObject({});

const line = <Type extends model.EventType, Data extends z.ZodMiniType>(type: Type, data: Data) =>
  z.strictObject({ version: z.int(), at: instant, type: z.literal(type), by: actor, data });

type Line<Happened> = Happened extends Happening ? Pick<CaseEvent, 'version' | 'at' | 'by'> & Happened : never;

/** One event of a case as staff see it. */
export const deskHistoryLine = showing<Line<Happening>>()(
  z.discriminatedUnion('type', [
    line('opened', z.strictObject({ ...openingFields, classification })),
    line('classified', classification),
    line('assigned', z.strictObject({ owner: z.string(), ownerName: z.string() })),
    line('replied', z.strictObject({ message: z.string() })),
    line('wrote', z.strictObject({ message: z.string() })),
    line('noted', z.strictObject({ note: z.string() })),
    line('attached', attachment),
    line('held', z.strictObject({ reason: z.enum(model.HOLD_REASONS), note: optionalText, message: optionalText })),
    line('resumed', nothing),
    line('extended', z.strictObject({ reasons: z.string(), ...extensionFields })),
    line('found', z.strictObject({ text: z.string(), rootCause: z.string() })),
    line('offered', z.strictObject({ remedy: z.string(), amount: z.optional(money), reasons: z.string(), needsApproval: z.boolean() })),
    line('approved', nothing),
    line('declined', z.strictObject({ reasons: z.string() })),
    line('refused', refusal),
    line('accepted', nothing),
    line('rejected', z.strictObject({ reason: optionalText, to: z.enum(['investigation', 'review', 'feedback']) })),
    line('received', z.strictObject({ note: optionalText })),
    line('fulfilled', z.strictObject({ reference: z.string() })),
    line('answered', surveyAnswers),
    line('escalated', z.strictObject({ reason: optionalText })),
    line('withdrawn', z.strictObject({ reason: optionalText })),
    line('expired', nothing),
    line('finished', nothing),
    line('reopened', z.strictObject({ reason: optionalText })),
  ]),
);

const EVENT_TYPES = deskHistoryLine._zod.def.options.flatMap((option) => option.shape.type._zod.def.values);

/** One line of the history that the customer sees. */
export const customerHistoryLine = showing<CustomerHistoryLine>()(
  z.strictObject({
    version: z.int(),
    at: instant,
    type: z.enum(EVENT_TYPES),
    by: z.enum(['customer', 'us', 'system']),
    text: optionalText,
  }),
);

const waitingFor = showing<WaitingFor>()(z.enum([...Object.values(WAITING_FOR), 'customer-reply']));

/** `GET /api/cases/{caseId}`. */
export const customerCase = showing<CustomerCase>()(
  z.strictObject({
    caseId,
    version: z.int(),
    kind: z.enum(model.KINDS),
    stage: z.enum(model.STAGES),
    outcome: z.optional(z.enum(model.OUTCOMES)),
    waitingFor,
    subject: z.string(),
    description: z.string(),
    desiredRemedy: optionalText,
    product: z.optional(z.strictObject({ name: z.string(), orderNo: optionalText })),
    openedAt: instant,
    offer: z.optional(offer),
    refusal: z.optional(refusal),
    answerBy: z.optional(instant),
    reopenUntil: z.optional(instant),
    clocks: customerClocks,
    history: z.array(customerHistoryLine),
    attachments: z.array(attachment),
    actions: z.array(showing<CustomerAction>()(z.enum(['message', 'decision', 'withdrawal', 'attachment', 'survey', 'reopening']))),
  }),
);

/** `POST /api/cases` and `POST /api/desk/cases`. */
export const openedCase = z.strictObject({
  caseId,
  stage: z.enum(model.STAGES),
  trackingUrl: z.url(),
  firstResponseDue: instant,
  resolutionDue: instant,
});

/** `POST /api/surveys/{token}`. */
export const answeredSurvey = z.strictObject({ caseId, answered: z.literal(true) });

const rowFields = {
  caseId,
  version: z.int(),
  kind: z.enum(model.KINDS),
  request: z.optional(z.enum(model.REQUESTS)),
  stage: z.enum(model.STAGES),
  step: z.enum(model.STEPS),
  waitingFor,
  subject: z.string(),
  customerName: z.string(),
  owner: optionalText,
  ownerName: optionalText,
  priority: z.enum(model.PRIORITIES),
  safety: z.boolean(),
  escalations: z.int(),
  openedAt: instant,
  due: instant,
  dueClock: z.enum(SERVICE_CLOCKS),
  overdue: z.boolean(),
  lateMinutes: z.int(),
  unansweredSince: z.optional(instant),
};

/** One line of a desk queue. */
export const deskRow = showing<DeskRow>()(z.strictObject(rowFields));

/** `GET /api/desk/cases`. */
export const casesPage = showing<CasesPage>()(z.strictObject({ items: z.array(deskRow), nextCursor: optionalText }));

export const mail = showing<Pick<CaseMailRecord, 'kind' | 'status' | 'at'>>()(
  z.strictObject({
    kind: z.enum([...MAILS, 'clock']),
    status: z.enum(['sent', 'suppressed', 'unsubscribed', 'surveyed-lately']),
    at: instant,
  }),
);

/** `GET /api/desk/cases/{caseId}`, and the answer of every action. */
export const deskCase = showing<
  Omit<DeskCase, 'history'> & {
    /** The view says less than the schema: which data comes with which type. */
    readonly history: readonly Line<Happening>[];
    readonly mails: readonly Pick<CaseMailRecord, 'kind' | 'status' | 'at'>[];
    readonly trackingUrl: string;
    readonly executionUrl: string;
  }
>()(
  z.strictObject({
    ...rowFields,
    opening,
    classification,
    hold: z.optional(z.enum(model.HOLD_REASONS)),
    formerOwners: z.array(z.string()),
    rejections: z.int(),
    rootCause: optionalText,
    offer: z.optional(z.strictObject({ remedy: z.string(), amount: z.optional(money), reasons: z.string(), by: actor })),
    refusal: z.optional(refusal),
    receivedAt: z.optional(instant),
    fulfilment: z.optional(z.strictObject({ reference: z.string(), at: instant })),
    outcome: z.optional(z.enum(model.OUTCOMES)),
    survey: z.optional(surveyAnswers),
    attachments: z.array(attachment),
    answerBy: z.optional(instant),
    clocks,
    notices: z.array(notice),
    history: z.array(deskHistoryLine),
    actions: z.array(z.enum(ACTIONS)),
    mails: z.array(mail),
    trackingUrl: z.url(),
    executionUrl: z.url(),
  }),
);

export const assignee = showing<Omit<Assignee, 'locale'>>()(
  z.strictObject({ id: z.string(), name: z.string(), groups: z.array(z.enum(model.GROUPS)) }),
);

/** `GET /api/desk/me`. */
export const me = z.strictObject({ id: z.string(), name: z.string(), groups: z.array(z.enum(model.GROUPS)) });

/** `GET /api/desk/staff`. */
export const staffList = z.strictObject({ items: z.array(assignee) });

/** `GET /api/desk/queues`. */
export const queueCounts = showing<Record<Queue, number>>()(
  z.strictObject({ mine: z.int(), team: z.int(), unassigned: z.int(), overdue: z.int() }),
);

/** `GET` and `PUT /api/desk/clocks/rules`. Rules are told as they are taken. */
export const ruleBook = showing<Omit<RuleBook, 'command'>>()(
  z.strictObject({ version: z.int(), at: instant, by: optionalText, note: optionalText, rules: showing<ClockRules>()(clockRules) }),
);

export const rulesVersion = showing<Omit<RuleBook, 'rules' | 'command'>>()(
  z.strictObject({ version: z.int(), at: instant, by: optionalText, note: optionalText }),
);

/** `GET /api/desk/clocks/rules/versions`. */
export const rulesVersions = z.strictObject({ items: z.array(rulesVersion) });

export const statutoryDay = showing<StatutoryDay>()(z.strictObject({ kind: z.enum(['off', 'work']), name: z.string() }));
export const changedDay = showing<ChangedDay>()(
  z.strictObject({ date, before: z.optional(statutoryDay), after: z.optional(statutoryDay) }),
);

/** `POST /api/desk/clocks/notice`. */
export const noticeAnswer = z.strictObject({ holidayYear: showing<HolidayYear>()(holidayYear), changes: z.array(changedDay) });

/** `POST /api/desk/clocks/preview`, by what was asked. */
export const dueAnswer = showing<DueAnswer>()(
  z.strictObject({
    due: z.record(z.string(), instant),
    receipts: z.record(z.string(), z.array(receiptLine)),
    unconfirmed: z.record(z.string(), z.array(z.int())),
  }),
);
export const elapsedAnswer = showing<ElapsedAnswer>()(
  z.strictObject({ elapsedSeconds: z.int(), receipt: z.array(receiptLine), unconfirmed: z.array(z.int()) }),
);
export const legalAnswer = showing<LegalAnswer>()(
  z.strictObject({ rawLastDay: date, lastDay: date, internalTarget: date, unconfirmed: z.array(z.int()) }),
);
export const contractAnswer = showing<ContractAnswer>()(z.strictObject({ dates: z.record(z.string(), date) }));
export const clockAnswer = showing<ClockAnswer>()(z.union([dueAnswer, elapsedAnswer, legalAnswer, contractAnswer]));

export const attainedClock = showing<AttainedClock>()(
  z.strictObject({
    met: z.int(),
    missed: z.int(),
    medianLateMinutes: z.optional(z.int()),
    worstLateMinutes: z.optional(z.int()),
  }),
);
export const attainedClocks = z.strictObject({ firstResponse: attainedClock, nextResponse: attainedClock, resolution: attainedClock });
export const policyAttainment = showing<PolicyAttainment>()(z.strictObject({ policy: policyName, cases: z.int(), clocks: attainedClocks }));
export const attainment = showing<Attainment>()(
  z.strictObject({ month: z.string(), team: z.string(), cases: z.int(), clocks: attainedClocks, policies: z.array(policyAttainment) }),
);

/** `GET /api/desk/attainment`. */
export const attainments = z.strictObject({ items: z.array(attainment) });

/** One wrong field of an `invalid-input` problem. */
export const fieldError = z.strictObject({
  pointer: z.string(),
  detail: z.string(),
  code: z.enum(FIELD_ERROR_CODES),
  about: optionalText,
});

const problem = <Type extends ProblemType, Members extends Readonly<Record<string, z.ZodMiniType>>>(type: Type, members: Members) =>
  z.strictObject({
    type: z.literal(`/api/problems/${type}`),
    title: z.literal(PROBLEMS[type][1]),
    status: z.literal(PROBLEMS[type][0]),
    detail: optionalText,
    ...members,
  });

/** Every problem with the members that it brings beyond those of RFC 9457. */
export const problems = {
  'malformed-body': problem('malformed-body', {}),
  'bad-cursor': problem('bad-cursor', {}),
  unauthenticated: problem('unauthenticated', {}),
  forbidden: problem('forbidden', {}),
  'not-found': problem('not-found', {}),
  'not-allowed-now': problem('not-allowed-now', { allowed: z.array(z.string()) }),
  'already-answered': problem('already-answered', {}),
  'contract-ended': problem('contract-ended', { endsOn: date }),
  'task-closed': problem('task-closed', { current: deskContract }),
  gone: problem('gone', {}),
  stale: problem('stale', { current: z.strictObject({ ...rowFields, since: z.array(deskHistoryLine) }) }),
  'stale-rules': problem('stale-rules', { current: ruleBook }),
  'stale-care-rules': problem('stale-care-rules', { current: careBook }),
  'stale-contract': problem('stale-contract', { current: z.optional(changedContract) }),
  'body-too-large': problem('body-too-large', {}),
  'unsupported-media-type': problem('unsupported-media-type', {}),
  'invalid-input': problem('invalid-input', { errors: z.optional(z.array(fieldError)) }),
  'key-reused': problem('key-reused', {}),
  'precondition-required': problem('precondition-required', {}),
  'too-many-requests': problem('too-many-requests', {}),
  internal: problem('internal', {}),
} satisfies Record<ProblemType, z.ZodMiniType>;
