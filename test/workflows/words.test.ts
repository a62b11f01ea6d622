import { describe, expect, test } from '@jest/globals';
import { isCallback, stepWord, waysFrom } from '../../infra/checks/asl.ts';
import { STRAIGHT_ON } from '../../functions/domain/case/flow.ts';
import { RENEWAL_STAGES } from '../../functions/domain/contract/model.ts';
import { RENEWAL_STRAIGHT_ON } from '../../functions/domain/contract/renewal.ts';
import { POSITIONS } from '../support/builders/positions.ts';
import { machineOf } from './runs.ts';

/** What the domain says of a machine: steps that wait, ends and the states that stand for them, and straight lines. */
const MACHINES = [
  { name: 'case-lifecycle', steps: POSITIONS.filter((one) => one !== 'closed'), ends: { closed: 'EndedEarly' }, straight: STRAIGHT_ON },
  { name: 'renewal', steps: RENEWAL_STAGES, ends: { paid: 'Paid', lapsed: 'Lapsed', ended: 'Ended' }, straight: RENEWAL_STRAIGHT_ON },
];

describe.each(MACHINES)('words of $name', ({ name, steps, ends, straight }) => {
  const machine = machineOf(name);
  const callbacks = Object.entries(machine.States).flatMap(([at, state]) => (isCallback(state) ? [{ at, state }] : []));
  const choice = machine.States['NextStep'];
  const ways = choice ? waysFrom('NextStep', choice).filter(({ when }) => when === 'choice') : [];

  test('the steps that callbacks store are those of the domain', () => {
    expect(callbacks.map(({ state }) => stepWord(state)).sort()).toEqual([...steps].sort());
  });

  test('the choice knows every step and every end, and leads to the state that stands for it', () => {
    const stored = callbacks.map(({ at, state }) => [stepWord(state), at]);
    expect(ways.map(({ label, to }) => [label, to]).sort()).toEqual([...stored, ...Object.entries(ends)].sort());
  });

  test('the straight line of the domain is that of the machine', () => {
    const lines = callbacks
      .filter(({ state }) => state.Next !== 'NextStep')
      .map(({ state }) => [stepWord(state), ways.find(({ to }) => to === state.Next)?.label ?? 'closed']);
    expect(Object.fromEntries(lines)).toEqual(straight);
  });

  test('every callback writes the same item and catches interruptions into the choice', () => {
    const shapes = callbacks.map(({ at, state }) => {
      const { Comment: _, Next: _next, End: _end, ...shape } = state;
      return JSON.stringify(shape)
        .replaceAll(`"${stepWord(state)}"`, '"STEP"')
        .replaceAll(`"${at}"`, '"SELF"');
    });
    expect(new Set(shapes).size).toBe(1);
    expect(callbacks[0]?.state.Catch?.[0]).toEqual({
      ErrorEquals: ['Interrupted'],
      Output: '{% $parse($states.errorOutput.Cause) %}',
      Next: 'NextStep',
    });
  });
});
