import * as z from 'zod/mini';
import { PURPOSES } from '../../domain/care/rules.ts';
import { LOCALES } from '../../domain/case/model.ts';
import { REGIONS } from '../../domain/clocks/regions/holidayYear.ts';
import {
  LINE_STATES,
  MAIL_STATES,
  RAISED_STATES,
  SENT_STATES,
  TASK_STATES,
  type ConsentView,
  type MailLine,
  type PlanLine,
  type RenewalView,
  type TaskLine,
} from '../../domain/contract/careView.ts';
import type {
  ContractHistoryLine,
  ContractRow,
  ContractSince,
  DeskContract,
  DueDate,
  PaymentLine,
  TaskRow,
} from '../../domain/contract/deskView.ts';
import {
  HELD_REASONS,
  MAIL_OUTCOMES,
  PAYMENT_METHODS,
  PERIODS,
  RENEWAL_STAGES,
  STEP_KINDS,
  TASK_OUTCOMES,
  type Agreed,
  type Cared,
  type ConsentEntry,
  type Consented,
  type EventType,
  type Failed,
  type Mailed,
  type Paid,
  type Policyholder,
  type TakenStep,
  type TaskReport,
  type Terms,
} from '../../domain/contract/model.ts';
import { CONTRACT_STATUSES } from '../../domain/contract/status.ts';
import type { ContractsPage } from '../../usecases/listContracts.ts';
import type { TasksPage } from '../../usecases/listTasks.ts';
import { actor, date, instant, money, optionalText, showing } from './answerParts.ts';

const optionalDate = z.optional(date);

export const policyholder = showing<Policyholder>()(
  z.strictObject({
    name: z.string(),
    email: optionalText,
    phone: optionalText,
    locale: z.optional(z.enum(LOCALES)),
    region: z.optional(z.enum(REGIONS)),
    timeZone: optionalText,
    birthday: optionalDate,
  }),
);

/** What `PUT /api/desk/contracts/{contractId}` took. */
export const terms = showing<Terms>()(
  z.strictObject({
    customer: policyholder,
    owner: z.string(),
    product: z.string(),
    signedOn: date,
    deliveredOn: optionalDate,
    premium: money,
    everyMonths: z.literal(PERIODS),
    paymentMethod: z.enum(PAYMENT_METHODS),
    nextDueOn: optionalDate,
    endsOn: optionalDate,
    consent: z.optional(z.strictObject({ marketing: z.boolean() })),
  }),
);

const agreed = showing<Agreed>()(z.strictObject({ terms, unpaidFrom: date }));
const paidFields = { reference: z.string(), dueOn: date, amount: money, paidOn: date };
const failedFields = { ...paidFields, reason: optionalText, nextAttemptOn: optionalDate };

const line = <Type extends EventType, Data extends z.ZodMiniType>(type: Type, data: Data) =>
  z.strictObject({ version: z.int(), at: instant, type: z.literal(type), by: actor, data });

/** The same words in every language. */
export const texts = z.strictObject({ 'zh-CN': z.string(), 'zh-TW': z.string(), en: z.string() });
const purpose = z.enum(PURPOSES);
const heldReason = z.optional(z.enum(HELD_REASONS));

/** The touchpoint of a step. */
export const touchpoint = z.strictObject({ id: z.string(), name: texts });

/** A step that was taken or held back. */
export const takenStep = showing<TakenStep>()(
  z.strictObject({
    id: z.string(),
    kind: z.enum(STEP_KINDS),
    on: optionalDate,
    dueOn: optionalDate,
    touchpoint: z.optional(touchpoint),
    purpose,
    mail: z.optional(z.literal(true)),
    held: heldReason,
    again: optionalDate,
    task: z.optional(z.strictObject({ due: date })),
  }),
);

const cared = showing<Cared>()(z.strictObject({ day: date, asOf: instant, rules: z.int(), steps: z.array(takenStep) }));

const mailed = showing<Mailed>()(
  z.strictObject({
    version: z.int(),
    step: z.string(),
    outcome: z.enum([...MAIL_OUTCOMES, 'held']),
    held: heldReason,
    again: optionalDate,
    gaveUp: z.optional(z.literal(true)),
  }),
);

const taskReport = showing<TaskReport>()(
  z.strictObject({ task: z.string(), outcome: z.enum(TASK_OUTCOMES), notes: optionalText, until: optionalDate }),
);

const consented = showing<Consented>()(z.strictObject({ purpose, given: z.boolean(), source: z.string(), note: optionalText }));

/** One event of a contract. */
export const contractHistoryLine = showing<ContractHistoryLine>()(
  z.discriminatedUnion('type', [
    line('registered', agreed),
    line('changed', agreed),
    line('paid', showing<Paid>()(z.strictObject(paidFields))),
    line('failed', showing<Failed>()(z.strictObject(failedFields))),
    line('cared', cared),
    line('mailed', mailed),
    line('task', taskReport),
    line('consented', consented),
  ]),
);

const rowFields = {
  contractId: z.string(),
  version: z.int(),
  status: z.enum(CONTRACT_STATUSES),
  customerName: z.string(),
  product: z.string(),
  premium: money,
  owner: z.string(),
  ownerName: optionalText,
  signedOn: date,
  dueOn: optionalDate,
};

/** One line of the register. */
export const contractRow = showing<ContractRow>()(z.strictObject(rowFields));

/** `GET /api/desk/contracts`. */
export const contractsPage = showing<ContractsPage>()(z.strictObject({ items: z.array(contractRow), nextCursor: optionalText }));

export const dueDate = showing<DueDate>()(
  z.strictObject({ dueOn: date, paid: z.boolean(), paidOn: optionalDate, reference: optionalText }),
);

export const paymentLine = showing<PaymentLine>()(z.strictObject({ status: z.enum(['succeeded', 'failed']), ...failedFields }));

const subject = { kind: z.enum(STEP_KINDS), touchpoint: z.optional(touchpoint), dueOn: optionalDate, purpose };

/** One step of a contract's plan. */
export const planLine = showing<PlanLine>()(
  z.strictObject({
    id: z.string(),
    on: date,
    ...subject,
    state: z.enum(LINE_STATES),
    mail: z.optional(z.strictObject({ state: z.enum(MAIL_STATES), held: heldReason, again: optionalDate })),
    task: z.optional(z.strictObject({ state: z.enum(TASK_STATES), due: date })),
  }),
);

const taskFields = {
  id: z.string(),
  ...subject,
  raisedOn: date,
  firstDue: date,
  due: date,
  state: z.enum(RAISED_STATES),
  late: z.boolean(),
  postponeTo: optionalDate,
  notes: optionalText,
  closedAt: z.optional(instant),
  closedBy: z.optional(actor),
};

/** A task of a contract. */
export const taskLine = showing<TaskLine>()(z.strictObject(taskFields));

/** A mail that was ordered or held back. */
export const mailLine = showing<MailLine>()(
  z.strictObject({
    step: z.string(),
    version: z.int(),
    on: date,
    ...subject,
    state: z.enum(SENT_STATES),
    held: heldReason,
    again: optionalDate,
    reportedAt: z.optional(instant),
  }),
);

/** One word on messages. */
export const consentEntry = showing<ConsentEntry>()(
  z.strictObject({ purpose, given: z.boolean(), source: z.string(), note: optionalText, at: instant }),
);

/** The newest word on a purpose. */
export const currentConsent = z.strictObject({ purpose, given: z.optional(z.boolean()), at: z.optional(instant), source: optionalText });

export const consentView = showing<ConsentView>()(z.strictObject({ current: z.array(currentConsent), ledger: z.array(consentEntry) }));

export const renewalView = showing<RenewalView>()(
  z.strictObject({
    dueOn: date,
    stage: z.enum(['ahead', ...RENEWAL_STAGES]),
    from: date,
    delivered: z.int(),
    needed: z.int(),
    graceEnd: date,
    suspendedOn: optionalDate,
    confirmBy: optionalDate,
    reinstatementEnd: optionalDate,
  }),
);

/** `GET` and `PUT /api/desk/contracts/{contractId}`, and the answers to what is reported of a contract. */
export const deskContract = showing<DeskContract>()(
  z.strictObject({
    ...rowFields,
    terms,
    dueDates: z.array(dueDate),
    payments: z.array(paymentLine),
    plan: z.array(planLine),
    tasks: z.array(taskLine),
    mails: z.array(mailLine),
    consent: consentView,
    renewal: z.optional(renewalView),
    unreachable: z.boolean(),
    nextCareOn: optionalDate,
    lastDay: optionalDate,
    history: z.array(contractHistoryLine),
  }),
);

/** A line of the task list. */
export const taskRow = showing<TaskRow>()(
  z.strictObject({
    contractId: z.string(),
    version: z.int(),
    customerName: z.string(),
    phone: optionalText,
    product: z.string(),
    owner: z.string(),
    ownerName: optionalText,
    ...taskFields,
  }),
);

/** `GET /api/desk/tasks`. */
export const tasksPage = showing<TasksPage>()(z.strictObject({ items: z.array(taskRow), nextCursor: optionalText }));

/** A contract that somebody else changed, and what happened since. */
export const changedContract = showing<ContractSince>()(z.strictObject({ ...rowFields, since: z.array(contractHistoryLine) }));
