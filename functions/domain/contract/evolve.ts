import type { Contract, ContractEvent } from './model.ts';

type Registered = Extract<ContractEvent, { readonly type: 'registered' }>;

const change = (state: Contract, event: Exclude<ContractEvent, Registered>): Partial<Contract> => {
  switch (event.type) {
    case 'changed':
      return { terms: event.data.terms, unpaidFrom: event.data.unpaidFrom };
    case 'paid':
      return { paid: [...state.paid, event.data] };
    case 'failed':
      return { failed: [...state.failed, event.data] };
  }
};

/** The state after one more event. Throws when the first event does not register the contract or a version is missing: then the store is broken. */
export const evolve = (state: Contract | undefined, event: ContractEvent): Contract => {
  const { contractId, version } = event;
  if (event.type === 'registered') {
    if (state || version !== 1) throw new Error(`contract ${contractId} is registered twice`);
    const { terms, unpaidFrom } = event.data;
    return { contractId, version, registeredAt: event.at, terms, unpaidFrom, paid: [], failed: [] };
  }
  if (!state || version !== state.version + 1) throw new Error(`contract ${contractId} lacks the event before version ${version}`);
  return { ...state, ...change(state, event), version };
};

/** Where a contract stands after all its events, oldest first. Throws as `evolve` does, and on an empty history. */
export const fold = (events: readonly ContractEvent[]): Contract => {
  const state = events.reduce<Contract | undefined>(evolve, undefined);
  if (!state) throw new Error('a contract has at least one event');
  return state;
};
