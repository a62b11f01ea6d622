import * as answers from '../contractAnswers.ts';
import * as schemas from '../contractSchemas.ts';
import { object, union, type Described } from './words.ts';

const CUSTOMER = {
  name: 'How to address the customer.',
  email: 'Where reminders go; without one there are no mails.',
  phone: 'In any notation.',
  locale: 'Language of our mails.',
  region: 'Whose statutory days and laws count; that of the team when missing.',
  timeZone: 'Where the customer’s days begin and end: a zone of the IANA database; that of the region when missing.',
  birthday: 'Day of birth.',
};

const TERMS = {
  customer: 'Who holds the contract.',
  owner:
    'Staff id of who looks after it: an agent, a supervisor or an administrator. One who has left may stay until somebody else is named.',
  product: 'What the contract is about, as your own system calls it.',
  signedOn: 'When it was signed. All due dates count from this day: the same day of the month, or the month’s last.',
  deliveredOn: 'When it was handed over; not before it was signed.',
  premium: 'What is due each time.',
  everyMonths: 'Months from one due date to the next.',
  paymentMethod: 'How premiums are paid.',
  nextDueOn:
    'First due date still unpaid, past or to come; those before count as paid. When missing: the first on or after the day of registration, and afterwards what payments say.',
  endsOn: 'Last day of cover; a premium can still be due on it. A contract without one goes on.',
  consent: 'What the customer agreed to. Missing when nobody asked.',
};

const MARKETING = { marketing: 'To hear about events, news and offers.' };

const PAYMENT = {
  reference:
    'Number of the payment in the billing system. The same report again changes nothing; another one under this number is refused. Each attempt has its own.',
  dueOn: 'The due date that it is for; the oldest unpaid one when missing.',
  amount: 'What was paid, or should have been: the premium.',
  paidOn: 'Day of the payment, or of the attempt.',
};

const FAILED = { reason: 'Why, as the bank says it.', nextAttemptOn: 'When it is tried again.' };

const MONEY = { amount: 'Above zero, with at most two decimal places.', currency: 'ISO 4217 code.' };

/** Bodies about contracts, by component name. */
export const CONTRACT_REQUESTS: Readonly<Record<string, Described>> = {
  NewTerms: object(schemas.terms, 'A contract as your own system knows it. What is not described is refused.', TERMS),
  NewPolicyholder: object(schemas.customer, 'The person who holds a contract.', CUSTOMER),
  NewPremium: object(schemas.premium, 'An amount of money.', MONEY),
  NewMarketing: object(schemas.consent, 'What the customer agreed to.', MARKETING),
  Payment: union(schemas.payment, 'A payment or an attempt that failed; `status` decides which other fields it has.', 'status'),
  SucceededPayment: object(schemas.succeeded, 'A premium was paid.', { status: 'Makes it a payment.', ...PAYMENT }),
  FailedPayment: object(schemas.failed, 'A debit came to nothing. The premium stays unpaid.', {
    status: 'Makes it an attempt that failed.',
    ...PAYMENT,
    ...FAILED,
  }),
};

const SUBJECT = {
  kind: 'What it is: a touchpoint of the service plan, or a step of a renewal.',
  touchpoint: 'The touchpoint, of one.',
  dueOn: 'The due date that it is about.',
  purpose: '`service` goes to every customer, `marketing` only to those who agreed to it.',
};

const REPORT = { notes: 'What came of it, for those who read the contract later.' };

/** Reports of staff on tasks and consent, by component name. */
export const CARE_REQUESTS: Readonly<Record<string, Described>> = {
  TaskReport: union(schemas.taskReport, 'What became of a task; `outcome` decides which other fields it has.', 'outcome'),
  DoneTask: object(schemas.doneTask, 'The task was done.', { outcome: 'Closes it as done.', ...REPORT }),
  PostponedTask: object(schemas.postponedTask, 'The task will be done later.', {
    outcome: 'Puts it off.',
    until: 'The new day: after today, and at the latest `postponeTo` of the task.',
    ...REPORT,
  }),
  ImpossibleTask: object(schemas.impossibleTask, 'The task cannot be done.', {
    outcome: 'Closes it as impossible.',
    notes: 'Why it cannot be done.',
  }),
  SaidConsent: object(schemas.saidConsent, 'What a customer said about messages.', {
    purpose: SUBJECT.purpose,
    given: 'True when the customer agrees, false when no longer.',
    source: 'How the customer said so.',
    note: 'What else was said.',
  }),
};

const ROW = {
  contractId: 'Number of the contract, as your own system has it.',
  version: 'Number of the last event; also the ETag.',
  status:
    'On today’s date of the customer, by the service plan of the product. `due`: from the first reminder before a due date until it. `grace`: after it, while a payment still keeps the cover. `suspended`: after that. `reinstated`: paid after that, until the next premium. `ended`: after the last day of cover. `active`: none of these.',
  customerName: 'Who holds it.',
  product: TERMS.product,
  premium: TERMS.premium,
  owner: 'Staff id of who looks after it.',
  ownerName: 'Name of the owner; missing when the owner has left.',
  signedOn: 'When it was signed.',
  dueOn: 'The oldest due date that is not paid, past or to come; missing when nothing is left to pay.',
};

const SENT =
  '`ordered`: on its way. `unreported`: on its way for so long without a report that it counts as not delivered. `delivered`, `bounced`, `complained`: as the mail service reported. `held`: not sent, or not to be sent as things stand.';

const MAIL_STATE = {
  state: SENT,
  held: 'Why it is held back.',
  again: 'The day on which it is tried again.',
};

const TASK = {
  id: 'Id of the task within its contract: that of its step.',
  ...SUBJECT,
  raisedOn: 'The customer’s day on which it was raised.',
  firstDue: 'By when it was to be done at first.',
  due: 'By when it is to be done.',
  state: '`open`, `done`, `impossible`, or `cancelled` by a payment.',
  late: 'Whether it is open after its day.',
  postponeTo: 'The last day that it can be put off to; missing when it cannot.',
  notes: 'What the owner said of it last.',
  closedAt: 'When it was done or given up.',
  closedBy: 'By whom.',
};

/** What events of care add. */
const CARED = {
  day: 'The customer’s day.',
  asOf: 'The time for which it was done.',
  rules: 'Version of the care rules.',
  steps: 'Steps that were taken or held back.',
  version: 'Number of the event that ordered the mail.',
  step: 'Id of the step of the mail.',
  outcome: 'What became of the mail, or of the task.',
  held: MAIL_STATE.held,
  again: MAIL_STATE.again,
  gaveUp: 'The address is not written to again.',
  task: 'Id of the task.',
  notes: TASK.notes,
  until: 'The new day of a task that was put off.',
  purpose: SUBJECT.purpose,
  given: 'Whether the customer agreed.',
  source: 'Where the customer said so.',
  note: 'What else was said.',
};

const CONSENT = {
  purpose: SUBJECT.purpose,
  given: 'True when the customer agreed, false when no longer.',
  at: 'When we were told.',
  source:
    'Where it was said: `phone`, `visit`, `letter`, `email` or `other` to staff, `register` by your own system, `link` by a click in a mail; with a case `form`, or the channel that it came by.',
};

const AGREED = { terms: 'The whole terms from then on.', unpaidFrom: 'Due dates before this day count as paid.' };

/** Answers about contracts, by component name. */
export const CONTRACT_ANSWERS: Readonly<Record<string, Described>> = {
  ContractRow: object(answers.contractRow, 'A contract as a line of the register.', ROW),
  ContractsPage: object(answers.contractsPage, 'A page of the register.', {
    items: 'By number for a customer or a number, else by due date; contracts with nothing left to pay come last.',
    nextCursor:
      'Ask again with it as `cursor` for the next page; missing on the last one. A page can be short, or empty, and still have one.',
  }),
  Contract: object(answers.deskContract, 'A contract with everything that staff see.', {
    ...ROW,
    terms: 'What was agreed, as it was sent.',
    dueDates: 'From the oldest unpaid one, or today, to two years from today.',
    payments: 'Payments and attempts by day.',
    plan: 'Everything that was done without being asked, and what the next 13 months bring, by day.',
    tasks: 'All tasks of the owner, the oldest first.',
    mails: 'Every mail that was ordered or held back, the oldest first.',
    consent: 'Which messages the customer wants.',
    renewal: 'The renewal of the oldest unpaid premium. Missing when nothing is left to pay, or the cover has ended.',
    unreachable:
      'Mail to the customer’s address bounced for good or was complained of: visits take the place of mails. False without an address.',
    nextCareOn: 'The day of the next step; missing when nothing is to come.',
    lastDay: 'The last day of cover, as it was agreed or as it lapsed; missing on a contract that goes on.',
    history: 'Every event, oldest first.',
  }),
  TakenStep: object(
    answers.takenStep,
    'A step of the service plan that was taken, or held back.',
    {
      id: 'The same for the same step, whenever it is planned.',
      on: 'The day on which it was to be taken, where that was before the day on which it was.',
      ...SUBJECT,
      mail: 'There when a mail was ordered.',
      held: MAIL_STATE.held,
      again: MAIL_STATE.again,
      task: 'There when a task was given to the owner.',
    },
    { due: TASK.due },
  ),
  StepTouchpoint: object(answers.touchpoint, 'A touchpoint of the service plan.', {
    id: 'Its id in the care rules.',
    name: 'Its name, as it was on that day.',
  }),
  StepName: object(answers.texts, 'The same words in every language.', {
    'zh-CN': 'Simplified Chinese.',
    'zh-TW': 'Traditional Chinese.',
    en: 'English.',
  }),
  PlanLine: object(
    answers.planLine,
    'One step of the service plan, taken or to come.',
    {
      id: 'The same for the same step, whenever it is planned.',
      on: 'The customer’s day on which it was taken last, or will be.',
      ...SUBJECT,
      state:
        '`planned`: its day is to come. `open`: a mail or a task of it is under way, or is tried again. `done`: it reached the customer. `missed`: nothing of it did. `cancelled`: a payment settled it before.',
      mail: 'Its mail; missing where it has none.',
      task: 'Its task; missing where it has none.',
    },
    {
      ...MAIL_STATE,
      state: `Of a mail: \`planned\`, or ${SENT} Of a task: \`planned\`, \`open\`, \`done\`, \`impossible\`, or \`cancelled\` by a payment.`,
      due: 'By when the task is to be done.',
    },
  ),
  TaskLine: object(answers.taskLine, 'A task of the owner.', TASK),
  MailLine: object(answers.mailLine, 'A mail that was ordered or held back on a day. One that is tried again is another line.', {
    step: 'Id of its step.',
    version: 'Number of the event with it.',
    on: 'The customer’s day.',
    ...SUBJECT,
    ...MAIL_STATE,
    state: SENT,
    reportedAt: 'When its outcome was reported.',
  }),
  CustomerConsent: object(answers.consentView, 'Which messages the customer wants.', {
    current: 'The newest word on each purpose. Service messages need none; for all others a missing one counts as no.',
    ledger: 'All that was said to this contract and to any other of the same address, the oldest first.',
  }),
  CurrentConsent: object(answers.currentConsent, 'The newest word on messages of a purpose.', {
    ...CONSENT,
    given: 'Whether the customer agreed; missing when nobody asked.',
  }),
  ConsentEntry: object(answers.consentEntry, 'One word on messages of a purpose.', { ...CONSENT, note: 'What else was said.' }),
  Renewal: object(answers.renewalView, 'The renewal of a premium.', {
    dueOn: 'The due date.',
    stage: 'How far it has come: `ahead` before its first step, `reminding`, `grace` from the demand on, `suspended`.',
    from: 'The day of the first reminder.',
    delivered: 'Reminders that were delivered, on different days.',
    needed: 'How many there must be.',
    graceEnd: 'The last day on which a payment keeps the cover, as things stand: a demand that is delivered brings it forward.',
    suspendedOn: 'The day from which the cover is suspended; missing before.',
    confirmBy: 'The day by which the customer signs that.',
    reinstatementEnd: 'The last day on which a payment brings the cover back.',
  }),
  TaskRow: object(answers.taskRow, 'An open task, as a line of the list.', {
    contractId: ROW.contractId,
    version: 'Number of the contract’s last event, for `If-Match`.',
    customerName: ROW.customerName,
    phone: 'Of the customer.',
    product: TERMS.product,
    owner: ROW.owner,
    ownerName: ROW.ownerName,
    ...TASK,
  }),
  TasksPage: object(answers.tasksPage, 'A page of open tasks.', {
    items: 'The contract with the most urgent task first, with all of its tasks that fit.',
    nextCursor:
      'Ask again with it as `cursor` for the next page; missing on the last one. A page can be short, or empty, and still have one.',
  }),
  Terms: object(answers.terms, 'What was agreed.', TERMS),
  Policyholder: object(answers.policyholder, 'The person who holds a contract.', CUSTOMER),
  Marketing: object(answers.terms.shape.consent._zod.def.innerType, 'What the customer agreed to.', MARKETING),
  DueDate: object(answers.dueDate, 'A day on which a premium is due.', {
    dueOn: 'The day.',
    paid: 'Whether its premium is paid.',
    paidOn: 'When it was paid; missing for what was paid before the contract came into the register.',
    reference: 'Number of that payment.',
  }),
  PaymentLine: object(answers.paymentLine, 'A payment, or an attempt that failed.', {
    status: '`succeeded` or `failed`.',
    ...PAYMENT,
    dueOn: 'The due date that it is for.',
    ...FAILED,
  }),
  ContractHistoryLine: union(
    answers.contractHistoryLine,
    'One event of a contract; `type` decides what `data` holds.',
    'type',
    {
      version: 'Number of the event within its contract, from 1.',
      at: 'When we were told.',
      type: 'What happened.',
      by: 'Who told us.',
      data: 'What this event adds.',
    },
    { ...AGREED, ...PAYMENT, ...FAILED, ...CARED },
  ),
  ChangedContract: object(answers.changedContract, 'The contract as somebody else left it.', {
    ...ROW,
    since: 'What happened since the version that you named.',
  }),
};
