import * as answers from '../answers.ts';
import { CARE_RULE_ANSWERS } from './careWords.ts';
import { CLOCK_ANSWERS } from './clockWords.ts';
import { CONTRACT_ANSWERS } from './contractWords.ts';
import { FIGURE_ANSWERS } from './figureWords.ts';
import { TRANSFER_ANSWERS } from './transferWords.ts';
import { object, union, type Described } from './words.ts';

const VERSION = 'Number of the last event; also the ETag.';
const EVENT = {
  version: 'Number of the event within its case, from 1.',
  at: 'When it happened.',
  type: 'What happened.',
};

const ROW = {
  caseId: 'Number of the case.',
  version: VERSION,
  kind: 'What sort of case it is.',
  request: 'What an after-sales request asks for.',
  stage: 'The stage that customers see too.',
  step: 'The step within the stage; also the state of the workflow.',
  waitingFor: 'What has to happen next.',
  subject: 'What it is about.',
  customerName: 'Who asks.',
  owner: 'Staff id of the owner.',
  ownerName: 'Name of the owner.',
  priority: 'How fast it has to be.',
  safety: 'Somebody may be hurt.',
  escalations: 'How often it was escalated.',
  openedAt: 'When it was opened.',
  due: 'The next promise that we can break, or the first that we broke.',
  dueClock: 'The clock of which `due` is the due time.',
  overdue: 'Whether `due` has passed unkept.',
  lateMinutes: 'Minutes of open time by which it is late, rounded down; 0 while nothing is.',
  unansweredSince: 'When the customer wrote what nobody has answered yet.',
};

const OFFER = {
  remedy: 'What is offered; one of the remedies of `offer`, or somebody’s own words.',
  amount: 'Money, where the remedy has an amount.',
  reasons: 'Why this is offered.',
};

const { offer, product, fulfilment } = { ...answers.deskCase.shape, product: answers.customerCase.shape.product };

const OPENED = {
  kind: ROW.kind,
  request: ROW.request,
  subject: ROW.subject,
  description: 'What happened.',
  desiredRemedy: 'What the customer asked for.',
  customer: 'Who asks.',
  product: 'What it is about.',
  items: 'Lines of a return or an exchange.',
  channel: 'How the customer reached us.',
  consent: 'What the customer agreed to.',
  followUpOf: 'The case that this one follows up.',
};

/** What events add, by field: a field means the same in every event. */
const EVENT_DATA = {
  ...OPENED,
  ...OFFER,
  classification: 'What it was sorted by at first.',
  owner: 'Staff id of the new owner.',
  ownerName: 'Name of the new owner.',
  message: 'What was written; goes to the other side.',
  note: 'For colleagues.',
  reason: 'Why.',
  text: 'What was found.',
  rootCause: 'Why it had happened.',
  reasons: 'Why; the customer reads it, but for reasons to decline.',
  days: 'Calendar days that the law gives in all.',
  approval: 'Whether the law asks for the approval of somebody above whoever handles the case; then `by` gave it.',
  needsApproval: 'Whether it waited for a supervisor before it went out.',
  to: 'Where the rejection led: back to investigation, to second-level review, or to the end.',
  reference: 'Number of the shipment, repair or refund.',
};

const CLOCK = {
  state: '`running`, `paused`, or `late` while it is to be met; `met` in time or `missed`; `stopped` when the case ended before.',
  startedAt: 'From when it counts.',
  targetSeconds: 'Seconds of open time that we have.',
  due: 'When the target is used up. It moves out while the clock is paused.',
  doneAt: 'When it was met, however late.',
  elapsedSeconds: 'Seconds of open time used up, pauses left out.',
  lateSeconds: 'Seconds of open time beyond the target; 0 in time.',
  calendar: 'Id of the calendar that says what is open time.',
  unconfirmedYears: 'Years up to `due` whose statutory days off are only projected, because their notice is not out or not entered.',
};

const CLOCKS = {
  firstResponse: 'Until somebody answers.',
  nextResponse: 'Until somebody answers what the customer wrote last. There while something is unanswered.',
  resolution: 'Until the case is resolved.',
};

const ALL_CLOCKS = {
  ...CLOCKS,
  legal: 'Statutory periods that run on this case.',
  pausedSeconds: 'Seconds, open or not, in which the case stood still.',
  receipts: 'How each due time came about.',
};

const PROBLEM = {
  type: 'What went wrong; stable, and an address that explains it.',
  title: 'The same for people, in English.',
  status: 'The HTTP status again.',
  detail: 'More about this one occurrence.',
};

/** Every body that an answer can have, by component name. */
export const ANSWERS: Readonly<Record<string, Described>> = {
  OpenedCase: object(answers.openedCase, 'A case that was just opened.', {
    caseId: 'Number of the case, easy to read out on the phone.',
    stage: 'Where it stands: `intake`.',
    trackingUrl: 'The customer’s page. Its `t` is the token for the rest of this API: keep it, it is the only key to the case.',
    firstResponseDue: 'When somebody will have answered.',
    resolutionDue: 'When it will have been resolved.',
  }),
  CustomerCase: object(answers.customerCase, 'A case as its customer sees it: nothing internal, no names of staff.', {
    caseId: ROW.caseId,
    version: VERSION,
    kind: ROW.kind,
    stage: 'Where it stands.',
    outcome: 'How it ended, once it did.',
    waitingFor: ROW.waitingFor,
    subject: ROW.subject,
    description: 'What the customer wrote.',
    desiredRemedy: 'What the customer asked for.',
    product: 'What it is about.',
    openedAt: ROW.openedAt,
    offer: 'There while the customer is to decide.',
    refusal: 'There while the customer is to decide, when we refuse.',
    answerBy: 'Until when we wait for the customer before the case closes by itself.',
    clocks: 'What was promised by when.',
    history: 'What happened, oldest first, without what is internal.',
    attachments: 'Files of the case.',
    reopenUntil: 'Until when a closed case can be opened again.',
    actions: 'What the customer may do now; anything else is answered with `not-allowed-now`.',
  }),
  CustomerHistoryLine: object(
    answers.customerHistoryLine,
    'One thing that happened. Numbers are missing where something internal happened.',
    {
      ...EVENT,
      by: 'Who did it: the customer, somebody of ours, or the system by itself.',
      text: 'What was written.',
    },
  ),
  CustomerClocks: object(answers.customerClocks, 'What was promised by when, and how that came about.', ALL_CLOCKS),
  CustomerClock: object(answers.customerClock, 'A promise in open time: that of the calendar, without pauses.', CLOCK),
  Clocks: object(
    answers.clocks,
    'The clocks of a case with their receipts. They stand still while the case waits for the customer.',
    ALL_CLOCKS,
  ),
  ServiceClock: object(answers.serviceClock, 'A promise in open time: that of the calendar, without pauses.', {
    ...CLOCK,
    policy: 'The policy that gave the target.',
    rulesVersion: 'Version of the rules that counts: the newest until the clock is met, then that of the moment.',
  }),
  PolicyName: object(answers.policyName, 'A policy.', { id: 'Its id in the rules.', name: 'What it is called.' }),
  LegalClock: object(answers.legalClock, 'A statutory period, counted in days of its region. The day of the event does not count.', {
    clock: 'What the law gives the period for.',
    state: '`running` or `late` while it is to be met; `met` in time or `missed`; `stopped` when the case ended before.',
    region: 'Whose law and days off.',
    source: 'The law.',
    days: 'Calendar days that count now.',
    regularDays: 'Calendar days that the law gives without an extension.',
    extensions: 'How it was extended, oldest first.',
    extendable: 'How far the law lets us extend it next. There while it runs, until the last extension.',
    event: 'The day from which it runs.',
    rawLastDay: 'The last day as counted, working day or not.',
    lastDay: 'The last day by law: the next working day where `rawLastDay` is a day off.',
    internalTarget: 'By when we mean to be done: the last working day that is not after `rawLastDay`.',
    doneAt: 'When it was met, however late.',
    unconfirmedYears: 'Years whose statutory days off decided the dates and are only projected.',
  }),
  MadeExtension: object(answers.madeExtension, 'An extension of a statutory period; the customer was told why.', {
    at: 'When.',
    days: 'Calendar days in all.',
  }),
  PossibleExtension: object(answers.possibleExtension, 'An extension that the law allows.', {
    days: 'Calendar days in all.',
    approval: 'Whether somebody above whoever handles the case must approve it.',
    lastDay: 'The last day that it would give.',
  }),
  Receipts: object(answers.receipts, 'For each clock every interval from its start to its due time, and to now when it is late.', CLOCKS),
  ReceiptLine: object(answers.receiptLine, 'One interval. The lines of a receipt follow each other without gaps.', {
    from: 'Its begin.',
    to: 'Its end.',
    counted: 'Whether it counts towards the target.',
    why: '`open`: opening hours. `make-up`: hours of a day off that became a workday. `closed`: outside of hours. `break`: between two openings of a day. `day-off`: a weekday without hours. `holiday`. `pause`, `customer` (we waited for the customer), `hold`, `resolved` (until it was reopened): the clock stood still.',
    name: 'Name of the holiday, or of the one that is made up for, as its region writes it.',
    unconfirmed: 'There when the statutory days of the year are only projected.',
    late: 'There after the due time: what it was late by.',
  }),
  Notice: object(answers.notice, 'A warning or an escalation to somebody of ours.', {
    clock: 'The clock that it is about.',
    run: 'When the clock began.',
    level: 'Percentage of the target that is used up; or the day of a statutory period: `target-day` (our own), `last-day`.',
    to: 'Who is told: the owner, supervisors, the head of the department, administrators.',
    at: 'When.',
  }),
  Offer: object(answers.offer, 'What we offer.', OFFER),
  Refusal: object(answers.refusal, 'A reasoned no.', {
    reasons: 'Why.',
    rule: 'The law, contract term or warranty rule on which it rests.',
  }),
  Money: object(answers.money, 'An amount of money.', {
    amount: 'A decimal as text, so that nothing is rounded.',
    currency: 'ISO 4217 code.',
  }),
  ProductName: object(product._zod.def.innerType, 'What was bought, as far as the tracking page shows it.', {
    name: 'As the customer calls it.',
    orderNo: 'Number of the order.',
  }),
  Attachment: object(answers.attachment, 'A file of a case.', {
    id: 'Id within the case; the same file twice has one id.',
    name: 'File name.',
    contentType: 'What it is, judged by its bytes.',
    size: 'Bytes.',
  }),
  AnsweredSurvey: object(answers.answeredSurvey, 'Thanks.', { caseId: 'The case that was surveyed.', answered: 'Always true.' }),
  DeskRow: object(answers.deskRow, 'A case as a line of a queue.', ROW),
  CasesPage: object(answers.casesPage, 'A page of a queue.', {
    items: 'Cases by when they are due; of `overdue` the latest first.',
    nextCursor:
      'Ask again with it as `cursor` for the next page; missing on the last one. A page can be short, or empty, and still have one.',
  }),
  DeskCase: object(answers.deskCase, 'A case with everything that staff see, and what this person may do.', {
    ...ROW,
    opening: 'What was written when the case was opened.',
    classification: 'What it is sorted by now.',
    hold: 'Why it is on hold; there while it is.',
    formerOwners: 'Staff whose offer the customer rejected: they cannot own it again.',
    rejections: 'How often the customer rejected.',
    rootCause: 'What the investigation found.',
    offer: 'The last offer, and who made it.',
    refusal: 'The last refusal.',
    receivedAt: 'When the goods came back.',
    fulfilment: 'How what was promised was done.',
    outcome: 'How it ended, once it did.',
    survey: 'What the customer answered.',
    attachments: 'Files of the case.',
    answerBy: 'Until when we wait for the customer before the case closes by itself.',
    clocks: 'What was promised by when.',
    notices: 'Warnings and escalations of the clocks that run: those told already, and those to come.',
    history: 'Every event, oldest first.',
    actions: 'What you may do now; anything else is refused.',
    mails: 'Mails that went to the customer, or were held back.',
    trackingUrl: 'The customer’s page.',
    executionUrl: 'The execution of the workflow, in the console.',
  }),
  DeskHistoryLine: union(
    answers.deskHistoryLine,
    'One event of a case; `type` decides what `data` holds.',
    'type',
    {
      ...EVENT,
      by: 'Who did it.',
      data: 'What this event adds.',
    },
    EVENT_DATA,
  ),
  Opened: object(answers.opening, 'What was written when the case was opened.', OPENED),
  GivenConsent: object(answers.opening.shape.consent, 'What the customer agreed to.', {
    service: 'That we process the data to handle the case; always true.',
    marketing: 'To hear about products.',
  }),
  Item: object(answers.opening.shape.items._zod.def.innerType._zod.def.element, 'One line of a return or an exchange.', {
    name: 'The article.',
    quantity: 'How many of it.',
  }),
  Customer: object(answers.opening.shape.customer, 'The person behind a case.', {
    name: 'How to address the customer.',
    email: 'Where answers go.',
    phone: 'As it was given.',
    locale: 'Language of our mails and pages.',
    region: 'Whose statutory days and laws count; that of the team when missing.',
  }),
  Product: object(answers.opening.shape.product._zod.def.innerType, 'What was bought.', {
    name: 'As the customer calls it.',
    orderNo: 'Number of the order.',
    serial: 'Serial number.',
    purchasedOn: 'Day of purchase.',
  }),
  Classification: object(answers.classification, 'What a case is sorted by.', {
    category: 'What it is about.',
    priority: 'How fast it has to be.',
    safety: 'Somebody may be hurt.',
    segment: 'Customer segment, which policies may ask for.',
    contract: 'Service contract, which policies may ask for.',
    region: 'Whose statutory days and laws count, where staff know better than the form.',
  }),
  MadeOffer: object(offer._zod.def.innerType, 'An offer, and who made it.', { ...OFFER, by: 'Who made it.' }),
  Fulfilment: object(fulfilment._zod.def.innerType, 'How what was promised was done.', {
    reference: 'Number of the shipment, repair or refund.',
    at: 'When.',
  }),
  Actor: object(answers.actor, 'Who did something.', {
    role: 'The customer, staff, or the system by itself.',
    id: 'Staff id.',
    group: 'The group in which that person acted.',
  }),
  SurveyAnswers: object(answers.surveyAnswers, 'What the customer answered.', {
    outcome: '1 to 5.',
    handling: '1 to 5.',
    recommend: '0 to 10.',
    comment: 'What else the customer wrote.',
  }),
  Mail: object(answers.mail, 'A mail of a case.', {
    kind: 'Which mail.',
    status: '`sent`, or why it was held back.',
    at: 'When.',
  }),
  Me: object(answers.me, 'The signed-in person.', { id: 'Staff id.', name: 'Name.', groups: 'Groups, which decide what is allowed.' }),
  Assignee: object(answers.assignee, 'Somebody to whom a case can be given.', {
    id: 'Staff id.',
    name: 'Name.',
    groups: 'Groups in which they may own cases.',
  }),
  StaffList: object(answers.staffList, 'Everybody to whom a case can be given.', { items: 'All of them; there are no pages.' }),
  QueueCounts: object(answers.queueCounts, 'How many cases each queue holds.', {
    mine: 'Yours.',
    team: 'All open cases.',
    unassigned: 'Without an owner.',
    overdue: 'With a promise broken; exact up to 200.',
  }),
  ...CONTRACT_ANSWERS,
  ...FIGURE_ANSWERS,
  ...TRANSFER_ANSWERS,
  ...CARE_RULE_ANSWERS,
  ...CLOCK_ANSWERS,
  FieldError: object(answers.fieldError, 'One wrong field.', {
    pointer: 'JSON Pointer (RFC 6901) into the body; for a query parameter, its name after a slash.',
    detail: 'A sentence for people, in the language of the request.',
    code: 'The same for programs; stable.',
    about: 'What in a long text it is about, word for word.',
  }),
  StaleCase: object(answers.problems.stale.shape.current, 'The case as somebody else left it.', {
    ...ROW,
    since: 'What happened after the version that you saw.',
  }),
  MalformedBody: object(answers.problems['malformed-body'], 'The body cannot be read.', PROBLEM),
  BadCursor: object(answers.problems['bad-cursor'], 'The cursor was changed, or was given out for another list.', PROBLEM),
  Unauthenticated: object(answers.problems.unauthenticated, 'The token is no access token of this desk.', PROBLEM),
  Forbidden: object(answers.problems.forbidden, 'None of your groups may ever do this.', PROBLEM),
  NotFound: object(
    answers.problems['not-found'],
    'Nothing is at this address, or the token is not its key. Both look the same on purpose.',
    PROBLEM,
  ),
  NotAllowedNow: object(answers.problems['not-allowed-now'], 'Not possible at this point of the case.', {
    ...PROBLEM,
    allowed: 'What is possible instead.',
  }),
  AlreadyAnswered: object(answers.problems['already-answered'], 'The survey was answered before.', PROBLEM),
  ContractEnded: object(answers.problems['contract-ended'], 'The payment was made after the last day of cover.', {
    ...PROBLEM,
    endsOn: 'The last day of cover.',
  }),
  TaskClosed: object(answers.problems['task-closed'], 'The task was done or given up before, or a payment cancelled it.', {
    ...PROBLEM,
    current: 'The contract as it is now.',
  }),
  Gone: object(answers.problems.gone, 'The link has expired.', PROBLEM),
  Stale: object(answers.problems.stale, 'Somebody else changed the case since you read it.', {
    ...PROBLEM,
    current: 'The case as it is now.',
  }),
  StaleContract: object(
    answers.problems['stale-contract'],
    'Somebody else changed the contract since you read it, or there is none with this number.',
    { ...PROBLEM, current: 'The contract as it is now; missing when there is none.' },
  ),
  StaleRules: object(answers.problems['stale-rules'], 'Somebody else changed the rules since you read them.', {
    ...PROBLEM,
    current: 'The rules as they are now.',
  }),
  StaleCareRules: object(answers.problems['stale-care-rules'], 'Somebody else changed the service plans since you read them.', {
    ...PROBLEM,
    current: 'The rules of care as they are now.',
  }),
  BodyTooLarge: object(answers.problems['body-too-large'], 'The body is larger than what is read here.', PROBLEM),
  UnsupportedMediaType: object(answers.problems['unsupported-media-type'], 'This content type is not taken here.', PROBLEM),
  InvalidInput: object(answers.problems['invalid-input'], 'Something in the input is wrong; nothing was written.', {
    ...PROBLEM,
    errors: 'Every wrong field. Missing when a header is wrong: then `detail` says which.',
  }),
  KeyReused: object(answers.problems['key-reused'], 'The Idempotency-Key was used for another request.', PROBLEM),
  PreconditionRequired: object(answers.problems['precondition-required'], 'If-Match is missing.', PROBLEM),
  TooManyRequests: object(
    answers.problems['too-many-requests'],
    'One source opened too many cases within a minute. Nothing was written.',
    PROBLEM,
  ),
  Internal: object(
    answers.problems.internal,
    'Something broke on our side. Sending the same again, with the same Idempotency-Key, does no harm.',
    PROBLEM,
  ),
};
