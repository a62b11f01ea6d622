import type { JSX } from 'preact';
import { formatDay } from '../../../../content/format.ts';
import type { TaskLine } from '../../../../domain/contract/careView.ts';
import { mayKeepContracts } from '../../../../domain/contract/permissions.ts';
import type { CalendarDate } from '../../../../domain/kernel/time.ts';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { dateOf, daysUntil } from '../../../desk/contractDue.ts';
import { todo } from '../../../desk/contractSteps.ts';
import { wallTime } from '../../../desk/localTime.ts';
import { useDesk } from '../context.ts';
import { Section } from './section.tsx';
import { TaskReport } from './taskReport.tsx';
import { useContractWords, useDayText, useTeller } from './words.ts';

/** When a task is to be done, and how far away that is. */
export const TaskDue = ({ task, today }: { readonly task: TaskLine; readonly today: CalendarDate }): JSX.Element => {
  const words = useContractWords();
  const dayText = useDayText();
  const days = daysUntil(today, task.due);
  const distance = days < 0 ? words('task.overdue', { days: -days }) : days === 0 ? words('task.today') : words('task.in', { days });
  return (
    <span class={days < 0 ? 'task-due task-late' : days === 0 ? 'task-due task-today' : 'task-due'}>
      {days < 0 && <span aria-hidden="true">! </span>}
      <strong>{distance}</strong> <time dateTime={task.due}>{words('task.due', { date: dayText(task.due) })}</time>
      {task.firstDue !== task.due && <span class="small"> ({words('task.firstDue', { date: dayText(task.firstDue) })})</span>}
    </span>
  );
};

const Closed = ({ task }: { readonly task: TaskLine }): JSX.Element => {
  const { zone, locale } = useDesk();
  const words = useContractWords();
  const teller = useTeller();
  const { state, closedAt, closedBy, notes } = task;
  const who = closedBy?.id && (teller.nameOf(closedBy.id) ?? closedBy.id);
  const how = words(`task.${state}`);
  return (
    <li class="task">
      <p class="task-what">{todo(task, teller)}</p>
      <p class="small">
        {closedAt && who
          ? words('task.closedBy', { state: how, who, date: formatDay(wallTime(closedAt, zone).slice(0, 10), locale) })
          : how}
      </p>
      {notes && <p class="small pre">{words('task.notes', { notes })}</p>}
    </li>
  );
};

interface TaskListProps {
  readonly of: ContractAnswer;
  readonly onChanged: (answer: ContractAnswer) => void;
  readonly onStale: () => Promise<void>;
}

/** The tasks of a contract: the open ones with what can be reported of them, the closed ones folded. */
export const TaskList = ({ of, onChanged, onStale }: TaskListProps): JSX.Element => {
  const { me, now } = useDesk();
  const words = useContractWords();
  const teller = useTeller();
  const today = dateOf(of.terms.customer, now);
  const open = of.tasks.filter(({ state }) => state === 'open').toSorted((a, b) => daysUntil(b.due, a.due));
  const closed = of.tasks.filter(({ state }) => state !== 'open').toReversed();
  const done = (answer: ContractAnswer): void => {
    onChanged(answer);
    requestAnimationFrame(() => document.getElementById('tasks-title')?.focus());
  };
  return (
    <Section id="tasks" title={words('tasks.title')}>
      {open.length === 0 && <p class="hint">{words('tasks.none')}</p>}
      {open.length > 0 && (
        <ul class="tasks" role="list">
          {open.map((task) => (
            <li key={task.id} class="task">
              <p class="task-what">{todo(task, teller)}</p>
              <p>
                <TaskDue task={task} today={today} />
              </p>
              {task.notes && <p class="small pre">{words('task.notes', { notes: task.notes })}</p>}
              {mayKeepContracts(me) && <TaskReport contractId={of.contractId} task={task} onDone={done} onStale={onStale} />}
            </li>
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <details class="tasks-closed">
          <summary>{words('tasks.closed', { count: closed.length })}</summary>
          <ul class="tasks" role="list">
            {closed.map((task) => (
              <Closed key={task.id} task={task} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
};
