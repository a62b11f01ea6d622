import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatMoney } from '../../../../content/format.ts';
import type { ContractRow } from '../../../../domain/contract/deskView.ts';
import { mayKeepContracts, mayTransferContracts } from '../../../../domain/contract/permissions.ts';
import type { ContractList } from '../../../desk/contractAnswers.ts';
import { isFiltered, listQuery, type ContractFilters } from '../../../desk/contractSearch.ts';
import { loadPages } from '../../../desk/paging.ts';
import { hashOf } from '../../../desk/routes.ts';
import type { Answer } from '../api.ts';
import { FailureNotice, Loading, Notice } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { useHeadingFocus, useLoaded } from '../hooks.ts';
import { contractApi } from './contractApi.ts';
import { ExportButton } from './exportButton.tsx';
import { Filters } from './filters.tsx';
import { keepLastList } from './lastList.ts';
import { NextDue, Status } from './statusBits.tsx';
import { useContractWords, useToday } from './words.ts';
import { ListFoot } from '../listFoot.tsx';

const REFRESH_SECONDS = 60;

type Query = Readonly<Record<string, string>>;

/** Lists as they were left: coming back from a contract shows the same pages at the same place. */
const left = new Map<string, { readonly list: ContractList; readonly contractId?: string | undefined }>();

const Line = ({ row, today, onOpen }: { readonly row: ContractRow; readonly today: string; readonly onOpen: () => void }): JSX.Element => {
  const { me, locale, words: deskWords } = useDesk();
  const words = useContractWords();
  return (
    <li class={`row contract-row contract-edge-${row.status}`}>
      <div class="row-case">
        <a
          class="row-link"
          href={hashOf({ screen: 'contract', contractId: row.contractId })}
          data-contract={row.contractId}
          onClick={onOpen}
        >
          {row.contractId}
        </a>
        <div class="row-sub">
          <span>
            {row.product} · {formatMoney(row.premium, locale)}
          </span>
        </div>
      </div>
      <div class="row-customer">
        <span class="cell-name">{words('list.column.customer')}</span>
        {row.customerName}
      </div>
      <div class="row-waits">
        <span class="cell-name">{words('list.column.status')}</span>
        <Status status={row.status} />
      </div>
      <div class="row-owner">
        <span class="cell-name">{words('list.column.owner')}</span>
        <span>
          {row.ownerName ?? `${row.owner} (${words('left')})`}
          {row.owner === me.id && <span class="you"> · {deskWords('you')}</span>}
        </span>
      </div>
      <div class="row-due">
        <span class="cell-name">{words('list.column.due')}</span>
        <NextDue dueOn={row.dueOn} today={today} />
      </div>
    </li>
  );
};

const Head = (): JSX.Element => {
  const words = useContractWords();
  return (
    <div class="row row-head" aria-hidden="true">
      <div class="row-case">{words('list.column.contract')}</div>
      <div class="row-customer">{words('list.column.customer')}</div>
      <div class="row-waits">{words('list.column.status')}</div>
      <div class="row-owner">{words('list.column.owner')}</div>
      <div class="row-due">{words('list.column.due')}</div>
    </div>
  );
};

interface LinesProps {
  readonly filters: ContractFilters;
  readonly query: Query;
  readonly today: string;
}

const Lines = ({ filters, query, today }: LinesProps): JSX.Element => {
  const desk = useDesk();
  const words = useContractWords();
  const load = (cursor: string | undefined): Promise<Answer<ContractList>> => contractApi(desk.api).list(query, cursor);
  const key = JSON.stringify(query);
  const list = useLoaded<ContractList>(key, (known) => loadPages(load, known?.items.length ?? 0), REFRESH_SECONDS, left.get(key)?.list);
  const [isLoading, setIsLoading] = useState(false);
  const lines = useRef<HTMLUListElement>(null);
  const { value } = list;
  const focusOn = (contractId: string | undefined): void =>
    lines.current?.querySelector<HTMLElement>(`[data-contract="${CSS.escape(contractId ?? '')}"]`)?.focus();

  useEffect(() => focusOn(left.get(key)?.contractId), [key]);
  useEffect(() => {
    if (value) left.set(key, { list: value, contractId: left.get(key)?.contractId });
  }, [key, value]);

  const showMore = async (): Promise<void> => {
    if (!value?.nextCursor) return;
    setIsLoading(true);
    const page = await loadPages(load, 1, value.nextCursor);
    setIsLoading(false);
    if (!page.ok) return void list.reload();
    const items = [...value.items, ...page.value.items];
    list.put({ items, nextCursor: page.value.nextCursor });
    desk.announce(words('list.shown', { count: items.length }));
    requestAnimationFrame(() => focusOn(page.value.items[0]?.contractId));
  };
  const empty = value?.nextCursor ? 'list.emptySoFar' : isFiltered(filters) ? 'list.emptyFiltered' : 'list.empty';

  return (
    <>
      {list.failure && <FailureNotice failure={list.failure} again={() => void list.reload()} />}
      {list.failure?.errors.map(({ detail }) => (
        <p key={detail} class="wrong">
          {detail}
        </p>
      ))}
      {!value && !list.failure && <Loading />}
      {value && value.items.length === 0 && <p class="empty">{words(empty)}</p>}
      {value && value.items.length > 0 && (
        <>
          <Head />
          <ul class="rows" role="list" ref={lines}>
            {value.items.map((row) => (
              <Line
                key={row.contractId}
                row={row}
                today={today}
                onOpen={() => left.set(key, { list: value, contractId: row.contractId })}
              />
            ))}
          </ul>
        </>
      )}
      <ListFoot
        hasMore={value?.nextCursor !== undefined}
        isLoading={isLoading}
        onMore={() => void showMore()}
        shown={value && words('list.shown', { count: value.items.length })}
        at={list.at}
      />
    </>
  );
};

/** The register: contracts by when the next premium is due (F57). */
export const ListPage = ({ filters }: { readonly filters: ContractFilters }): JSX.Element => {
  const { me, words: deskWords } = useDesk();
  const words = useContractWords();
  const today = useToday();
  const heading = useHeadingFocus('contracts', `${words('list.title')} · ${deskWords('title')}`);
  const query = listQuery(filters, today);
  keepLastList(filters);
  return (
    <div class="contracts-page">
      <div class="queue-top">
        <h1 ref={heading} tabIndex={-1}>
          {words('list.title')}
        </h1>
        <div class="queue-tools">
          <a href={hashOf({ screen: 'care-figures' })}>{words('list.measures')}</a>
          {mayKeepContracts(me) && (
            <a class="button quiet" href={hashOf({ screen: 'new-contract' })}>
              {words('list.new')}
            </a>
          )}
          {mayTransferContracts(me) && (
            <>
              <a class="button quiet" href={hashOf({ screen: 'import' })}>
                {words('list.import')}
              </a>
              {query && <ExportButton query={query} />}
            </>
          )}
        </div>
      </div>
      <Filters filters={filters} />
      {query ? (
        <Lines filters={filters} query={query} today={today} />
      ) : (
        <Notice tone="info">
          <p>{words('list.noNumber')}</p>
        </Notice>
      )}
    </div>
  );
};
