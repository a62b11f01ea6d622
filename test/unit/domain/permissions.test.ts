import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideStaff } from '../../../functions/domain/case/decideStaff.ts';
import type { Position } from '../../../functions/domain/case/evolve.ts';
import { ACTIONS, allowedActions, mayEver, mayOwn, type Action } from '../../../functions/domain/case/permissions.ts';
import { aCaseAt } from '../../support/builders/cases.ts';
import { POSITIONS } from '../../support/builders/positions.ts';
import { POLICY } from '../../support/builders/policy.ts';
import { admin, auditor, chen, depot, lin, wang } from '../../support/builders/staff.ts';
import { randomWalk, STAFF_COMMANDS } from '../../support/builders/walks.ts';

const ANYTIME: readonly Action[] = ['assign', 'classify', 'respond', 'note', 'escalate'];

/** What each may do at each position of a case that lin owns (at review, nobody owns it, and lin has handled it). */
const TABLE: Readonly<
  Record<Position, { readonly owner: readonly Action[]; readonly otherAgent: readonly Action[]; readonly supervisor: readonly Action[] }>
> = {
  intake: { owner: ANYTIME, otherAgent: ANYTIME, supervisor: [...ANYTIME, 'hold'] },
  investigation: { owner: [...ANYTIME, 'hold', 'findings'], otherAgent: ANYTIME, supervisor: [...ANYTIME, 'hold', 'findings'] },
  offer: { owner: [...ANYTIME, 'hold', 'offer', 'refuse'], otherAgent: ANYTIME, supervisor: [...ANYTIME, 'hold', 'offer', 'refuse'] },
  approval: { owner: ANYTIME, otherAgent: ANYTIME, supervisor: [...ANYTIME, 'approve', 'decline'] },
  review: { owner: ANYTIME, otherAgent: ANYTIME, supervisor: [...ANYTIME, 'hold', 'offer', 'refuse'] },
  decision: { owner: ANYTIME, otherAgent: ANYTIME, supervisor: ANYTIME },
  fulfilment: {
    owner: [...ANYTIME, 'hold', 'receive', 'fulfil'],
    otherAgent: ANYTIME,
    supervisor: [...ANYTIME, 'hold', 'receive', 'fulfil'],
  },
  feedback: { owner: ['respond', 'note', 'reopen'], otherAgent: ['respond', 'note', 'reopen'], supervisor: ['respond', 'note', 'reopen'] },
  closed: { owner: ['note', 'reopen'], otherAgent: ['note', 'reopen'], supervisor: ['note', 'reopen'] },
  'on-hold': { owner: [...ANYTIME, 'resume'], otherAgent: ANYTIME, supervisor: [...ANYTIME, 'resume'] },
};

describe.each(POSITIONS)('at %s', (position) => {
  const { owner, otherAgent, supervisor } = TABLE[position];
  const { state } = aCaseAt(position);

  test('the owner, another agent, a supervisor and the administrator may do what is theirs', () => {
    expect(allowedActions(state, lin)).toEqual(owner);
    expect(allowedActions(state, wang)).toEqual(otherAgent);
    expect(allowedActions(state, chen)).toEqual(supervisor);
    expect(allowedActions(state, admin)).toEqual(supervisor);
  });

  test('a department only notes, an auditor only reads', () => {
    expect(allowedActions(state, depot)).toEqual(['note']);
    expect(allowedActions(state, auditor)).toEqual([]);
  });
});

describe('exceptions', () => {
  test('nobody approves or declines their own proposal, not even a supervisor', () => {
    const { state } = aCaseAt('offer').offered({ remedy: 'refund', amount: { amount: '9000', currency: 'CNY' } }, chen);
    expect(allowedActions(state, chen)).toEqual(ANYTIME);
    expect(allowedActions(state, admin)).toEqual([...ANYTIME, 'approve', 'decline']);
  });

  test('findings need an owner', () => {
    const { state } = aCaseAt('decision').rejected();
    expect(allowedActions(state, chen)).not.toContain('findings');
  });

  test('a supervisor who handled the case does not review it', () => {
    const handled = aCaseAt('investigation').assigned(chen).rejectedOnce(lin).rejectedOnce(wang).found().offered().rejected();
    expect(handled.state.step).toBe('review');
    expect(allowedActions(handled.state, chen)).not.toContain('offer');
    expect(allowedActions(handled.state, admin)).toContain('offer');
  });

  test('goods are received once, and only for remedies that bring goods back', () => {
    expect(allowedActions(aCaseAt('fulfilment').received().state, lin)).not.toContain('receive');
    expect(allowedActions(aCaseAt('offer').offered({ remedy: 'apology' }).accepted().state, lin)).not.toContain('receive');
  });

  test('who is in two groups may do what either may', () => {
    expect(allowedActions(aCaseAt('approval').state, { ...depot, groups: ['department', 'supervisor'] })).toContain('approve');
  });

  test('agents, supervisors and administrators own cases', () => {
    expect([lin, chen, admin, depot, auditor].map(({ groups }) => mayOwn(groups))).toEqual([true, true, true, false, false]);
  });
});

test('what is allowed is taken or asked to be put right, and what is not is refused with what is', () => {
  fc.assert(
    fc.property(randomWalk, (path) => {
      const { state } = path.at(-1) ?? aCaseAt('intake');
      for (const person of [lin, wang, chen, depot, auditor]) {
        const allowed = allowedActions(state, person);
        for (const action of ACTIONS) {
          for (const command of STAFF_COMMANDS[action]) {
            const decided = decideStaff(state, command, person, POLICY);
            if (decided.ok || decided.refusal.kind === 'invalid') expect(allowed).toContain(action);
            else expect(decided.refusal).toEqual(mayEver(person, action) ? { kind: 'not-now', allowed } : { kind: 'forbidden' });
          }
        }
      }
    }),
    { numRuns: 50 },
  );
});
