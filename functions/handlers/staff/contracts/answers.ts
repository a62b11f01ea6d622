import type { Locale } from '../../../domain/case/model.ts';
import {
  contractRow,
  deskContract,
  historyOf,
  type ContractSince,
  type DeskContract,
  type DeskKnown,
} from '../../../domain/contract/deskView.ts';
import { fold } from '../../../domain/contract/evolve.ts';
import type { Contract, ContractEvent } from '../../../domain/contract/model.ts';
import { customerDate } from '../../../domain/contract/status.ts';
import { json, type Answer } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import type { ChangeContractRefusal } from '../../../usecases/changeContract.ts';
import type { AddressBook } from '../../../usecases/ports.ts';
import { staffNames } from '../../../usecases/staffNames.ts';
import { teamRegion } from '../../../usecases/teamRegion.ts';
import { invalidInput } from '../../api/parse.ts';
import type { DeskDeps } from '../context.ts';

/** What the endpoints of contracts need. */
export type ContractDeps = Pick<
  DeskDeps,
  'contracts' | 'customers' | 'directory' | 'rules' | 'care' | 'hashes' | 'now' | 'siteUrl' | 'clientId'
> & { readonly addresses: Pick<AddressBook, 'standing'> };

type Events = readonly ContractEvent[];

/** By what a contract is seen: today's date of its customer, names of staff, the care rules. */
const settingOf = async ({ directory, rules, care, now }: ContractDeps, { terms }: Contract) => {
  const at = now();
  const [region, names, book] = await Promise.all([teamRegion(rules, at), staffNames(directory), care.current()]);
  return { today: customerDate(terms.customer, region, at), names, care: book, teamRegion: region };
};

/** What is known of the customer's address: nothing without one. */
const addressOf = async (
  { addresses, customers }: ContractDeps,
  { terms: { customer } }: Contract,
): Promise<Pick<DeskKnown, 'consents' | 'suppressed'>> => {
  const { email } = customer;
  if (email === undefined) return { consents: [], suppressed: false };
  const [{ suppressed }, consents] = await Promise.all([addresses.standing(email), customers.consents(email)]);
  return { consents, suppressed };
};

const wholeContract = async (deps: ContractDeps, events: Events): Promise<DeskContract> => {
  const state = fold(events);
  const [setting, address] = await Promise.all([settingOf(deps, state), addressOf(deps, state)]);
  return deskContract(state, events, { ...setting, ...address });
};

/** A contract as the desk shows it. */
export const contractAnswer = async (
  deps: ContractDeps,
  events: Events,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const contract = await wholeContract(deps, events);
  return json(status, contract, { etag: `"${contract.version}"`, ...headers });
};

const stale = async (deps: ContractDeps, events: Events, version: number): Promise<Problem> => {
  if (events.length === 0) return new Problem('stale-contract');
  const state = fold(events);
  const { today, names, care } = await settingOf(deps, state);
  const since = historyOf(events.filter((event) => event.version > version));
  const current: ContractSince = { ...contractRow(state, today, names, care.rules), since };
  return new Problem('stale-contract', { headers: { etag: `"${state.version}"` }, members: { current } });
};

/** The problem that tells why a command was not carried out; `version` is the one that was seen. */
export const refusalProblem = async (
  deps: ContractDeps,
  locale: Locale,
  refusal: ChangeContractRefusal,
  version: number | undefined,
): Promise<Problem> => {
  switch (refusal.kind) {
    case 'invalid':
      return invalidInput(locale, refusal.errors);
    case 'ended':
      return new Problem('contract-ended', { members: { endsOn: refusal.endsOn } });
    case 'unknown':
      return new Problem('not-found');
    case 'task-closed': {
      const current = await wholeContract(deps, refusal.events);
      return new Problem('task-closed', { headers: { etag: `"${current.version}"` }, members: { current } });
    }
    case 'key-reused':
      return new Problem('key-reused');
    case 'stale':
      return stale(deps, refusal.events, version ?? 0);
  }
};
