import { FIRST_CARE_BOOK } from '../../../domain/care/defaultRules.ts';
import type * as z from 'zod/mini';
import type { Actor } from '../../../domain/case/model.ts';
import { contractRow, deskContract, historyOf } from '../../../domain/contract/deskView.ts';
import { fold } from '../../../domain/contract/evolve.ts';
import type { ContractEvent, Happening } from '../../../domain/contract/model.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Example } from '../../../web/docs/openapi.ts';
import type { payment, terms } from '../contractSchemas.ts';

type Terms = z.input<typeof terms>;
type Payment = z.input<typeof payment>;

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

const LIN: Actor = { role: 'staff', id: 'lin', group: 'agent' };
const BILLING: Actor = { role: 'staff', id: 'billing', group: 'agent' };

const STORY: readonly (Happening & { readonly at: Instant; readonly by: Actor })[] = [
  { type: 'registered', at: '2026-02-02T02:00:00.000Z', by: LIN, data: { terms: TERMS, unpaidFrom: '2026-02-02' } },
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
];

const EVENTS = STORY.map((event, n): ContractEvent => ({ ...event, contractId: CONTRACT_ID, version: n + 1 }));
const TODAY = '2026-05-10';
const NAMES = new Map([['lin', 'Lin Xiaoyu']]);

/** The contract after a payment, as staff see it. Made by the code that answers requests, as are all of these. */
export const EXAMPLE_CONTRACT = deskContract(fold(EVENTS), EVENTS, {
  today: TODAY,
  names: NAMES,
  care: FIRST_CARE_BOOK,
  teamRegion: 'CN',
  consents: [],
  suppressed: false,
});

/** The contract as a line of the register. */
export const EXAMPLE_ROW = contractRow(fold(EVENTS), TODAY, NAMES, FIRST_CARE_BOOK.rules);

/** The contract as somebody else left it. */
export const EXAMPLE_CHANGED = { ...EXAMPLE_ROW, since: historyOf(EVENTS.slice(-1)) };
