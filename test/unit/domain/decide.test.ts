import { describe, expect, test } from '@jest/globals';
import { ATTACHMENTS_PER_CASE, customerActions, decideCustomer } from '../../../functions/domain/case/decideCustomer.ts';
import { legalClocks } from '../../../functions/domain/case/clocks.ts';
import { decideStaff, reopenable } from '../../../functions/domain/case/decideStaff.ts';
import type { Staff } from '../../../functions/domain/case/permissions.ts';
import { plus } from '../../../functions/domain/kernel/time.ts';
import { aCase, aCaseAt, type TestCase } from '../../support/builders/cases.ts';
import { POSITIONS } from '../../support/builders/positions.ts';
import { BOOKS, POLICY } from '../../support/builders/policy.ts';
import { admin, auditor, chen, depot, lin, wang } from '../../support/builders/staff.ts';

const field = (pointer: string, code: string) => ({ ok: false, refusal: { kind: 'invalid', errors: [{ pointer, code }] } });

describe('assigning', () => {
  const assign = ({ state }: TestCase, owner: typeof lin | undefined) => decideStaff(state, { action: 'assign', owner }, chen, POLICY, []);

  test('goes to agents, supervisors and administrators', () => {
    for (const owner of [lin, chen, admin])
      expect(assign(aCase(), owner)).toEqual({ ok: true, value: { type: 'assigned', data: { owner: owner.id, ownerName: owner.name } } });
  });

  test('is refused for somebody unknown and for who does not handle cases', () => {
    for (const owner of [undefined, depot, auditor]) expect(assign(aCase(), owner)).toEqual(field('/owner', 'not-staff'));
  });

  test('is refused for who handled the case before the customer rejected', () => {
    expect(assign(aCaseAt('decision').rejected(), lin)).toEqual(field('/owner', 'former-owner'));
    expect(assign(aCaseAt('decision').rejected(), wang).ok).toBe(true);
  });

  test('at second-level review goes to a supervisor', () => {
    expect(assign(aCaseAt('review'), { ...wang, id: 'new' })).toEqual(field('/owner', 'needs-supervisor'));
    expect(assign(aCaseAt('review'), chen).ok).toBe(true);
  });
});

describe('an offer needs approval', () => {
  test.each([
    ['nobody', 'no amount', lin, undefined, false],
    ['an agent', 'the limit', lin, ['200', 'CNY'], false],
    ['an agent', 'a cent more', lin, ['200.01', 'CNY'], true],
    ['an agent', 'another currency', lin, ['1', 'USD'], true],
    ['a supervisor', 'the limit', chen, ['5000', 'CNY'], false],
    ['a supervisor', 'a cent more', chen, ['5000.01', 'CNY'], true],
  ] as const)('%s, %s', (_who, _what, person, money, needsApproval) => {
    const amount = money && { amount: money[0], currency: money[1] };
    const decided = decideStaff(
      aCaseAt('offer').state,
      { action: 'offer', remedy: 'refund', amount, reasons: 'Faulty.' },
      person,
      POLICY,
      [],
    );
    expect(decided).toMatchObject({ ok: true, value: { type: 'offered', data: { needsApproval } } });
  });

  test('by the highest limit of all groups of a person, and always for groups without one', () => {
    const offer = { action: 'offer', remedy: 'refund', amount: { amount: '300', currency: 'CNY' }, reasons: 'Faulty.' } as const;
    const { state } = aCaseAt('offer');
    const both = decideStaff(state, offer, { ...lin, groups: ['agent', 'supervisor'] }, POLICY, []);
    expect(both).toMatchObject({ value: { data: { needsApproval: false } } });
    const unlimited = decideStaff(state, offer, chen, { ...POLICY, approvalLimits: {} }, []);
    expect(unlimited).toMatchObject({ value: { data: { needsApproval: true } } });
  });
});

describe('other commands of staff', () => {
  test('a safety flag makes the case urgent, whatever was asked', () => {
    const decided = decideStaff(aCase().state, { action: 'classify', category: 'other', priority: 'low', safety: true }, lin, POLICY, []);
    expect(decided).toMatchObject({ value: { data: { priority: 'urgent', safety: true } } });
  });

  test('a hold keeps what was said to the customer apart from what staff noted', () => {
    const hold = { action: 'hold', reason: 'parts', note: 'Supplier says May.', message: 'The part comes in May.' } as const;
    expect(decideStaff(aCaseAt('investigation').state, hold, lin, POLICY, [])).toEqual({
      ok: true,
      value: { type: 'held', data: { reason: 'parts', note: 'Supplier says May.', message: 'The part comes in May.' } },
    });
  });

  test('a closed case may be reopened until the window ends, to the second', () => {
    const { state } = aCaseAt('closed');
    const end = plus(state.closedAt ?? '', POLICY.reopenWindowSeconds * 1000);
    expect(reopenable(state, end, POLICY)).toBe(true);
    expect(reopenable(state, plus(end, 1), POLICY)).toBe(false);
    expect(reopenable(aCaseAt('feedback').state, plus(end, 1), POLICY)).toBe(true);
  });
});

describe('extending the statutory period', () => {
  const extend = ({ state, now }: TestCase, person: Staff) =>
    decideStaff(state, { action: 'extend', reasons: 'The laboratory needs three weeks.' }, person, POLICY, legalClocks(state, BOOKS, now));
  const reasons = 'The laboratory needs three weeks.';

  test('writes down the reasons, the days in all, and whether it is an approval', () => {
    const of = aCaseAt('investigation');
    expect(extend(of, lin)).toEqual({ ok: true, value: { type: 'extended', data: { reasons, days: 30, approval: false } } });
    expect(extend(of.extended(), chen)).toEqual({ ok: true, value: { type: 'extended', data: { reasons, days: 60, approval: true } } });
  });

  test('is refused with what is possible, or for good to who never may', () => {
    const again = extend(aCaseAt('investigation').extended(), lin);
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'not-now' } });
    expect(JSON.stringify(again)).not.toContain('extend');
    expect(extend(aCaseAt('investigation'), depot)).toEqual({ ok: false, refusal: { kind: 'forbidden' } });
  });
});

describe('the customer', () => {
  test.each(POSITIONS)('at %s may do what the page offers', (position) => {
    const running = ['message', 'attachment', 'withdrawal'];
    const expected: Partial<Record<typeof position, readonly string[]>> = {
      decision: [...running, 'decision'],
      feedback: ['message', 'survey'],
      closed: ['reopening'],
    };
    expect(customerActions(aCaseAt(position).state)).toEqual(expected[position] ?? running);
  });

  test('is told what is possible instead', () => {
    expect(decideCustomer(aCase().state, { action: 'decision', accept: true }, POLICY)).toEqual({
      ok: false,
      refusal: { kind: 'not-now', allowed: ['message', 'attachment', 'withdrawal'] },
    });
  });

  test('answers one survey per case, even if it is reopened', () => {
    const again = aCaseAt('closed').reopened().found().offered().accepted().received().fulfilled();
    expect(customerActions(again.state)).toEqual(['message']);
  });

  test.each([
    [0, 'review'],
    [1, 'investigation'],
  ])('with %d rounds before review, the first rejection leads to %s', (rejectionsBeforeReview, to) => {
    const decided = decideCustomer(aCaseAt('decision').state, { action: 'decision', accept: false }, { rejectionsBeforeReview });
    expect(decided).toMatchObject({ value: { type: 'rejected', data: { to } } });
  });

  test('adds files up to the limit', () => {
    const attachment = { id: 'f', name: 'f.png', contentType: 'image/png', size: 1 };
    const full = Array.from({ length: ATTACHMENTS_PER_CASE }).reduce<TestCase>(
      (from) => from.customer({ action: 'attachment', attachment }),
      aCase(),
    );
    expect(full.state.attachments).toHaveLength(ATTACHMENTS_PER_CASE);
    expect(decideCustomer(full.state, { action: 'attachment', attachment }, POLICY)).toMatchObject({
      refusal: { errors: [{ code: 'attachment-count', values: { max: ATTACHMENTS_PER_CASE } }] },
    });
  });
});
