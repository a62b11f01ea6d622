import fc from 'fast-check';
import { legalClocks } from '../../../functions/domain/case/clocks.ts';
import { waitsForCustomer } from '../../../functions/domain/case/consequences.ts';
import { decideCustomer, type CustomerAction, type CustomerCommand } from '../../../functions/domain/case/decideCustomer.ts';
import { decideStaff, type StaffCommand } from '../../../functions/domain/case/decideStaff.ts';
import type { Case } from '../../../functions/domain/case/model.ts';
import type { Action, Staff } from '../../../functions/domain/case/permissions.ts';
import { positionOf } from '../../../functions/domain/case/evolve.ts';
import { aCase, type TestCase } from './cases.ts';
import { BOOKS, POLICY } from './policy.ts';
import { admin, auditor, chen, depot, lin, sun, wang, zhao } from './staff.ts';

const EVERYBODY: readonly Staff[] = [lin, wang, sun, chen, zhao, admin, depot, auditor];

const cny = (amount: string) => ({ amount, currency: 'CNY' });

/** Every action of staff with the commands that can lead a case different ways. */
export const STAFF_COMMANDS: Readonly<Record<Action, readonly StaffCommand[]>> = {
  assign: EVERYBODY.map((owner) => ({ action: 'assign', owner })),
  classify: [{ action: 'classify', category: 'delivery', priority: 'low', safety: false }],
  respond: [{ action: 'respond', message: 'We look into it.' }],
  note: [{ action: 'note', note: 'Called the shop.' }],
  hold: [
    { action: 'hold', reason: 'parts' },
    { action: 'hold', reason: 'customer-reply', message: 'Which colour?' },
  ],
  resume: [{ action: 'resume' }],
  findings: [{ action: 'findings', text: 'Glue.', rootCause: 'product-defect' }],
  offer: [
    { action: 'offer', remedy: 'apology', reasons: 'Our mistake.' },
    { action: 'offer', remedy: 'exchange', reasons: 'Faulty.' },
    { action: 'offer', remedy: 'refund', amount: cny('201'), reasons: 'Faulty.' },
    { action: 'offer', remedy: 'refund', amount: cny('5001'), reasons: 'Faulty.' },
  ],
  approve: [{ action: 'approve' }],
  decline: [{ action: 'decline', reasons: 'Too much.' }],
  refuse: [{ action: 'refuse', reasons: 'Too late.', rule: 'Warranty terms' }],
  receive: [{ action: 'receive' }],
  fulfil: [{ action: 'fulfil', reference: 'SF-1' }],
  reopen: [{ action: 'reopen', reason: 'Again.' }],
  escalate: [{ action: 'escalate', reason: 'Press.' }],
  extend: [{ action: 'extend', reasons: 'The laboratory needs three weeks.' }],
};

const CUSTOMER_COMMANDS: Readonly<Record<CustomerAction, readonly CustomerCommand[]>> = {
  message: [{ action: 'message', message: 'Any news?' }],
  decision: [
    { action: 'decision', accept: true },
    { action: 'decision', accept: false },
  ],
  withdrawal: [{ action: 'withdrawal' }],
  attachment: [{ action: 'attachment', attachment: { id: 'a', name: 'a.png', contentType: 'image/png', size: 1 } }],
  reopening: [{ action: 'reopening', reason: 'Broken again.' }],
  survey: [{ action: 'survey', answers: { outcome: 1, handling: 1, recommend: 1 } }],
};

/** Something that can be done to a case next. */
export interface Move {
  readonly label: string;
  readonly make: (from: TestCase) => TestCase;
}

const timed = (state: Case): readonly Move[] => [
  ...(waitsForCustomer(state) ? [{ label: 'expire', make: (from: TestCase) => from.expired() }] : []),
  ...(positionOf(state) === 'feedback' ? [{ label: 'finish', make: (from: TestCase) => from.finished() }] : []),
];

/** Everything that staff of every group, the customer and time can do to a case as it stands. */
export const movesFrom = ({ state, now }: TestCase): readonly Move[] => [
  ...EVERYBODY.flatMap((person) =>
    Object.values(STAFF_COMMANDS)
      .flat()
      .filter((command) => decideStaff(state, command, person, POLICY, legalClocks(state, BOOKS, now)).ok)
      .map((command) => ({ label: `${person.id}: ${command.action}`, make: (from: TestCase) => from.staff(person, command) })),
  ),
  ...Object.values(CUSTOMER_COMMANDS)
    .flat()
    .filter((command) => decideCustomer(state, command, POLICY).ok)
    .map((command) => ({ label: `customer: ${command.action}`, make: (from: TestCase) => from.customer(command) })),
  ...timed(state),
];

/** A case and everything that it was, step by step, on a way taken at random. */
export const randomWalk: fc.Arbitrary<readonly TestCase[]> = fc.array(fc.nat(), { maxLength: 30 }).map((choices) =>
  choices.reduce<readonly TestCase[]>(
    (path, choice) => {
      const from = path.at(-1) ?? aCase();
      const moves = movesFrom(from);
      const move = moves[choice % Math.max(1, moves.length)];
      return move ? [...path, move.make(from)] : path;
    },
    [aCase()],
  ),
);
