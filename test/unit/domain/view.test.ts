import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deskCase } from '../../../functions/domain/case/deskView.ts';
import { customerCase } from '../../../functions/domain/case/view.ts';
import { DAY, plus } from '../../../functions/domain/kernel/time.ts';
import { aCaseAt, type TestCase } from '../../support/builders/cases.ts';
import { BOOKS, POLICY } from '../../support/builders/policy.ts';
import { auditor, chen, lin } from '../../support/builders/staff.ts';
import { randomWalk } from '../../support/builders/walks.ts';

const seen = ({ state, events, now }: TestCase) => customerCase(state, events, POLICY, BOOKS, now);

describe('what the customer sees', () => {
  test('an offer while it is theirs to decide, with a last day', () => {
    const decision = aCaseAt('decision');
    expect(seen(decision)).toMatchObject({
      stage: 'resolution',
      waitingFor: 'customer-decision',
      offer: { remedy: 'exchange', reasons: 'The kettle was faulty.' },
      answerBy: plus(decision.state.since, 10 * DAY),
    });
    expect(seen(decision.accepted()).offer).toBeUndefined();
    expect(seen(aCaseAt('approval')).offer).toBeUndefined();
  });

  test('no proposal that was not approved, and no reason why', () => {
    const declined = JSON.stringify(seen(aCaseAt('approval').declined()));
    expect(declined).not.toContain('The kettle was faulty.');
    expect(declined).not.toContain('Too much');
  });

  test('why we need longer, but not who approved it', () => {
    const view = seen(aCaseAt('investigation').extended().extended(chen));
    expect(view.history.slice(-2)).toMatchObject([
      { type: 'extended', by: 'us', text: 'The laboratory needs three weeks.' },
      { type: 'extended', by: 'us' },
    ]);
    expect(view.clocks.legal[0]).toMatchObject({ days: 60, regularDays: 15, extensions: [{ days: 30 }, { days: 60 }] });
    expect(JSON.stringify(view)).not.toContain('chen');
  });

  test('nothing internal, whatever happened: no names of staff, notes, findings or escalations', () => {
    fc.assert(
      fc.property(randomWalk, (path) => {
        for (const step of path) {
          const view = JSON.stringify(seen(step));
          for (const secret of ['lin', 'Wang', 'chen', 'Called the shop', 'Glue.', 'product-defect', 'Press.', 'li.na@example.com'])
            expect(view).not.toMatch(new RegExp(`"[^"]*\\b${secret}`));
        }
      }),
    );
  });
});

describe('what staff see', () => {
  test('every event, without the hashes of commands, and only what they may do', () => {
    const { state, events, now } = aCaseAt('offer');
    const view = deskCase(state, events, lin, POLICY, BOOKS, now);
    expect(view.history.map(({ type }) => type)).toEqual(['opened', 'assigned', 'found']);
    expect(view.actions).toContain('offer');
    expect(view.actions).toContain('extend');
    expect(deskCase(state, events, lin, POLICY, BOOKS, plus(now, 20 * DAY)).actions).not.toContain('extend');
    expect(deskCase(state, events, auditor, POLICY, BOOKS, now).actions).toEqual([]);
    expect(deskCase(state, events, chen, POLICY, BOOKS, now)).toMatchObject({
      step: 'offer',
      stage: 'resolution',
      owner: 'lin',
      rootCause: 'product-defect',
    });
  });
});
