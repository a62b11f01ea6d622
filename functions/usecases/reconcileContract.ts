import { careSetting, customerDay, isQuiet, type CareSetting } from '../domain/care/setting.ts';
import { fold } from '../domain/contract/evolve.ts';
import type { Contract, ContractEvent } from '../domain/contract/model.ts';
import { between, DAY, type Instant } from '../domain/kernel/time.ts';
import { all } from './all.ts';
import { carryFigures } from './carryFigures.ts';
import { carryRenewal } from './carryRenewal.ts';
import type { CareQueue, CareRulesStore, ContractMailOrder, CustomerBook } from './carePorts.ts';
import { indexByRules, sameIndex } from './contractIndex.ts';
import { contractMailOf, emailIn, emailsOf, unheardMails } from './contractMails.ts';
import type { ContractRecord, ContractStore } from './contractPorts.ts';
import type { FiguresLog } from './figuresPorts.ts';
import { keepConsents } from './keepConsents.ts';
import type { AddressBook, Outbox, RulesStore, Workflow } from './ports.ts';
import { teamRegion } from './teamRegion.ts';

export interface ReconcileContractDeps {
  readonly contracts: Pick<ContractStore, 'load' | 'index' | 'point'>;
  readonly outbox: Outbox;
  readonly addresses: Pick<AddressBook, 'mailRecord'>;
  readonly customers: Pick<CustomerBook, 'consents' | 'keepConsent'>;
  readonly care: Pick<CareRulesStore, 'current'>;
  readonly careQueue: CareQueue;
  readonly rules: Pick<RulesStore, 'since'>;
  readonly renewals: Workflow;
  readonly figures: Pick<FiguresLog, 'keep'>;
}

/** Days in which a mail that was lost is ordered again; after them a reminder counts as not delivered, and others took its place. */
const ORDERED_AGAIN_DAYS = 3;

/** Days for which a repair counts again what events changed in the measures: every contract is gone over once a week. */
const COUNTED_AGAIN_DAYS = 14;

/** True when an event lets the contract be found where it was not: by its number, or by an address that is new. */
const isFoundAnew = (events: readonly ContractEvent[], { version, ...event }: ContractEvent): boolean => {
  if (event.type === 'registered') return true;
  const before = events.slice(0, version - 1).map(emailIn);
  return event.type === 'changed' && !before.includes(event.data.terms.customer.email);
};

const settingFor = async ({ care, rules }: ReconcileContractDeps, { terms }: Contract, now: Instant): Promise<CareSetting> => {
  const [book, region] = await Promise.all([care.current(), teamRegion(rules, now)]);
  return careSetting(book, terms, region);
};

/** Brings the lists to what they should say, and lets the contract be looked at right away where its time has come; at night the sweep does that in the morning. */
const carryIndex = async (
  deps: ReconcileContractDeps,
  state: Contract,
  { index }: ContractRecord,
  setting: CareSetting,
  now: Instant,
): Promise<void> => {
  const { contractId, version } = state;
  const wanted = indexByRules(state, setting, now);
  if (!sameIndex(wanted, index)) await deps.contracts.index(contractId, version, wanted);
  if (wanted.careAt !== undefined && wanted.careAt <= now && !isQuiet(setting, now)) await deps.careQueue.put([contractId], now);
};

/** Mails that were ordered lately and that nobody knows anything of, neither the contract nor the address book under any address that the customer had. */
const lostMails = async (
  { addresses }: ReconcileContractDeps,
  state: Contract,
  { events }: ContractRecord,
  now: Instant,
): Promise<readonly ContractMailOrder[]> => {
  const late = events.filter(({ at }) => between(at, now) <= ORDERED_AGAIN_DAYS * DAY);
  const lost: ContractMailOrder[] = [];
  for (const order of unheardMails(state, late)) {
    const records = await Promise.all(emailsOf(events).map((email) => addresses.mailRecord(email, order.messageId)));
    if (records.every((record) => record === undefined)) lost.push(order);
  }
  return lost;
};

/**
 * Makes everything follow from events of a contract that were just written: how it is found, its mails, and where it is listed. Every part is idempotent, and a failure of one throws
 * only after the others were tried. The lists come last: a contract is out of reach of the next sweep only when all else was done.
 */
export const reconcileContract =
  (deps: ReconcileContractDeps) =>
  async (contractId: string, versions: readonly number[], now: Instant): Promise<void> => {
    const record = await deps.contracts.load(contractId);
    const fresh = record.events.filter(({ version }) => versions.includes(version));
    if (record.events.length === 0) return;
    const state = fold(record.events);
    const setting = await settingFor(deps, state, now);
    const known = Math.min(...versions, state.version + 1) - 1;
    const found = fresh.some((event) => isFoundAnew(record.events, event));
    await all([
      async () => (found ? deps.contracts.point(contractId, state.terms.customer.email) : undefined),
      () => deps.outbox.put(fresh.flatMap((event) => contractMailOf(event) ?? [])),
      () => carryRenewal(deps.renewals, state, record, { today: customerDay(setting, now), now, check: false }),
      () => carryFigures(deps.figures, record.events, known, setting),
      () => keepConsents(deps.customers, record.events, versions),
    ]);
    if (fresh.length > 0) await carryIndex(deps, state, record, setting, now);
  };

/** Goes over a whole contract and mends what is missing. Safe to run at any time, as often as wanted. */
export const repairContract =
  (deps: ReconcileContractDeps) =>
  async (contractId: string, now: Instant): Promise<void> => {
    const record = await deps.contracts.load(contractId);
    if (record.events.length === 0) return;
    const state = fold(record.events);
    const setting = await settingFor(deps, state, now);
    const known = record.events.filter(({ at }) => between(at, now) > COUNTED_AGAIN_DAYS * DAY).length;
    await all([
      () => deps.contracts.point(contractId, state.terms.customer.email),
      async () => deps.outbox.put(await lostMails(deps, state, record, now)),
      () => carryRenewal(deps.renewals, state, record, { today: customerDay(setting, now), now, check: true }),
      () => carryFigures(deps.figures, record.events, known, setting),
      () =>
        keepConsents(
          deps.customers,
          record.events,
          record.events.map(({ version }) => version),
        ),
    ]);
    await carryIndex(deps, state, record, setting, now);
  };
