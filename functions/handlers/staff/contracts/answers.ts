import type { Locale } from '../../../domain/case/model.ts';
import { contractRow, deskContract, historyOf } from '../../../domain/contract/deskView.ts';
import { fold } from '../../../domain/contract/evolve.ts';
import type { ContractEvent } from '../../../domain/contract/model.ts';
import { customerDate } from '../../../domain/contract/status.ts';
import { json, type Answer } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import type { ChangeContractRefusal } from '../../../usecases/changeContract.ts';
import { staffNames } from '../../../usecases/staffNames.ts';
import { teamRegion } from '../../../usecases/teamRegion.ts';
import { invalidInput } from '../../api/parse.ts';
import type { DeskDeps } from '../context.ts';

/** What the endpoints of contracts need. */
export type ContractDeps = Pick<DeskDeps, 'contracts' | 'directory' | 'rules' | 'care' | 'hashes' | 'now' | 'siteUrl' | 'clientId'>;

type Events = readonly ContractEvent[];

/** The contract of these events with what its view needs: today's date of the customer, names of staff, the care rules. */
const seen = async ({ directory, rules, care, now }: ContractDeps, events: Events) => {
  const state = fold(events);
  const at = now();
  const [region, names, book] = await Promise.all([teamRegion(rules, at), staffNames(directory), care.current()]);
  return { state, today: customerDate(state.terms.customer, region, at), names, careRules: book.rules };
};

/** A contract as the desk shows it. */
export const contractAnswer = async (
  deps: ContractDeps,
  events: Events,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const { state, today, names, careRules } = await seen(deps, events);
  return json(status, deskContract(state, events, today, names, careRules), { etag: `"${state.version}"`, ...headers });
};

const stale = async (deps: ContractDeps, events: Events, version: number): Promise<Problem> => {
  if (events.length === 0) return new Problem('stale-contract');
  const { state, today, names, careRules } = await seen(deps, events);
  const since = historyOf(events.filter((event) => event.version > version));
  return new Problem('stale-contract', {
    headers: { etag: `"${state.version}"` },
    members: { current: { ...contractRow(state, today, names, careRules), since } },
  });
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
    case 'key-reused':
      return new Problem('key-reused');
    case 'stale':
      return stale(deps, refusal.events, version ?? 0);
  }
};
