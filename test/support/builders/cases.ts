import { decideCustomer, type CustomerCommand } from '../../../functions/domain/case/decideCustomer.ts';
import { legalClocks } from '../../../functions/domain/case/clocks.ts';
import { decideStaff, type StaffCommand } from '../../../functions/domain/case/decideStaff.ts';
import { evolve, fold, type Position } from '../../../functions/domain/case/evolve.ts';
import type { Actor, Case, CaseEvent, Happening, HoldReason, Offer, Opening, SurveyAnswers } from '../../../functions/domain/case/model.ts';
import type { Staff } from '../../../functions/domain/case/permissions.ts';
import { plus, type Instant } from '../../../functions/domain/kernel/time.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import { BOOKS, POLICY } from './policy.ts';
import { chen, lin, sun, wang } from './staff.ts';

/** When cases of tests are opened. */
export const START: Instant = '2026-03-02T09:00:00.000Z';

const MINUTE = 60_000;

/** A complaint as a customer files it; `changes` replaces fields. */
export const anOpening = (changes: Partial<Opening> = {}): Opening => ({
  kind: 'complaint',
  subject: 'Kettle leaks',
  description: 'The kettle leaks at the handle since the first day.',
  desiredRemedy: 'A new kettle',
  customer: { name: 'Li Na', email: 'li.na@example.com', locale: 'zh-CN' },
  product: { name: 'Kettle K2', orderNo: 'A-1001' },
  channel: 'web',
  consent: { service: true, marketing: false },
  classification: { category: 'product-quality', priority: 'high', safety: false },
  ...changes,
});

/**
 * A case that lives as cases live: every verb is decided by the domain, a minute after the one before, and throws when the domain refuses it.
 * Verbs return a new case, so that a beginning can be shared. Staff verbs are done by the owner unless another is named.
 */
export class TestCase {
  readonly events: readonly CaseEvent[];
  readonly state: Case;
  readonly now: Instant;
  private readonly policy: Policy;

  constructor(events: readonly CaseEvent[], state: Case, now: Instant, policy: Policy) {
    this.events = events;
    this.state = state;
    this.now = now;
    this.policy = policy;
  }

  /** The same case `ms` milliseconds later. */
  later(ms: number): TestCase {
    return new TestCase(this.events, this.state, plus(this.now, ms), this.policy);
  }

  /** One more event, asked of nobody: what the system does by itself, or a history that the domain would refuse. */
  happens(happening: Happening, by: Actor = { role: 'system' }): TestCase {
    const event: CaseEvent = { ...happening, caseId: this.state.caseId, version: this.state.version + 1, at: this.now, by };
    return new TestCase([...this.events, event], evolve(this.state, event), plus(this.now, MINUTE), this.policy);
  }

  staff(person: Staff, command: StaffCommand): TestCase {
    const decided = decideStaff(this.state, command, person, this.policy, legalClocks(this.state, BOOKS, this.now));
    if (!decided.ok) throw new Error(`${person.id} may not ${command.action}: ${JSON.stringify(decided.refusal)}`);
    return this.happens(decided.value, { role: 'staff', id: person.id, group: person.groups[0] });
  }

  customer(command: CustomerCommand): TestCase {
    const decided = decideCustomer(this.state, command, this.policy);
    if (!decided.ok) throw new Error(`the customer may not ${command.action}: ${JSON.stringify(decided.refusal)}`);
    return this.happens(decided.value, { role: 'customer' });
  }

  assigned(owner: Staff = lin, by: Staff = chen): TestCase {
    return this.staff(by, { action: 'assign', owner });
  }
  held(reason: HoldReason = 'parts', message?: string, by = this.owner): TestCase {
    return this.staff(by, { action: 'hold', reason, message });
  }
  asked(message = 'Which colour did you order?', by = this.owner): TestCase {
    return this.held('customer-reply', message, by);
  }
  resumed(by = this.owner): TestCase {
    return this.staff(by, { action: 'resume' });
  }
  extended(by = this.owner): TestCase {
    return this.staff(by, { action: 'extend', reasons: 'The laboratory needs three weeks.' });
  }
  found(by = this.owner): TestCase {
    return this.staff(by, { action: 'findings', text: 'The seal was glued badly.', rootCause: 'product-defect' });
  }
  offered(offer: Partial<Offer> = {}, by = this.owner): TestCase {
    return this.staff(by, { action: 'offer', remedy: 'exchange', reasons: 'The kettle was faulty.', ...offer });
  }
  approved(by: Staff = chen): TestCase {
    return this.staff(by, { action: 'approve' });
  }
  declined(by: Staff = chen): TestCase {
    return this.staff(by, { action: 'decline', reasons: 'Too much for a kettle.' });
  }
  refused(by = this.owner): TestCase {
    return this.staff(by, { action: 'refuse', reasons: 'The warranty ended in May.', rule: 'Warranty terms, section 2' });
  }
  replied(by = this.owner): TestCase {
    return this.staff(by, { action: 'respond', message: 'We look into it.' });
  }
  received(by = this.owner): TestCase {
    return this.staff(by, { action: 'receive' });
  }
  fulfilled(reference = 'SF-778899', by = this.owner): TestCase {
    return this.staff(by, { action: 'fulfil', reference });
  }
  reopened(by: Staff = chen): TestCase {
    return this.staff(by, { action: 'reopen', reason: 'It leaks again.' });
  }
  accepted(): TestCase {
    return this.customer({ action: 'decision', accept: true });
  }
  rejected(reason = 'Not enough.'): TestCase {
    return this.customer({ action: 'decision', accept: false, reason });
  }
  wrote(message = 'Any news?'): TestCase {
    return this.customer({ action: 'message', message });
  }
  withdrew(): TestCase {
    return this.customer({ action: 'withdrawal', reason: 'It dried up.' });
  }
  answered(answers: Partial<SurveyAnswers> = {}): TestCase {
    return this.customer({ action: 'survey', answers: { outcome: 5, handling: 4, recommend: 9, ...answers } });
  }
  expired(): TestCase {
    return this.happens({ type: 'expired', data: {} });
  }
  finished(): TestCase {
    return this.happens({ type: 'finished', data: {} });
  }

  /** Offered and rejected once: back in Investigation with `next` as the new owner. */
  rejectedOnce(next: Staff): TestCase {
    return this.found().offered().rejected().assigned(next);
  }

  private get owner(): Staff {
    return [lin, wang, sun, chen].find((person) => person.id === this.state.owner) ?? chen;
  }
}

/** A case just opened. */
export const aCase = (opening: Partial<Opening> = {}, policy: Policy = POLICY): TestCase => {
  const event: CaseEvent = { type: 'opened', data: anOpening(opening), caseId: 'AC-1', version: 1, at: START, by: { role: 'customer' } };
  return new TestCase([event], fold([event]), plus(START, MINUTE), policy);
};

const WAYS: Readonly<Record<Position, () => TestCase>> = {
  intake: aCase,
  investigation: () => aCase().assigned(),
  offer: () => aCase().assigned().found(),
  approval: () =>
    aCase()
      .assigned()
      .found()
      .offered({ remedy: 'refund', amount: { amount: '200.01', currency: 'CNY' } }),
  review: () => aCase().assigned(lin).rejectedOnce(wang).rejectedOnce(sun).found().offered().rejected(),
  decision: () => aCase().assigned().found().offered(),
  fulfilment: () => aCase().assigned().found().offered().accepted(),
  feedback: () => aCase().assigned().found().offered().accepted().received().fulfilled(),
  closed: () => aCase().assigned().found().offered().accepted().received().fulfilled().answered(),
  'on-hold': () => aCase().assigned().held(),
};

/** A case brought to a position by its shortest way; owned by lin where it has an owner. */
export const aCaseAt = (position: Position): TestCase => WAYS[position]();
