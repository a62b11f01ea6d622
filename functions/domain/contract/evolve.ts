import { isSettled, oldestUnpaid } from './dueDates.ts';
import {
  MAIL_OUTCOMES,
  type Cared,
  type ConsentEntry,
  type Contract,
  type ContractEvent,
  type Mailed,
  type RenewalStage,
  type StepKind,
  type StepRecord,
  type TakenStep,
  type Task,
  type TaskReport,
  type Terms,
} from './model.ts';
import { maybeSamePerson } from './samePerson.ts';

type Registered = Extract<ContractEvent, { readonly type: 'registered' }>;

/** How far each step brings the renewal that it is about. */
const STAGE: Readonly<Partial<Record<StepKind, RenewalStage>>> = {
  reminder: 'reminding',
  'renewal-visit': 'reminding',
  grace: 'grace',
  suspension: 'suspended',
};

/** What the house's system says of the customer's consent, where it says something new. */
const consentsIn = (before: readonly ConsentEntry[], { consent }: Terms, { at }: ContractEvent): readonly ConsentEntry[] => {
  const known = before.findLast(({ purpose, source }) => purpose === 'marketing' && source === 'register');
  if (!consent || known?.given === consent.marketing) return before;
  return [...before, { purpose: 'marketing', given: consent.marketing, source: 'register', at }];
};

/** Everything that waits for a premium stops once that is settled; the visit after its return comes of the payment. */
const settle = (state: Contract): Contract => {
  const isOver = ({ kind, dueOn }: TakenStep): boolean =>
    kind !== 'reinstated' && dueOn !== undefined && (isSettled(state, dueOn) || dueOn > (oldestUnpaid(state) ?? ''));
  return {
    ...state,
    tasks: state.tasks.map((task) => (task.state === 'open' && isOver(task.step) ? { ...task, state: 'cancelled' } : task)),
    renewal: state.renewal && oldestUnpaid(state) === state.renewal.dueOn ? state.renewal : undefined,
  };
};

/** A payment that was only late in the post takes the end back. */
const revive = (state: Contract): Contract =>
  state.suspension && isSettled(state, state.suspension.dueOn) ? { ...state, lapsedOn: undefined } : state;

const taskOf = (step: TakenStep, { day }: Cared): readonly Task[] =>
  step.task ? [{ step, raisedOn: day, firstDue: step.task.due, due: step.task.due, state: 'open' }] : [];

const renewalAfter = (before: Contract['renewal'], { steps }: Cared, sinceVersion: number): Contract['renewal'] =>
  steps.reduce((renewal, { kind, dueOn }) => {
    if (kind === 'lapse') return undefined;
    const stage = STAGE[kind];
    if (!stage || dueOn === undefined || (renewal?.dueOn === dueOn && renewal.stage === stage)) return renewal;
    return { dueOn, stage, sinceVersion };
  }, before);

const care = (state: Contract, data: Cared, version: number): Partial<Contract> => {
  const { day, asOf, steps } = data;
  const records = steps.map((step): [string, StepRecord] => [step.id, { ...step, day, asOf, version }]);
  const suspension = steps.find(({ kind }) => kind === 'suspension');
  return {
    steps: { ...state.steps, ...Object.fromEntries(records) },
    tasks: [...state.tasks, ...steps.flatMap((step) => taskOf(step, data))],
    renewal: renewalAfter(state.renewal, data, version),
    ...(suspension?.dueOn !== undefined && { suspension: { dueOn: suspension.dueOn, on: suspension.on ?? day } }),
    ...(steps.some(({ kind }) => kind === 'lapse') && { lapsedOn: day }),
    ...(steps.some(({ held }) => held === 'suppressed') && { unreachable: state.terms.customer.email }),
  };
};

const rank = (outcome: StepRecord['outcome']): number => (outcome === undefined ? -1 : MAIL_OUTCOMES.indexOf(outcome));

/** A report on a mail of a step that was taken again since says nothing about the step any more; one on an address that was given up since says nothing about the new one. */
const mailed = (state: Contract, { version, step: id, outcome, held, again, gaveUp }: Mailed): Partial<Contract> => {
  const step = state.steps[id];
  const unreachable = gaveUp && version > state.addressSince ? { unreachable: state.terms.customer.email } : {};
  if (step?.version !== version) return unreachable;
  const after: StepRecord =
    outcome === 'held'
      ? { ...step, mail: undefined, held, again }
      : { ...step, outcome: rank(outcome) > rank(step.outcome) ? outcome : step.outcome };
  return { ...unreachable, steps: { ...state.steps, [id]: after } };
};

const report = (tasks: readonly Task[], { task: id, outcome, notes, until }: TaskReport, { at, by }: ContractEvent): readonly Task[] =>
  tasks.map((task) => {
    if (task.step.id !== id || task.state !== 'open') return task;
    if (outcome === 'postponed') return { ...task, due: until ?? task.due, notes: notes ?? task.notes };
    return { ...task, state: outcome, notes: notes ?? task.notes, closedAt: at, closedBy: by };
  });

/** A contract that changes hands: what the old customer agreed to does not bind the new one, and reminders of an unpaid premium that went to somebody else count no more. */
const handOver = (state: Contract, terms: Terms, { version, at }: ContractEvent): Contract => {
  if (maybeSamePerson(state.terms.customer, terms.customer)) return state;
  const isAhead = ({ kind, dueOn }: TakenStep): boolean => kind === 'reminder' && dueOn !== undefined && !isSettled(state, dueOn);
  const steps = Object.fromEntries(Object.entries(state.steps).filter(([, step]) => !isAhead(step)));
  return { ...state, steps, consents: [], scheduledAt: at, customerSince: { version, at } };
};

const change = (state: Contract, event: Exclude<ContractEvent, Registered>): Contract => {
  const { at, version } = event;
  switch (event.type) {
    case 'changed': {
      const { terms, unpaidFrom } = event.data;
      const before = handOver(state, terms, event);
      const after = { ...before, terms, unpaidFrom, consents: consentsIn(before.consents, terms, event) };
      const scheduledAt = oldestUnpaid(after) === oldestUnpaid(before) ? before.scheduledAt : at;
      const addressSince = terms.customer.email === before.terms.customer.email ? before.addressSince : version;
      return settle(revive({ ...after, scheduledAt, addressSince }));
    }
    case 'paid':
      return settle(revive({ ...state, paid: [...state.paid, { ...event.data, toldAt: at }] }));
    case 'failed':
      return { ...state, failed: [...state.failed, { ...event.data, toldAt: at }] };
    case 'cared':
      return { ...state, ...care(state, event.data, version) };
    case 'mailed':
      return { ...state, ...mailed(state, event.data) };
    case 'task':
      return { ...state, tasks: report(state.tasks, event.data, event) };
    case 'consented':
      return { ...state, consents: [...state.consents, { ...event.data, at }] };
  }
};

/** The state after one more event. Throws when the first event does not register the contract or a version is missing: then the store is broken. */
export const evolve = (state: Contract | undefined, event: ContractEvent): Contract => {
  const { contractId, version, at } = event;
  if (event.type === 'registered') {
    if (state || version !== 1) throw new Error(`contract ${contractId} is registered twice`);
    const { terms, unpaidFrom } = event.data;
    const consents = consentsIn([], terms, event);
    return {
      contractId,
      version,
      registeredAt: at,
      scheduledAt: at,
      addressSince: version,
      customerSince: { version, at },
      terms,
      unpaidFrom,
      paid: [],
      failed: [],
      steps: {},
      tasks: [],
      consents,
    };
  }
  if (!state || version !== state.version + 1) throw new Error(`contract ${contractId} lacks the event before version ${version}`);
  return { ...change(state, event), version };
};

/** Where a contract stands after all its events, oldest first. Throws as `evolve` does, and on an empty history. */
export const fold = (events: readonly ContractEvent[]): Contract => {
  const state = events.reduce<Contract | undefined>(evolve, undefined);
  if (!state) throw new Error('a contract has at least one event');
  return state;
};
