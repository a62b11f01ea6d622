import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskRow } from '../../../domain/case/deskView.ts';
import { STAGES, type Stage } from '../../../domain/case/model.ts';
import { QUEUES, type CaseList, type Queue } from '../../desk/answers.ts';
import { loadPages } from '../../desk/paging.ts';
import { hashOf, type Route } from '../../desk/routes.ts';
import type { Answer } from './api.ts';
import { FailureNotice, Flags, Loading, RowDue, When } from './bits.tsx';
import { useDesk } from './context.ts';
import { useHeadingFocus, useLoaded } from './hooks.ts';
import { ListFoot } from './listFoot.tsx';

const REFRESH_SECONDS = 30;
const OPEN_STAGES = STAGES.filter((stage) => stage !== 'closed');

type QueueRoute = Extract<Route, { readonly screen: 'queue' }>;

/** Lists as they were left: coming back from a case shows the same pages at the same place. */
const left = new Map<string, { readonly list: CaseList; readonly caseId?: string | undefined }>();

const Tabs = ({
  route,
  counts,
}: {
  readonly route: QueueRoute;
  readonly counts: Readonly<Record<Queue, number>> | undefined;
}): JSX.Element => {
  const { words } = useDesk();
  return (
    <nav class="tabs" aria-label={words('queue.tabs')}>
      {QUEUES.map((queue) => (
        <a
          key={queue}
          href={hashOf({ screen: 'queue', queue, stage: route.stage })}
          class={queue === 'overdue' && counts?.overdue ? 'tab tab-alarm' : 'tab'}
          aria-current={queue === route.queue ? 'page' : undefined}
        >
          {words(`queue.${queue}`)}{' '}
          {counts && (
            <span class="count">
              <span aria-hidden="true">{counts[queue]}</span>
              <span class="unseen">{words('queue.count', { count: counts[queue] })}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
};

const Line = ({ row, onOpen }: { readonly row: DeskRow; readonly onOpen: () => void }): JSX.Element => {
  const { words, labels, me } = useDesk();
  const kind = row.request ? labels(`request.${row.request}`) : labels(`kind.${row.kind}`);
  return (
    <li class={`row priority-edge-${row.safety ? 'urgent' : row.priority}`}>
      <div class="row-case">
        <a class="row-link" href={hashOf({ screen: 'case', caseId: row.caseId })} data-case={row.caseId} onClick={onOpen}>
          {row.subject}
        </a>
        <div class="row-sub">
          <span>
            <span class="case-id">{row.caseId}</span> · {kind} · <When at={row.openedAt} relative />
          </span>
          <Flags row={row} />
        </div>
      </div>
      <div class="row-customer">
        <span class="cell-name">{words('queue.column.customer')}</span>
        {row.customerName}
      </div>
      <div class="row-waits">
        <span class="cell-name">{words('queue.column.waits')}</span>
        <span class="row-stage">{labels(`stage.${row.stage}`)}</span>
        <span class="row-wait">{words(`waits.${row.waitingFor}`)}</span>
      </div>
      <div class="row-owner">
        <span class="cell-name">{words('queue.column.owner')}</span>
        {row.owner ? (
          <span>
            {row.ownerName ?? row.owner}
            {row.owner === me.id && <span class="you"> · {words('you')}</span>}
          </span>
        ) : (
          <span class="nobody">{words('queue.nobody')}</span>
        )}
      </div>
      <div class="row-due">
        <span class="cell-name">{words('queue.column.due')}</span>
        <RowDue row={row} />
      </div>
    </li>
  );
};

const Head = (): JSX.Element => {
  const { words } = useDesk();
  return (
    <div class="row row-head" aria-hidden="true">
      <div class="row-case">{words('queue.column.case')}</div>
      <div class="row-customer">{words('queue.column.customer')}</div>
      <div class="row-waits">{words('queue.column.waits')}</div>
      <div class="row-owner">{words('queue.column.owner')}</div>
      <div class="row-due">{words('queue.column.due')}</div>
    </div>
  );
};

const StageFilter = ({ route }: { readonly route: QueueRoute }): JSX.Element => {
  const { words, labels } = useDesk();
  const choose = (value: string): void => {
    const stage: Stage | undefined = STAGES.find((one) => one === value);
    location.hash = hashOf({ ...route, stage });
  };
  return (
    <label class="stage-filter">
      <span>{words('queue.stage')}</span>
      <select value={route.stage ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words('queue.allStages')}</option>
        {OPEN_STAGES.map((stage) => (
          <option key={stage} value={stage}>
            {labels(`stage.${stage}`)}
          </option>
        ))}
      </select>
    </label>
  );
};

/** A queue: tabs with counts, a filter, and lines that lead to the cases. */
export const QueuePage = ({ route }: { readonly route: QueueRoute }): JSX.Element => {
  const desk = useDesk();
  const { words, api } = desk;
  const key = hashOf(route);
  const load = (cursor: string | undefined): Promise<Answer<CaseList>> => api.cases(route.queue, route.stage, cursor);
  const counts = useLoaded('counts', () => api.counts(), REFRESH_SECONDS);
  const list = useLoaded<CaseList>(key, (known) => loadPages(load, known?.items.length ?? 0), REFRESH_SECONDS, left.get(key)?.list);
  const heading = useHeadingFocus(`queue`, `${words(`queue.${route.queue}`)} · ${words('title')}`);
  const [more, setMore] = useState<'idle' | 'loading'>('idle');
  const lines = useRef<HTMLUListElement>(null);
  const { value } = list;

  useEffect(() => {
    const caseId = left.get(key)?.caseId;
    if (caseId) lines.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(caseId)}"]`)?.focus();
  }, [key]);
  useEffect(() => {
    if (value) left.set(key, { list: value, caseId: left.get(key)?.caseId });
  }, [key, value]);

  const showMore = async (): Promise<void> => {
    if (!value?.nextCursor) return;
    setMore('loading');
    const page = await api.cases(route.queue, route.stage, value.nextCursor);
    setMore('idle');
    if (!page.ok) return void list.reload();
    const items = [...value.items, ...page.value.items];
    list.put({ items, nextCursor: page.value.nextCursor });
    desk.announce(words('queue.shown', { count: items.length }));
    const next = page.value.items[0]?.caseId;
    requestAnimationFrame(() => next && lines.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(next)}"]`)?.focus());
  };
  const refresh = (): void => {
    void counts.reload();
    void list.reload();
  };

  return (
    <div class="queue">
      <h1 ref={heading} tabIndex={-1} class="unseen">
        {words('queue.title')}: {words(`queue.${route.queue}`)}
      </h1>
      <div class="queue-top">
        <Tabs route={route} counts={counts.value} />
        <div class="queue-tools">
          <StageFilter route={route} />
          <button type="button" class="faint" onClick={refresh}>
            <span aria-hidden="true">↻</span> {words('queue.refresh')}
          </button>
        </div>
      </div>
      {list.failure && <FailureNotice failure={list.failure} again={refresh} />}
      {!value && !list.failure && <Loading />}
      {value && value.items.length === 0 && (
        <p class="empty">{words(route.stage ? 'queue.empty.filtered' : `queue.empty.${route.queue}`)}</p>
      )}
      {value && value.items.length > 0 && (
        <>
          <Head />
          <ul class="rows" role="list" ref={lines}>
            {value.items.map((row) => (
              <Line key={row.caseId} row={row} onOpen={() => left.set(key, { list: value, caseId: row.caseId })} />
            ))}
          </ul>
        </>
      )}
      <ListFoot
        hasMore={value?.nextCursor !== undefined}
        isLoading={more === 'loading'}
        onMore={() => void showMore()}
        shown={value && words('queue.shown', { count: value.items.length })}
        at={list.at}
      />
    </div>
  );
};
