import type { ContractFilters } from '../../../desk/contractSearch.ts';

let filters: ContractFilters = {};

/** Remembers the list that is shown, for the way back to it. */
export const keepLastList = (shown: ContractFilters): void => {
  filters = shown;
};

/** The list that was shown last. */
export const lastList = (): ContractFilters => filters;
