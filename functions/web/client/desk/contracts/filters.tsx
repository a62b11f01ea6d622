import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { DUE_WINDOWS, isFiltered, type ContractFilters } from '../../../desk/contractSearch.ts';
import { hashOf } from '../../../desk/routes.ts';
import { useDesk } from '../context.ts';
import { useContractWords } from './words.ts';

const go = (filters: ContractFilters): void => {
  location.hash = hashOf({ screen: 'contracts', filters });
};

const OwnerFilter = ({ filters }: { readonly filters: ContractFilters }): JSX.Element => {
  const { staff, me, words: deskWords } = useDesk();
  const words = useContractWords();
  const others = staff.filter(({ id }) => id !== me.id).toSorted((a, b) => a.name.localeCompare(b.name));
  const people = [...(staff.some(({ id }) => id === me.id) ? [me] : []), ...others];
  const { owner } = filters;
  return (
    <label class="contract-filter">
      <span>{words('list.owner')}</span>
      <select value={owner ?? ''} onChange={(event) => go({ ...filters, owner: event.currentTarget.value || undefined })}>
        <option value="">{words('list.owner.any')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
            {id === me.id ? ` (${deskWords('you')})` : ''}
          </option>
        ))}
        {owner && !people.some(({ id }) => id === owner) && <option value={owner}>{owner}</option>}
      </select>
    </label>
  );
};

const Dates = ({ filters }: { readonly filters: ContractFilters }): JSX.Element => {
  const words = useContractWords();
  const field = (name: 'from' | 'to'): JSX.Element => (
    <label class="contract-filter">
      <span>{words(`list.${name}`)}</span>
      <input
        type="date"
        value={filters[name] ?? ''}
        onChange={(event) => go({ ...filters, [name]: event.currentTarget.value || undefined })}
      />
    </label>
  );
  return (
    <>
      {field('from')}
      {field('to')}
    </>
  );
};

/** Narrows the list of contracts: by number or customer, by when the next premium is due, by owner. All of it stands in the address. */
export const Filters = ({ filters }: { readonly filters: ContractFilters }): JSX.Element => {
  const words = useContractWords();
  const [typed, setTyped] = useState(filters.find ?? '');
  useEffect(() => setTyped(filters.find ?? ''), [filters.find]);
  const search = (event: SubmitEvent): void => {
    event.preventDefault();
    go({ ...filters, find: typed.trim() || undefined });
  };
  return (
    <form class="contract-filters" role="search" aria-label={words('list.title')} onSubmit={search}>
      <div class="contract-find">
        <label for="contract-find">{words('list.search')}</label>
        <div class="contract-find-line">
          <input
            id="contract-find"
            type="search"
            autocomplete="off"
            spellcheck={false}
            maxLength={254}
            aria-describedby="contract-find-hint"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="quiet">
            {words('list.searchButton')}
          </button>
        </div>
        <p class="hint" id="contract-find-hint">
          {words('list.searchHint')}
        </p>
      </div>
      <label class="contract-filter">
        <span>{words('list.due')}</span>
        <select
          value={filters.due ?? ''}
          onChange={(event) => go({ ...filters, due: DUE_WINDOWS.find((one) => one === event.currentTarget.value) })}
        >
          <option value="">{words('list.due.any')}</option>
          {DUE_WINDOWS.map((window) => (
            <option key={window} value={window}>
              {words(`list.due.${window}`)}
            </option>
          ))}
        </select>
      </label>
      {filters.due === 'between' && <Dates filters={filters} />}
      <OwnerFilter filters={filters} />
      {isFiltered(filters) && (
        <button type="button" class="faint" onClick={() => go({})}>
          {words('list.clear')}
        </button>
      )}
    </form>
  );
};
