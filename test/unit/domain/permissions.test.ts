import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { legalClocks } from '../../../functions/domain/case/clocks.ts';
import { decideStaff } from '../../../functions/domain/case/decideStaff.ts';
import type { Position } from '../../../functions/domain/case/evolve.ts';
import type { Opening } from '../../../functions/domain/case/model.ts';
import { ACTIONS, allowedActions, mayEver, mayOwn, type Action, type Staff } from '../../../functions/domain/case/permissions.ts';
import { aCase, aCaseAt, anOpening, START, TestCase } from '../../support/builders/cases.ts';
import { POSITIONS } from '../../support/builders/positions.ts';
import { BOOKS, POLICY } from '../../support/builders/policy.ts';
import { admin, auditor, chen, depot, lin, sun, wang, zhao } from '../../support/builders/staff.ts';
import { DAY } from '../../../functions/domain/kernel/time.ts';
import { randomWalk, STAFF_COMMANDS } from '../../support/builders/walks.ts';

const ANYTIME: readonly Action[] = ['assign', 'classify', 'respond', 'note', 'escalate'];
/** The same, while the statutory period of a complaint runs and may be extended. */
const AND_EXTEND: readonly Action[] = [...ANYTIME, 'extend'];

const allowedTo = (of: TestCase, person: Staff) => allowedActions(of.state, person, legalClocks(of.state, BOOKS, of.now));

/** What each may do at each position of a case that lin owns (at review, nobody owns it, and lin has handled it). */
const TABLE: Readonly<
  Record<Position, { readonly owner: readonly Action[]; readonly otherAgent: readonly Action[]; readonly supervisor: readonly Action[] }>
> = {
  intake: { owner: ANYTIME, otherAgent: ANYTIME, supervisor: [...AND_EXTEND, 'hold'] },
  investigation: { owner: [...AND_EXTEND, 'hold', 'findings'], otherAgent: ANYTIME, supervisor: [...AND_EXTEND, 'hold', 'findings'] },
  offer: {
    owner: [...AND_EXTEND, 'hold', 'offer', 'refuse'],
    otherAgent: ANYTIME,
    supervisor: [...AND_EXTEND, 'hold', 'offer', 'refuse'],
  },
  approval: { owner: AND_EXTEND, otherAgent: ANYTIME, supervisor: [...AND_EXTEND, 'approve', 'decline'] },
  review: { owner: ANYTIME, otherAgent: ANYTIME, supervisor: [...ANYTIME, 'hold', 'offer', 'refuse'] },
  decision: { owner: ANYTIME, otherAgent: ANYTIME, supervisor: ANYTIME },
  fulfilment: {
    owner: [...ANYTIME, 'hold', 'receive', 'fulfil'],
    otherAgent: ANYTIME,
    supervisor: [...ANYTIME, 'hold', 'receive', 'fulfil'],
  },
  feedback: { owner: ['respond', 'note', 'reopen'], otherAgent: ['respond', 'note', 'reopen'], supervisor: ['respond', 'note', 'reopen'] },
  closed: { owner: ['note', 'reopen'], otherAgent: ['note', 'reopen'], supervisor: ['note', 'reopen'] },
  'on-hold': { owner: [...AND_EXTEND, 'resume'], otherAgent: ANYTIME, supervisor: [...AND_EXTEND, 'resume'] },
};

describe.each(POSITIONS)('at %s', (position) => {
  const { owner, otherAgent, supervisor } = TABLE[position];
  const of = aCaseAt(position);

  test('the owner, another agent, a supervisor and the administrator may do what is theirs', () => {
    expect(allowedTo(of, lin)).toEqual(owner);
    expect(allowedTo(of, wang)).toEqual(otherAgent);
    expect(allowedTo(of, chen)).toEqual(supervisor);
    expect(allowedTo(of, admin)).toEqual(supervisor);
  });

  test('a department only notes, an auditor only reads', () => {
    expect(allowedTo(of, depot)).toEqual(['note']);
    expect(allowedTo(of, auditor)).toEqual([]);
  });
});

describe('exceptions', () => {
  test('nobody approves or declines their own proposal, not even a supervisor', () => {
    const proposed = aCaseAt('offer').offered({ remedy: 'refund', amount: { amount: '9000', currency: 'CNY' } }, chen);
    expect(allowedTo(proposed, chen)).toEqual(AND_EXTEND);
    expect(allowedTo(proposed, admin)).toEqual([...AND_EXTEND, 'approve', 'decline']);
  });

  test('findings need an owner', () => {
    expect(allowedTo(aCaseAt('decision').rejected(), chen)).not.toContain('findings');
  });

  test('a supervisor who handled the case does not review it', () => {
    const handled = aCaseAt('investigation').assigned(chen).rejectedOnce(lin).rejectedOnce(wang).found().offered().rejected();
    expect(handled.state.step).toBe('review');
    expect(allowedTo(handled, chen)).not.toContain('offer');
    expect(allowedTo(handled, admin)).toContain('offer');
  });

  test('goods are received once, and only for remedies that bring goods back', () => {
    expect(allowedTo(aCaseAt('fulfilment').received(), lin)).not.toContain('receive');
    expect(allowedTo(aCaseAt('offer').offered({ remedy: 'apology' }).accepted(), lin)).not.toContain('receive');
  });

  test('who is in two groups may do what either may', () => {
    expect(allowedTo(aCaseAt('approval'), { ...depot, groups: ['department', 'supervisor'] })).toContain('approve');
  });

  test('agents, supervisors and administrators own cases', () => {
    expect([lin, chen, admin, depot, auditor].map(({ groups }) => mayOwn(groups))).toEqual([true, true, true, false, false]);
  });
});

describe('extending the statutory period of a complaint', () => {
  const EVERYBODY = [lin, wang, chen, zhao, admin, depot, auditor];
  const whoMay = (of: TestCase) => EVERYBODY.filter((person) => allowedTo(of, person).includes('extend'));

  test('is for the owner and supervisors at first, and for nobody a third time', () => {
    const of = aCaseAt('investigation');
    expect(whoMay(of)).toEqual([lin, chen, zhao, admin]);
    expect(whoMay(of.extended().extended(chen))).toEqual([]);
  });

  test('a second time is approved by who neither owns the case nor extended it before', () => {
    expect(whoMay(aCaseAt('investigation').extended())).toEqual([chen, zhao, admin]);
    expect(whoMay(aCaseAt('investigation').extended(chen))).toEqual([zhao, admin]);
    expect(whoMay(aCaseAt('investigation').assigned(zhao).extended(chen))).toEqual([admin]);
    expect(whoMay(aCase().assigned(chen).extended())).toEqual([zhao, admin]);
  });

  test('ends with the period: on its last day it is possible, on the next it is not', () => {
    const of = aCaseAt('investigation');
    const { lastDay = '' } = legalClocks(of.state, BOOKS, START)[0] ?? {};
    const at = (now: string) => whoMay(new TestCase(of.events, of.state, now, POLICY)).length > 0;
    expect(at(`${lastDay}T15:59:59.000Z`)).toBe(true);
    expect(at(`${lastDay}T16:00:00.000Z`)).toBe(false);
    const extended = of.extended();
    expect(whoMay(extended.later(20 * DAY))).toEqual([chen, zhao, admin]);
    expect(whoMay(extended.later(40 * DAY))).toEqual([]);
  });

  test.each<[string, Partial<Opening>]>([
    ['an inquiry', { kind: 'inquiry' }],
    ['a return', { kind: 'after-sales', request: 'return' }],
    ['a customer whose law gives no period', { customer: { ...anOpening().customer, region: 'TW' } }],
  ])('is not for %s', (_what, opening) => {
    expect(whoMay(aCase(opening).assigned())).toEqual([]);
  });

  test('is over once the customer was told what we decided, even if it was rejected or the case is reopened', () => {
    expect(whoMay(aCaseAt('decision'))).toEqual([]);
    expect(whoMay(aCaseAt('decision').rejected().assigned(sun))).toEqual([]);
    expect(whoMay(aCaseAt('closed').reopened())).toEqual([]);
    expect(whoMay(aCaseAt('investigation').withdrew().reopened())).toEqual([lin, chen, zhao, admin]);
  });
});

test('what is allowed is taken or asked to be put right, and what is not is refused with what is', () => {
  fc.assert(
    fc.property(randomWalk, (path) => {
      const { state, now } = path.at(-1) ?? aCaseAt('intake');
      const legal = legalClocks(state, BOOKS, now);
      for (const person of [lin, wang, chen, depot, auditor]) {
        const allowed = allowedActions(state, person, legal);
        for (const action of ACTIONS) {
          for (const command of STAFF_COMMANDS[action]) {
            const decided = decideStaff(state, command, person, POLICY, legal);
            if (decided.ok || decided.refusal.kind === 'invalid') expect(allowed).toContain(action);
            else expect(decided.refusal).toEqual(mayEver(person, action) ? { kind: 'not-now', allowed } : { kind: 'forbidden' });
          }
        }
      }
    }),
    { numRuns: 50 },
  );
});
