import { addMonths } from '../clocks/months.ts';
import { isDueDate, isSettled, oldestUnpaid, paymentFor } from '../contract/dueDates.ts';
import { evolve } from '../contract/evolve.ts';
import type { Contract, ContractEvent, StepKind, Task, Terms } from '../contract/model.ts';
import { minorUnits, type Money } from '../kernel/money.ts';
import type { CalendarDate } from '../kernel/time.ts';
import { deliveredReminders } from './reminders.ts';
import { customerDay, type CareSetting } from './setting.ts';

/** Whom and what a figure is counted for: as it was when that came about which is counted, so that a new owner does not answer for the one before. */
interface CountedFor {
  readonly contractId: string;
  /** `YYYY-MM` in which it counts. */
  readonly month: string;
  readonly owner: string;
  readonly product: string;
}

/** `dropped`: nobody has to pay it any more, as the contract was changed; it counts nowhere. */
export const RENEWAL_OUTCOMES = ['paid', 'unpaid', 'suspended', 'lapsed', 'dropped'] as const;
export type RenewalOutcome = (typeof RENEWAL_OUTCOMES)[number];

/** What became of one due date, from its payment or from the day after it, whichever comes first. It counts in the month in which it was due (F66). */
export interface RenewalFigure extends CountedFor {
  readonly kind: 'renewal';
  readonly dueOn: CalendarDate;
  readonly outcome: RenewalOutcome;
  readonly paidOn?: CalendarDate | undefined;
  /** Reminders that were delivered, each on a day of its own. */
  readonly reminders: number;
}

/** One task of an owner. It counts in the month in which it was to be done at first: to postpone it does not make it early. */
export interface TaskFigure extends CountedFor {
  readonly kind: 'task';
  /** Id of the step. */
  readonly task: string;
  readonly what: StepKind;
  readonly firstDue: CalendarDate;
  readonly state: Task['state'];
  /** The customer's day on which it was closed. */
  readonly closedOn?: CalendarDate | undefined;
}

/** Whether a contract went on after its first year, looked at thirteen months after it was signed; a payment that comes later mends it. */
export interface ThirteenthMonthFigure extends CountedFor {
  readonly kind: 'thirteenth-month';
  /** No premium that was due within twelve months of the signing is unpaid, and the cover goes on. */
  readonly kept: boolean;
  /** What it brings in a year. */
  readonly premium: Money;
}

export type Figure = RenewalFigure | TaskFigure | ThirteenthMonthFigure;
export type FigureOf<Kind extends Figure['kind']> = Extract<Figure, { readonly kind: Kind }>;

/** What days are counted by. */
type Zone = Pick<CareSetting, 'zone'>;

/** A contract after each of its events. */
type Life = readonly Contract[];

const lifeOf = (events: readonly ContractEvent[]): Life => {
  const life: Contract[] = [];
  for (const event of events) life.push(evolve(life.at(-1), event));
  return life;
};

const countedFor = (contractId: string, { owner, product }: Terms, on: CalendarDate): CountedFor => ({
  contractId,
  month: on.slice(0, 7),
  owner,
  product,
});

/** Steps by which an unpaid due date gets worse. */
const WORSE = ['grace', 'suspension', 'lapse'] as const satisfies readonly StepKind[];
const OUTCOME = { grace: 'unpaid', suspension: 'suspended', lapse: 'lapsed' } as const satisfies Record<
  (typeof WORSE)[number],
  RenewalOutcome
>;

/** What became of a due date, and which version tells. Undefined while it is ahead. */
const outcomeOf = (
  { steps, ...state }: Contract,
  events: readonly ContractEvent[],
  dueOn: CalendarDate,
): { readonly outcome: RenewalOutcome; readonly version: number } | undefined => {
  const payment = events.find(({ type, data }) => type === 'paid' && 'dueOn' in data && data.dueOn === dueOn);
  if (payment) return { outcome: 'paid', version: payment.version };
  const step = Object.values(steps).findLast((one) => one.dueOn === dueOn && WORSE.some((kind) => kind === one.kind));
  if (!step) return undefined;
  const kind = WORSE.find((one) => one === step.kind) ?? 'grace';
  const isDropped = isSettled(state, dueOn) || !isDueDate(state.terms, dueOn);
  return { outcome: isDropped ? 'dropped' : OUTCOME[kind], version: step.version };
};

const renewals = (life: Life, state: Contract, events: readonly ContractEvent[]): readonly RenewalFigure[] => {
  const dates = [...state.paid.map(({ dueOn }) => dueOn), ...Object.values(state.steps).flatMap(({ dueOn }) => dueOn ?? [])];
  return [...new Set(dates)].sort().flatMap((dueOn): readonly RenewalFigure[] => {
    const came = outcomeOf(state, events, dueOn);
    const then = came && life[came.version - 1];
    if (!then) return [];
    return [
      {
        kind: 'renewal',
        ...countedFor(state.contractId, then.terms, dueOn),
        dueOn,
        outcome: came.outcome,
        paidOn: paymentFor(state, dueOn)?.paidOn,
        reminders: deliveredReminders(state, dueOn),
      },
    ];
  });
};

/** A task that is open counts for whoever looks after the contract now. */
const tasks = (life: Life, state: Contract, setting: Zone): readonly TaskFigure[] =>
  state.tasks.map(({ step, firstDue, state: stands, closedAt }) => {
    const closed = life.find((then) => then.tasks.some((task) => task.step.id === step.id && task.state !== 'open')) ?? state;
    return {
      kind: 'task',
      ...countedFor(state.contractId, closed.terms, firstDue),
      task: step.id,
      what: step.kind,
      firstDue,
      state: stands,
      closedOn: closedAt && customerDay(setting, closedAt),
    };
  });

const MONTHS_IN_YEAR = 12;

const yearly = ({ premium: { amount, currency }, everyMonths }: Terms): Money => ({
  amount: ((minorUnits(amount) * (MONTHS_IN_YEAR / everyMonths)) / 100).toFixed(2),
  currency,
});

/** What was agreed for less than a year cannot be kept for longer: it does not count. */
const thirteenthMonth = ([registered, ...life]: Life, state: Contract): readonly ThirteenthMonthFigure[] => {
  const step = Object.values(state.steps).find(({ kind }) => kind === 'thirteenth-month');
  const then = step && life[step.version - 2];
  if (!then || !registered) return [];
  const { signedOn } = then.terms;
  const anniversary = addMonths(signedOn, MONTHS_IN_YEAR);
  const endsBefore = ({ endsOn }: Terms): boolean => endsOn !== undefined && endsOn < anniversary;
  if (endsBefore(registered.terms)) return [];
  const unpaid = oldestUnpaid(state);
  return [
    {
      kind: 'thirteenth-month',
      ...countedFor(state.contractId, then.terms, addMonths(signedOn, MONTHS_IN_YEAR + 1)),
      kept: !endsBefore(state.terms) && (unpaid === undefined || unpaid > anniversary),
      premium: yearly(then.terms),
    },
  ];
};

/** Everything that is counted of a contract, by all that happened to it. */
export const figuresOf = (events: readonly ContractEvent[], setting: Zone): readonly Figure[] => {
  const life = lifeOf(events);
  const state = life.at(-1);
  return state ? [...renewals(life, state, events), ...tasks(life, state, setting), ...thirteenthMonth(life, state)] : [];
};

/** What tells a figure from all others of its month. */
export const figureKey = (figure: Figure): string => {
  const { kind, contractId } = figure;
  const last = kind === 'renewal' ? [figure.dueOn] : kind === 'task' ? [figure.task] : [];
  return [kind, contractId, ...last].join('#');
};

/** The figures that events after the first `known` brought or changed. */
export const newFigures = (events: readonly ContractEvent[], known: number, setting: Zone): readonly Figure[] => {
  const before = new Map(figuresOf(events.slice(0, known), setting).map((figure) => [figureKey(figure), JSON.stringify(figure)]));
  return figuresOf(events, setting).filter((figure) => before.get(figureKey(figure)) !== JSON.stringify(figure));
};
