import type { Instant } from '../domain/kernel/time.ts';
import { decideCare, dueSteps, mailCandidates, type CareDay, type CareFacts, type Claimed } from '../domain/care/decideCare.ts';
import type { PlannedStep } from '../domain/care/plan.ts';
import { careSetting, customerDay, isQuiet, type CareSetting } from '../domain/care/setting.ts';
import { fold } from '../domain/contract/evolve.ts';
import type { Contract } from '../domain/contract/model.ts';
import { ok, refuse } from '../domain/kernel/result.ts';
import { careFacts, type CareFactsDeps } from './careFacts.ts';
import type { CareRulesStore, CustomerBook } from './carePorts.ts';
import { changeContract, type ChangeContractDeps } from './changeContract.ts';
import { indexByRules, sameIndex } from './contractIndex.ts';
import { unheardMails } from './contractMails.ts';
import type { RepairQueue, RulesStore } from './ports.ts';
import { teamRegion } from './teamRegion.ts';

export interface CareForContractDeps extends ChangeContractDeps, CareFactsDeps {
  readonly customers: Pick<CustomerBook, 'consents' | 'openCases' | 'claim'>;
  readonly care: Pick<CareRulesStore, 'current'>;
  readonly rules: Pick<RulesStore, 'since'>;
  readonly repairs: Pick<RepairQueue, 'putContracts'>;
}

const NO_FACTS: CareFacts = { suppressed: false, consents: [] };

/**
 * Claims the mail of the day for the most important step that can have it. What was claimed and not written is claimed again by the same step, so a run that dies half-way costs nothing.
 */
const claimMail = async (
  { customers }: CareForContractDeps,
  { contractId, terms }: Contract,
  candidates: readonly PlannedStep[],
  { day }: CareDay,
): Promise<Claimed> => {
  const elsewhere: string[] = [];
  const { email } = terms.customer;
  if (email === undefined) return { elsewhere };
  for (const { id, once } of candidates) {
    const holder = `${contractId}.${id}`;
    if (once !== undefined && !(await customers.claim(email, `ONCE#${once}`, holder))) elsewhere.push(id);
    else if (await customers.claim(email, `DAY#${day}`, holder)) return { mail: id, elsewhere };
  }
  return { elsewhere };
};

/** A contract that has nothing to do, although the list says so, may have lost what follows from an event of it: its place in the lists, or a mail. */
const mendIfBehind = async (
  { contracts, repairs }: CareForContractDeps,
  contractId: string,
  settingOf: (state: Contract) => CareSetting,
  now: Instant,
): Promise<void> => {
  const { events, index } = await contracts.load(contractId);
  if (events.length === 0) return;
  const state = fold(events);
  const isListed = sameIndex(indexByRules(state, settingOf(state), now), index);
  if (!isListed || unheardMails(state, events).length > 0) await repairs.putContracts([contractId], now);
};

/**
 * Does for a contract what its customer is to get by the day of `at`, with one event, or nothing when nothing is due or the customer's night is not over. Safe to run at any time, as often
 * as wanted, also at once with others (F58, F59, F61–F63).
 */
export const careForContract =
  (deps: CareForContractDeps) =>
  async (contractId: string, at: Instant, now: Instant): Promise<'cared' | 'nothing' | 'night'> => {
    const [book, region] = await Promise.all([deps.care.current(), teamRegion(deps.rules, now)]);
    const settingOf = ({ terms }: Contract): CareSetting => careSetting(book, terms, region);
    let isNight = false;
    const changed = await changeContract(deps)({ contractId, by: { role: 'system' }, now }, async (state) => {
      if (!state) return refuse({ kind: 'unknown' });
      const setting = settingOf(state);
      const day = customerDay(setting, at);
      isNight = isQuiet(setting, at);
      const due = isNight ? [] : dueSteps(state, setting, day);
      const facts = due.some(({ mail, purpose }) => mail || purpose === 'marketing') ? await careFacts(deps)(state) : NO_FACTS;
      const today: CareDay = { setting, facts, day, asOf: at };
      const claimed = await claimMail(deps, state, mailCandidates(state, due, today), today);
      const happening = isNight ? undefined : decideCare(state, today, claimed);
      return ok(happening ? { happening } : { version: state.version, outcome: 'unchanged' });
    });
    if (changed.ok && changed.value.outcome === 'written') return 'cared';
    await mendIfBehind(deps, contractId, settingOf, now);
    return isNight ? 'night' : 'nothing';
  };
