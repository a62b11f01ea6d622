import { useEffect, useState } from 'preact/hooks';
import { mayKeepContracts } from '../../../domain/contract/permissions.ts';
import type { Me } from '../../desk/answers.ts';
import type { TaskList } from '../../desk/contractAnswers.ts';
import { wallTime } from '../../desk/localTime.ts';
import type { Route } from '../../desk/routes.ts';
import { tasksQuery } from '../../desk/taskGroups.ts';
import type { Api } from './api.ts';
import { useWhileSeen } from './hooks.ts';

const REFRESH_SECONDS = 300;

/** Tasks are counted up to here: whoever has more needs no number. */
export const MOST_COUNTED = 20;

/** Counts the tasks that somebody is to do by today, again every few minutes and after a visit to screens where they are done. */
export const useTasksDue = (api: Api, me: Me | undefined, route: Route, now: string, zone: string): number => {
  const [due, setDue] = useState(0);
  const load = async (): Promise<void> => {
    if (!me || !mayKeepContracts(me)) return;
    const query = new URLSearchParams({ ...tasksQuery('mine', wallTime(now, zone).slice(0, 10)), limit: String(MOST_COUNTED) });
    const answer = await api.get<TaskList>(`/tasks?${query}`);
    if (!answer.ok) return;
    const { items, nextCursor } = answer.value;
    setDue(nextCursor ? MOST_COUNTED + 1 : items.length);
  };
  useEffect(() => void load(), [me?.id, route.screen]);
  useWhileSeen(REFRESH_SECONDS, () => void load());
  return due;
};
