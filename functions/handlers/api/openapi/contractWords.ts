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

const ROW = {
  contractId: 'Number of the contract, as your own system has it.',
  version: 'Number of the last event; also the ETag.',
  status:
    'On today’s date of the customer. `due`: from 90 days before a due date until it. `grace`: 60 days after it, in which a payment still keeps the cover. `suspended`: after that. `reinstated`: paid after that, until the next premium. `ended`: after the last day of cover. `active`: none of these.',
  customerName: 'Who holds it.',
  product: TERMS.product,
  premium: TERMS.premium,
  owner: 'Staff id of who looks after it.',
  ownerName: 'Name of the owner; missing when the owner has left.',
  signedOn: 'When it was signed.',
  dueOn: 'The oldest due date that is not paid, past or to come; missing when nothing is left to pay.',
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
    history: 'Every event, oldest first.',
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
    { ...AGREED, ...PAYMENT, ...FAILED },
  ),
  ChangedContract: object(answers.changedContract, 'The contract as somebody else left it.', {
    ...ROW,
    since: 'What happened since the version that you named.',
  }),
};
