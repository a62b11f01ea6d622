import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'zod/mini';
import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import { addMonths } from '../../../functions/domain/clocks/months.ts';
import { deskContract as viewOf, taskRows, type DeskContract } from '../../../functions/domain/contract/deskView.ts';
import { addDays } from '../../../functions/domain/contract/grace.ts';
import * as answers from '../../../functions/handlers/api/contractAnswers.ts';
import { live, lives } from '../../support/builders/lives.ts';

const NAMES = new Map([['lin', 'Lin']]);
const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What holds of every contract that staff see, on whatever day. */
const expectSound = ({ plan, tasks, mails, renewal, status, nextCareOn }: DeskContract, today: string): void => {
  expect(plan.map(({ on }) => on)).toEqual(plan.map(({ on }) => on).sort());
  expect(new Set(plan.map(({ id }) => id)).size).toBe(plan.length);
  for (const { on, state } of plan) if (state === 'planned') expect(on <= addMonths(today, 13)).toBe(true);
  const open = (states: readonly { readonly id: string; readonly state?: string | undefined }[]) =>
    states.filter(({ state }) => state === 'open').map(({ id }) => id);
  expect(open(plan.map(({ id, task }) => ({ id, state: task?.state }))).sort()).toEqual([...open(tasks)].sort());
  for (const { id, mail } of plan)
    if (mail?.state === 'delivered') expect(mails.some(({ step, state }) => step === id && state === 'delivered')).toBe(true);
  for (const { state, held } of mails) expect(held !== undefined).toBe(state === 'held');
  if (status === 'ended') expect(renewal).toBeUndefined();
  expect(renewal?.suspendedOn !== undefined && status !== 'ended').toBe(status === 'suspended');
  if (status === 'grace') expect(renewal && renewal.dueOn < today && today <= renewal.graceEnd).toBe(true);
  if (nextCareOn !== undefined) expect(nextCareOn >= today).toBe(true);
};

test('whatever a contract lives through is shown in the shape that is described, and fits together', () => {
  fc.assert(
    fc.property(lives(500), fc.nat({ max: 900 }), (life, days) => {
      const { state, events } = live(life, 'due').contract;
      const today = addDays(life.registeredOn, 500 + days);
      const known = { today, names: NAMES, care: FIRST_CARE_BOOK, teamRegion: 'CN' as const, consents: [], suppressed: false };
      const view = viewOf(state, events, known);
      const shown = travelled(view);
      expect(parse(answers.deskContract, shown)).toEqual(shown);
      expectSound(view, today);
      const rows = taskRows(state, today, NAMES);
      expect(parse(answers.tasksPage, travelled({ items: rows }))).toEqual(travelled({ items: rows }));
      expect(rows.length).toBe(view.tasks.filter((task) => task.state === 'open').length);
    }),
    { numRuns: 30 },
  );
});
