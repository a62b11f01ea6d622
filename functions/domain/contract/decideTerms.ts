import type { Assignee } from '../case/decideStaff.ts';
import { mayOwn } from '../case/permissions.ts';
import { canonical } from '../kernel/canonical.ts';
import type { FieldError } from '../kernel/fieldError.ts';
import { minorUnits } from '../kernel/money.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { isDueDate, oldestUnpaid } from './dueDates.ts';
import type { Contract, Happening, Terms } from './model.ts';
import { wrong, type ContractRefusal } from './refusals.ts';
import { alike, maybeSamePerson } from './samePerson.ts';

const comparable = (terms: Terms): string =>
  canonical({ ...terms, premium: { ...terms.premium, amount: minorUnits(terms.premium.amount) } });

/** True for terms that say the same, in whatever order and with however many zeros. */
export const sameTerms = (a: Terms, b: Terms): boolean => comparable(a) === comparable(b);

const errorsIn = (terms: Terms): readonly FieldError[] => {
  const { signedOn, deliveredOn, endsOn, nextDueOn } = terms;
  const isBefore = (date: CalendarDate | undefined): boolean => date !== undefined && date < signedOn;
  return [
    ...(isBefore(deliveredOn) ? [{ pointer: '/deliveredOn', code: 'before-signing' as const }] : []),
    ...(isBefore(endsOn) ? [{ pointer: '/endsOn', code: 'before-signing' as const }] : []),
    ...(nextDueOn !== undefined && !isDueDate(terms, nextDueOn) ? [{ pointer: '/nextDueOn', code: 'no-due-date' as const }] : []),
  ];
};

/** A contract that is new here is taken as paid up to today. A known one stays paid as far as it is, whatever its new rhythm or end. */
const unpaidFrom = (state: Contract | undefined, { nextDueOn }: Terms, today: CalendarDate): CalendarDate =>
  nextDueOn ?? (state && oldestUnpaid({ ...state, terms: { ...state.terms, endsOn: undefined } })) ?? today;

/** True when terms leave the contract with its owner; user names know no upper and lower case. */
export const ownerStays = (state: Contract | undefined, terms: Terms): state is Contract => alike(state?.terms.owner, terms.owner);

/** What is known when terms arrive. */
export interface TermsSetting {
  /** The customer's date. */
  readonly today: CalendarDate;
  /** The new owner; undefined when there is no such person. Not asked for while the owner stays: somebody may have left. */
  readonly owner: Assignee | undefined;
  /** The sender has seen the contract as it is, and means this one. */
  readonly confirmed: boolean;
}

/**
 * Decides what terms from the house's system make of a contract: the event, or nothing when they say what is known already. Refused with a pointer: an
 * owner who cannot own, a due date that is none, dates before the signing, and another customer under the number of a contract unless the sender has seen it.
 */
export const decideTerms = (
  state: Contract | undefined,
  sent: Terms,
  { today, owner, confirmed }: TermsSetting,
): Result<Happening | undefined, ContractRefusal> => {
  const stays = ownerStays(state, sent);
  const terms = { ...sent, owner: stays ? state.terms.owner : (owner?.id ?? sent.owner) };
  if (state && sameTerms(state.terms, terms)) return ok(undefined);
  if (state && !confirmed && !maybeSamePerson(state.terms.customer, terms.customer)) return wrong('/customer', 'another-customer');
  const errors = [
    ...(stays || (owner && mayOwn(owner.groups)) ? [] : [{ pointer: '/owner', code: 'not-staff' as const }]),
    ...errorsIn(terms),
  ];
  if (errors.length > 0) return refuse({ kind: 'invalid', errors });
  return ok({ type: state ? 'changed' : 'registered', data: { terms, unpaidFrom: unpaidFrom(state, terms, today) } });
};
