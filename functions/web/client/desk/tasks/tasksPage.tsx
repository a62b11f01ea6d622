import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { taskWords, type TaskKey } from '../../../../content/desk/tasks/index.ts';
import type { Translate } from '../../../../content/translator.ts';
import type { TaskRow } from '../../../../domain/contract/deskView.ts';
import { mayKeepContracts } from '../../../../domain/contract/permissions.ts';
import type { CalendarDate } from '../../../../domain/kernel/time.ts';
import type { ContractAnswer, TaskList } from '../../../desk/contractAnswers.ts';
import { todo } from '../../../desk/contractSteps.ts';
import { loadPages } from '../../../desk/paging.ts';
import { hashOf } from '../../../desk/routes.ts';
import { groupTasks, tasksQuery, WHOSE, type Whose } from '../../../desk/taskGroups.ts';
import type { Answer } from '../api.ts';
import { FailureNotice, Loading } from '../bits.tsx';
import { contractApi } from '../contracts/contractApi.ts';
import { TaskDue } from '../contracts/taskList.tsx';
import { TaskReport } from '../contracts/taskReport.tsx';
import { useTeller, useToday } from '../contracts/words.ts';
import { useDesk } from '../context.ts';
import { useHeadingFocus, useLoaded } from '../hooks.ts';
import { ListFoot } from '../listFoot.tsx';

const REFRESH_SECONDS = 60;

const useTaskWords = (): Translate<TaskKey> => taskWords(useDesk().locale);

const Phone = ({ phone }: { readonly phone: string | undefined }): JSX.Element => {
  const words = useTaskWords();
  if (!phone) return <span class="contract-calm">{words('noPhone')}</span>;
  return (
    <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
      <span class="unseen">{words('phone')} </span>
      {phone}
    </a>
  );
};

interface RowProps {
  readonly row: TaskRow;
  readonly today: CalendarDate;
  readonly whose: Whose;
  readonly onDone: (answer: ContractAnswer) => void;
  readonly onStale: () => Promise<void>;
}

const Row = ({ row, today, whose, onDone, onStale }: RowProps): JSX.Element => {
  const { me, words: deskWords } = useDesk();
  const words = useTaskWords();
  const teller = useTeller();
  const { contractId, customerName, phone, product, owner, ownerName, notes } = row;
  return (
    <li class="task task-row">
      <div class="task-about">
        <p class="task-what">{todo(row, teller)}</p>
        <p class="task-who">
          <a href={hashOf({ screen: 'contract', contractId })}>{customerName}</a> · <Phone phone={phone} /> ·{' '}
          <span>
            {product} <span class="case-id">{contractId}</span>
          </span>
        </p>
        {(whose !== 'mine' || ownerName === undefined) && (
          <p class="small">
            {words('owner')}: {ownerName ?? <strong class="nobody">{words('ownerLeft', { owner })}</strong>}
            {owner === me.id && <span class="you"> · {deskWords('you')}</span>}
          </p>
        )}
        {notes && <p class="small pre">{notes}</p>}
      </div>
      <p class="task-when">
        <TaskDue task={row} today={today} />
      </p>
      {mayKeepContracts(me) && (
        <div class="task-report">
          <TaskReport contractId={contractId} task={row} onDone={onDone} onStale={onStale} />
        </div>
      )}
    </li>
  );
};

/** The tasks of a list after one of them was reported on: what the answer says of its contract counts for all of them. */
const afterReport = (rows: readonly TaskRow[], { contractId, tasks }: ContractAnswer): readonly TaskRow[] =>
  rows.flatMap((row) => {
    if (row.contractId !== contractId) return [row];
    const task = tasks.find(({ id }) => id === row.id);
    return task?.state === 'open' ? [{ ...row, ...task }] : [];
  });

const Tasks = ({ whose }: { readonly whose: Whose }): JSX.Element => {
  const desk = useDesk();
  const { announce } = desk;
  const words = useTaskWords();
  const today = useToday();
  const load = (cursor: string | undefined): Promise<Answer<TaskList>> => contractApi(desk.api).tasks(tasksQuery(whose), cursor);
  const list = useLoaded<TaskList>(`tasks ${whose}`, (known) => loadPages(load, known?.items.length ?? 0), REFRESH_SECONDS);
  const [isLoading, setIsLoading] = useState(false);
  const groups = useRef<HTMLDivElement>(null);
  const { value } = list;

  const showMore = async (): Promise<void> => {
    if (!value?.nextCursor) return;
    setIsLoading(true);
    const page = await loadPages(load, 1, value.nextCursor);
    setIsLoading(false);
    if (!page.ok) return void list.reload();
    const items = [...value.items, ...page.value.items];
    list.put({ items, nextCursor: page.value.nextCursor });
    announce(words('shown', { count: items.length }));
  };
  const done = (answer: ContractAnswer): void => {
    if (value) list.put({ ...value, items: afterReport(value.items, answer) });
    requestAnimationFrame(() => groups.current?.querySelector<HTMLElement>('h2')?.focus());
  };

  return (
    <>
      {list.failure && <FailureNotice failure={list.failure} again={() => void list.reload()} />}
      {!value && !list.failure && <Loading />}
      <div ref={groups}>
        {value && value.items.length === 0 && (
          <h2 class="empty" tabIndex={-1}>
            {words(value.nextCursor ? 'empty.soFar' : `empty.${whose}`)}
          </h2>
        )}
        {value && whose === 'left' && value.items.length > 0 && <p class="hint">{words('giveOn')}</p>}
        {value &&
          groupTasks(value.items, today).map(({ group, rows }) => (
            <section key={group} class="task-group" aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`} class={`task-group-${group}`} tabIndex={-1}>
                {words(`group.${group}`)} <span class="small">{words('group.count', { count: rows.length })}</span>
              </h2>
              <ul class="rows tasks" role="list">
                {rows.map((row) => (
                  <Row key={`${row.contractId} ${row.id}`} row={row} today={today} whose={whose} onDone={done} onStale={list.reload} />
                ))}
              </ul>
            </section>
          ))}
      </div>
      <ListFoot
        hasMore={value?.nextCursor !== undefined}
        isLoading={isLoading}
        onMore={() => void showMore()}
        shown={value && words('shown', { count: value.items.length })}
        at={list.at}
      />
    </>
  );
};

/** Tasks about contracts, the most urgent first: visits, calls, papers to be signed (F58). */
export const TasksPage = ({ whose: chosen }: { readonly whose: Whose | undefined }): JSX.Element => {
  const { me, words: deskWords } = useDesk();
  const words = useTaskWords();
  const whose = chosen ?? (mayKeepContracts(me) ? 'mine' : 'all');
  const heading = useHeadingFocus('tasks', `${words('title')} · ${deskWords('title')}`);
  return (
    <div class="contracts-page">
      <div class="queue-top">
        <h1 ref={heading} tabIndex={-1}>
          {words('title')}
        </h1>
        <nav class="tabs tasks-whose" aria-label={words('whose')}>
          {WHOSE.filter((one) => one !== 'mine' || mayKeepContracts(me)).map((one) => (
            <a key={one} class="tab" href={hashOf({ screen: 'tasks', whose: one })} aria-current={one === whose ? 'page' : undefined}>
              {words(`whose.${one}`)}
            </a>
          ))}
        </nav>
        <a href={hashOf({ screen: 'care-figures' })}>{words('measures')}</a>
      </div>
      <Tasks key={whose} whose={whose} />
    </div>
  );
};
