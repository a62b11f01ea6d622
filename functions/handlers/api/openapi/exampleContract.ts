import type * as z from 'zod/mini';
import { decideCare, dueSteps, mailCandidates, type CareDay } from '../../../domain/care/decideCare.ts';
import { FIRST_CARE_BOOK } from '../../../domain/care/defaultRules.ts';
import { careSetting } from '../../../domain/care/setting.ts';
import type { Actor } from '../../../domain/case/model.ts';
import { contractRow, deskContract, historyOf, taskRows } from '../../../domain/contract/deskView.ts';
import { fold } from '../../../domain/contract/evolve.ts';
import { addDays } from '../../../domain/contract/grace.ts';
import type { ContractEvent, Happening } from '../../../domain/contract/model.ts';
import type { CalendarDate, Instant } from '../../../domain/kernel/time.ts';
import type { Example } from '../../../web/docs/openapi.ts';
import type { payment, saidConsent, taskReport, terms } from '../contractSchemas.ts';

type Terms = z.input<typeof terms>;
type Payment = z.input<typeof payment>;
type Report = z.input<typeof taskReport>;
type Said = z.input<typeof saidConsent>;

/** The contract of all examples. */
export const CONTRACT_ID = 'P-2026-000147';

const TERMS = {
  customer: { name: '李娜', email: 'li.na@example.com', phone: '+86 138 0013 8000', locale: 'zh-CN', birthday: '1988-05-12' },
  owner: 'lin',
  product: 'care-plus',
  signedOn: '2026-01-31',
  deliveredOn: '2026-02-03',
  premium: { amount: '380.00', currency: 'CNY' },
  everyMonths: 3,
  paymentMethod: 'direct-debit',
  consent: { marketing: true },
} as const satisfies Terms;

const IN_ENGLISH: Terms = {
  customer: { name: 'Emma Brown', phone: '+44 20 7946 0018', locale: 'en', timeZone: 'Europe/London' },
  owner: 'lin',
  product: 'care-basic',
  signedOn: '2024-02-29',
  premium: { amount: '120.00', currency: 'GBP' },
  everyMonths: 12,
  paymentMethod: 'transfer',
  nextDueOn: '2026-02-28',
  endsOn: '2028-02-28',
};

/** Terms as they are sent. */
export const TERMS_EXAMPLES: Readonly<Record<string, Example>> = {
  'quarterly-zh': { summary: 'Signed at a month’s end, every three months, in Chinese', value: TERMS },
  'yearly-en': { summary: 'From an older system, without an e-mail address, with a premium that is due, in English', value: IN_ENGLISH },
};

const FAILED: Payment = {
  reference: 'DD-20260430-0147',
  status: 'failed',
  amount: TERMS.premium,
  paidOn: '2026-04-30',
  reason: '余额不足',
  nextAttemptOn: '2026-05-08',
};

const PAID: Payment = {
  reference: 'DD-20260508-0147',
  status: 'succeeded',
  dueOn: '2026-04-30',
  amount: TERMS.premium,
  paidOn: '2026-05-08',
};

/** Payments as they are reported. */
export const PAYMENT_EXAMPLES: Readonly<Record<string, Example>> = {
  paid: { summary: 'A premium was paid', value: PAID },
  failed: { summary: 'A debit failed, and is tried again', value: FAILED },
};

const POSTPONED: Report = { outcome: 'postponed', until: '2026-05-20', notes: '客户出差，约定五月下旬见面。' };
const DONE: Report = { outcome: 'done', notes: '已介绍服务体系，客户没有问题。' };
const IMPOSSIBLE: Report = { outcome: 'impossible', notes: 'Moved abroad; nobody at the address any more.' };

/** Reports on a task as they are sent. */
export const TASK_EXAMPLES: Readonly<Record<string, Example>> = {
  done: { summary: 'A visit was made', value: DONE },
  postponed: { summary: 'A visit is put off', value: POSTPONED },
  impossible: { summary: 'A visit cannot be made', value: IMPOSSIBLE },
};

const WITHDRAWN: Said = { purpose: 'marketing', given: false, source: 'phone', note: '不再接收活动信息。' };

/** Word of customers on messages as it is sent. */
export const CONSENT_EXAMPLES: Readonly<Record<string, Example>> = {
  withdrawn: { summary: 'No more invitations, said on the phone', value: WITHDRAWN },
  given: { summary: 'Agreed at a visit', value: { purpose: 'marketing', given: true, source: 'visit' } satisfies Said },
};

/** The task of the examples. */
export const TASK_ID = 'touch.month-1';

const LIN: Actor = { role: 'staff', id: 'lin', group: 'agent' };
const BILLING: Actor = { role: 'staff', id: 'billing', group: 'agent' };
const SYSTEM: Actor = { role: 'system' };

type Told = Happening & { readonly at: Instant; readonly by: Actor };
type Events = readonly ContractEvent[];

const REGISTERED: Told = { type: 'registered', at: '2026-02-02T02:00:00.000Z', by: LIN, data: { terms: TERMS, unpaidFrom: '2026-02-02' } };

const STORY: readonly Told[] = [
  { type: 'task', at: '2026-03-03T07:30:00.000Z', by: LIN, data: { task: TASK_ID, ...POSTPONED } },
  {
    type: 'failed',
    at: '2026-05-01T01:00:00.000Z',
    by: BILLING,
    data: {
      reference: FAILED.reference,
      dueOn: '2026-04-30',
      amount: TERMS.premium,
      paidOn: FAILED.paidOn,
      reason: '余额不足',
      nextAttemptOn: '2026-05-08',
    },
  },
  {
    type: 'paid',
    at: '2026-05-09T01:00:00.000Z',
    by: BILLING,
    data: { reference: PAID.reference, dueOn: '2026-04-30', amount: TERMS.premium, paidOn: PAID.paidOn },
  },
  { type: 'consented', at: '2026-05-10T03:00:00.000Z', by: LIN, data: WITHDRAWN },
];

const TODAY = '2026-05-10';
const NAMES = new Map([['lin', 'Lin Xiaoyu']]);

const withEvent = (events: Events, told: Told): Events => [...events, { ...told, contractId: CONTRACT_ID, version: events.length + 1 }];

/** What a morning brings; its mail is delivered at once. */
const cared = (events: Events, day: CalendarDate): Events => {
  const state = fold(events);
  const at: Instant = `${day}T01:00:00.000Z`;
  const setting = careSetting(FIRST_CARE_BOOK, state.terms, 'CN');
  const today: CareDay = { setting, facts: { suppressed: false, consents: ['marketing'] }, day, asOf: at };
  const [mail] = mailCandidates(state, dueSteps(state, setting, day), today);
  const happening = decideCare(state, today, { mail: mail?.id, elsewhere: [] });
  if (!happening) return events;
  const after = withEvent(events, { ...happening, at, by: SYSTEM });
  if (!mail) return after;
  const delivered: Happening = { type: 'mailed', data: { version: after.length, step: mail.id, outcome: 'delivered' } };
  return withEvent(after, { ...delivered, at: `${day}T01:00:09.000Z`, by: SYSTEM });
};

const lived = (events: Events, day: CalendarDate): Events =>
  day > TODAY ? events : lived(STORY.filter(({ at }) => at.startsWith(day)).reduce(withEvent, cared(events, day)), addDays(day, 1));

const EVENTS = lived(withEvent([], REGISTERED), '2026-02-03');
const STATE = fold(EVENTS);

/** The contract after a payment, as staff see it. Made by the code that answers requests, as are all of these. */
export const EXAMPLE_CONTRACT = deskContract(STATE, EVENTS, {
  today: TODAY,
  names: NAMES,
  care: FIRST_CARE_BOOK,
  teamRegion: 'CN',
  consents: [],
  suppressed: false,
});

/** The contract as a line of the register. */
export const EXAMPLE_ROW = contractRow(STATE, TODAY, NAMES, FIRST_CARE_BOOK.rules);

/** Its open tasks as lines of the list. */
export const EXAMPLE_TASKS = taskRows(STATE, TODAY, NAMES);

/** The contract as somebody else left it. */
export const EXAMPLE_CHANGED = { ...EXAMPLE_ROW, since: historyOf(EVENTS.slice(-1)) };
