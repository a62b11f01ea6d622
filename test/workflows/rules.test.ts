import { describe, expect, test } from '@jest/globals';
import validate from 'asl-validator';
import { isCallback, machineFiles, placeholders, waysFrom, waysOf, type State } from '../../infra/checks/asl.ts';

/** What the deployment fills in, by machine (`definitionSubstitutions` in infra). */
const SUBSTITUTIONS: Readonly<Record<string, readonly string[]>> = {
  'case-lifecycle': ['TableName'],
  renewal: ['TableName'],
};

/** Limits of Step Functions. */
const NAME_CHARACTERS = 80;
const ONE_YEAR_SECONDS = 365 * 24 * 3600;

const tasks = (states: Readonly<Record<string, State>>) =>
  Object.entries(states).flatMap(([name, state]) => (state.Type === 'Task' ? [{ name, state }] : []));

describe.each(machineFiles().map((file) => [file.name, file] as const))('%s', (name, { text, machine }) => {
  const states = Object.entries(machine.States);

  test('is valid Amazon States Language', () => {
    expect(validate(JSON.parse(text)).errorsText()).toBe('');
  });

  test('leads only to states that exist, and to every state', () => {
    const targets = new Set([machine.StartAt, ...waysOf(machine).map((way) => way.to)]);
    expect([...targets].filter((target) => !machine.States[target])).toEqual([]);
    const reached = new Set<string>();
    const visit = (at: string): void => {
      const state = machine.States[at];
      if (!state || reached.has(at)) return;
      reached.add(at);
      for (const way of waysFrom(at, state)) visit(way.to);
    };
    visit(machine.StartAt);
    expect(states.map(([at]) => at).filter((at) => !reached.has(at))).toEqual([]);
  });

  test('can end from every state', () => {
    const ending = new Set(states.filter(([, state]) => state.End || ['Succeed', 'Fail'].includes(state.Type)).map(([at]) => at));
    for (let before = -1; before !== ending.size;) {
      before = ending.size;
      for (const { from, to } of waysOf(machine)) if (ending.has(to)) ending.add(from);
    }
    expect(states.map(([at]) => at).filter((at) => !ending.has(at))).toEqual([]);
  });

  test('says to people at each state what it is about', () => {
    expect(machine.Comment).toBeTruthy();
    expect(states.filter(([at, { Comment }]) => !Comment || at.length > NAME_CHARACTERS).map(([at]) => at)).toEqual([]);
  });

  test('gives every task a timeout in seconds, and retries of transient errors with jitter and an end', () => {
    for (const { name: at, state } of tasks(machine.States)) {
      expect({ at, timeout: state.TimeoutSeconds }).toEqual({ at, timeout: expect.any(Number) });
      expect(state.TimeoutSeconds).toBeLessThan(ONE_YEAR_SECONDS);
      expect(state.Retry?.length).toBeGreaterThan(0);
      for (const retrier of state.Retry ?? [])
        expect(retrier).toMatchObject({
          ErrorEquals: expect.not.arrayContaining(['States.ALL']),
          BackoffRate: expect.any(Number),
          MaxDelaySeconds: expect.any(Number),
          MaxAttempts: expect.any(Number),
          JitterStrategy: 'FULL',
        });
    }
  });

  test('names the errors of SDK integrations as they are named', () => {
    for (const { name: at, state } of tasks(machine.States)) {
      const service = /aws-sdk:(\w+):/.exec(state.Resource)?.[1];
      if (service !== 'dynamodb') continue;
      const names = [...(state.Retry ?? []), ...(state.Catch ?? [])]
        .flatMap((rule) => rule.ErrorEquals)
        .filter((error) => /^dynamo/i.test(error));
      expect({ at, wrong: names.filter((error) => !/^DynamoDb\.[A-Z]\w+Exception$/.test(error)) }).toEqual({ at, wrong: [] });
    }
  });

  test('catches everything in the end, that last', () => {
    for (const { name: at, state } of tasks(machine.States)) {
      const caught = (state.Catch ?? []).map((rule) => rule.ErrorEquals);
      expect({ at, last: caught.at(-1) }).toEqual({ at, last: ['States.ALL'] });
    }
  });

  test('gives every choice a default and at least one condition', () => {
    for (const [, state] of states) {
      if (state.Type !== 'Choice') continue;
      expect(machine.States[state.Default ?? '']?.Type).toBe('Fail');
      expect(state.Choices.length).toBeGreaterThan(0);
    }
  });

  test('waits again when a callback times out, with what it waited with', () => {
    for (const [at, state] of states) {
      if (!isCallback(state)) continue;
      const timeout = state.Catch?.find((rule) => rule.ErrorEquals.includes('States.Timeout'));
      expect(timeout).toMatchObject({ Next: at, Output: '{% $states.input %}' });
    }
  });

  test('leaves only known names for the deployment to fill in', () => {
    expect(placeholders(text)).toEqual(SUBSTITUTIONS[name]);
  });
});
