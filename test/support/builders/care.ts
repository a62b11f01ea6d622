import { decideCare, dueSteps, mailCandidates, type CareFacts } from '../../../functions/domain/care/decideCare.ts';
import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import { planFor, type CareBook } from '../../../functions/domain/care/rules.ts';
import { careSetting, customerDay, type CareSetting } from '../../../functions/domain/care/setting.ts';
import type { Cared, Contract, Mailed, StepRecord, TakenStep } from '../../../functions/domain/contract/model.ts';
import type { CalendarDate, Instant } from '../../../functions/domain/kernel/time.ts';
import { atNoon, type TestContract } from './contracts.ts';

/** The plan that comes with the software. */
export const STANDARD_PLAN = planFor(FIRST_CARE_BOOK.rules, '');

/** A customer who gets everything. */
export const WILLING: CareFacts = { suppressed: false, consents: ['service', 'marketing'] };

/** What care for a contract goes by, unless a book says otherwise the rules that come with the software. */
export const settingOf = ({ terms }: Contract, book: CareBook = FIRST_CARE_BOOK): CareSetting => careSetting(book, terms, 'CN');

/** What a test says about a day of care; what it leaves out is as with a willing customer and no other contract. */
export interface DayOptions {
  readonly facts?: Partial<CareFacts> | undefined;
  readonly book?: CareBook | undefined;
  /** Another contract of the customer has the message of the day. */
  readonly isTaken?: boolean | undefined;
  /** Ids of steps that another contract of the customer carries. */
  readonly elsewhere?: readonly string[] | undefined;
}

/** Takes a contract through one look of the sweep at an instant; nothing due leaves it as it is. */
export const lookedAt = (contract: TestContract, at: Instant, options: DayOptions = {}): TestContract => {
  const { state } = contract;
  const setting = settingOf(state, options.book);
  const today = { setting, facts: { ...WILLING, ...options.facts }, day: customerDay(setting, at), asOf: at };
  const elsewhere = options.elsewhere ?? [];
  const [first] = mailCandidates(state, dueSteps(state, setting, today.day), today).filter(({ id }) => !elsewhere.includes(id));
  const happening = decideCare(state, today, { mail: options.isTaken ? undefined : first?.id, elsewhere });
  return happening ? contract.happens(happening, at) : contract;
};

/** The same at noon in Shanghai on each of some days, one after the other. */
export const caredOn = (contract: TestContract, days: readonly CalendarDate[], options: DayOptions = {}): TestContract =>
  days.reduce((now, day) => lookedAt(now, atNoon(day), options), contract);

/** What SES says of the mail of a step, as the step stands now. */
export const mailed = (
  contract: TestContract,
  step: string,
  outcome: Mailed['outcome'] = 'delivered',
  more: Partial<Mailed> = {},
): TestContract => {
  const record = contract.state.steps[step];
  if (!record) throw new Error(`${step} was never taken`);
  return contract.happens({ type: 'mailed', data: { version: record.version, step, outcome, ...more } }, record.asOf);
};

/** What was done and held back, the oldest day first. */
export const daysOf = ({ events }: TestContract): readonly Cared[] =>
  events.flatMap((event) => (event.type === 'cared' ? [event.data] : []));

const word = ({ mail, held, again, task }: TakenStep): string =>
  [mail && 'mail', held && `held: ${held}${again ? `, again ${again}` : ''}`, task && `task by ${task.due}`].filter(Boolean).join('; ');

/** One line a step: `2027-01-01 2027-03-01.reminder-2: mail`. */
export const diary = (contract: TestContract): readonly string[] =>
  daysOf(contract).flatMap(({ day, steps }) => steps.map((step) => `${day} ${step.id}: ${word(step)}`));

/** The mails that still wait for a report. */
export const unreported = ({ steps }: Contract): readonly StepRecord[] =>
  Object.values(steps).filter(({ mail, outcome }) => mail === true && outcome === undefined);
