import type { ContractMailInput } from '../../../functions/content/mails/contracts/render.ts';
import { mailStep } from '../../../functions/domain/contract/contractMail.ts';
import type { Locale } from '../../../functions/domain/case/model.ts';
import { fold } from '../../../functions/domain/contract/evolve.ts';
import type { StepKind, Terms } from '../../../functions/domain/contract/model.ts';
import { caredOn, mailed, settingOf } from './care.ts';
import { aContract, aPolicyholder, TestContract } from './contracts.ts';

/** Link to take consent back, as a mail gets it. */
export const WITHDRAWAL = 'https://care.example.com/withdraw/withdrawal-token';

export const OWNER = 'Lin Mei';

/** What the sender hands over for the mail that the newest event of a contract orders. Throws when it orders none. */
export const contractMailInput = ({ events, state }: TestContract, changes: Partial<ContractMailInput> = {}): ContractMailInput => {
  const event = events.findLast(({ type }) => type === 'cared');
  const step = mailStep(event);
  if (event?.type !== 'cared' || !step) throw new Error('nothing is mailed');
  return {
    state,
    cared: event.data,
    step,
    setting: settingOf(state),
    today: event.data.day,
    ownerName: OWNER,
    withdrawal: step.purpose === 'marketing' ? WITHDRAWAL : undefined,
    siteUrl: 'https://care.example.com',
    ...changes,
  };
};

/** A contract as it was when it ordered a mail of this kind, whatever else it ordered since. */
const until = (kind: StepKind, { events }: TestContract): TestContract => {
  const past = events.slice(0, events.findLastIndex((event) => mailStep(event)?.kind === kind) + 1);
  return new TestContract(past, fold(past));
};

/** Signed on 1 March 2026 and due each first of March. */
const DUE = '2027-03-01';

/** Stories that end in each mail in each of its wordings, by name. `changes` replaces terms. */
const stories = (changes: Partial<Terms>) => {
  const at = (more: Partial<Terms> = {}): TestContract =>
    aContract({ consent: { marketing: true }, ...more, ...changes }, {}, 'P-2026.1001');
  const overdue = (more: Partial<Terms> = {}): TestContract => caredOn(at(more), ['2026-12-01', '2027-02-22', '2027-03-02']);
  const demanded = (more: Partial<Terms> = {}): TestContract => mailed(overdue(more), `${DUE}.grace`);
  const suspended = (more: Partial<Terms> = {}): TestContract => caredOn(demanded(more), ['2027-04-02']);
  const failed = (more: Partial<Terms>, report: object): TestContract => {
    const told = caredOn(at(more), ['2026-12-01', '2027-02-22']).reported({ status: 'failed', paidOn: DUE, dueOn: DUE, ...report }, DUE);
    return until('debit-failed', caredOn(told, ['2027-03-02', '2027-03-03']));
  };
  return {
    'first reminder': () => caredOn(at(), ['2026-12-01']),
    'second reminder by transfer': () => caredOn(at({ paymentMethod: 'transfer' }), ['2026-12-01', '2026-12-31']),
    'third reminder by card': () => caredOn(at({ paymentMethod: 'card' }), ['2026-12-01', '2027-01-30']),
    'last reminder in cash': () => caredOn(at({ paymentMethod: 'cash' }), ['2026-12-01', '2027-02-22']),
    feedback: () => caredOn(at().reported({ paidOn: '2027-02-20', dueOn: DUE }, '2027-02-20'), ['2027-02-21']),
    'feedback on the last premium': () =>
      caredOn(at({ endsOn: '2027-03-01' }).reported({ paidOn: '2027-02-20', dueOn: DUE }, '2027-02-20'), ['2027-02-21']),
    'debit that failed, with a next attempt': () => failed({}, { reason: '余额不足 / insufficient funds', nextAttemptOn: '2027-03-10' }),
    'card that failed': () => failed({ paymentMethod: 'card' }, {}),
    demand: () => overdue(),
    'demand for several premiums': () =>
      caredOn(at({ everyMonths: 1, paymentMethod: 'transfer', nextDueOn: '2026-04-01' }), ['2026-05-05']),
    suspension: () => suspended(),
    'cover that is back': () => caredOn(suspended().reported({ paidOn: '2027-05-02', dueOn: DUE }, '2027-05-03'), ['2027-05-04']),
    'cover that is back, with another premium open': () =>
      until(
        'reinstated',
        caredOn(suspended({ everyMonths: 6, nextDueOn: DUE }).reported({ paidOn: '2027-09-10', dueOn: DUE }, '2027-09-10'), ['2027-09-11']),
      ),
    'feedback where another premium keeps the cover suspended': () =>
      until(
        'feedback',
        caredOn(suspended({ everyMonths: 6, nextDueOn: DUE }).reported({ paidOn: '2027-12-10', dueOn: DUE }, '2027-12-10'), ['2027-12-11']),
      ),
    'feedback on a payment that was late in the post': () =>
      caredOn(suspended().reported({ paidOn: '2027-03-20', dueOn: DUE }, '2027-05-03'), ['2027-05-04']),
    end: () => caredOn(suspended(), ['2029-04-03']),
    'contract handed over': () => caredOn(at({ deliveredOn: '2026-03-03' }), ['2026-03-03']),
    'invitation to an event': () => caredOn(at(), ['2026-10-01']),
    'birthday greeting': () => caredOn(at(), ['2026-06-15']),
  } satisfies Readonly<Record<string, () => TestContract>>;
};

/** Every mail about a contract in every wording, as its sender hands it over, by name. */
export const everyContractMail = (
  locale: Locale,
  { terms = {}, ...changes }: Partial<ContractMailInput> & { readonly terms?: Partial<Terms> } = {},
): readonly (readonly [string, ContractMailInput])[] => {
  const customer = { ...aPolicyholder({ birthday: '1988-06-15' }), ...terms.customer, locale };
  return Object.entries(stories({ ...terms, customer })).map(([name, tell]) => [name, contractMailInput(tell(), changes)]);
};
