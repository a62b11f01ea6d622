import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';

const catcher = z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string(), Output: z.unknown().optional() });
const retrier = z.looseObject({ ErrorEquals: z.array(z.string()) });
const onward = { Comment: z.string().optional(), Next: z.string().optional(), End: z.boolean().optional() };

const taskState = z.looseObject({
  ...onward,
  Type: z.literal('Task'),
  Resource: z.string(),
  Arguments: z.unknown().optional(),
  TimeoutSeconds: z.unknown().optional(),
  Retry: z.array(retrier).optional(),
  Catch: z.array(catcher).optional(),
});
const choiceState = z.looseObject({
  ...onward,
  Type: z.literal('Choice'),
  Choices: z.array(z.looseObject({ Condition: z.string(), Next: z.string() })),
  Default: z.string().optional(),
});
const otherState = z.looseObject({
  ...onward,
  Type: z.enum(['Pass', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map']),
  Retry: z.array(retrier).optional(),
  Catch: z.array(catcher).optional(),
});
const state = z.discriminatedUnion('Type', [taskState, choiceState, otherState]);
const machine = z.looseObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata'),
  StartAt: z.string(),
  States: z.record(z.string(), state),
});

export type Task = z.infer<typeof taskState>;
export type State = z.infer<typeof state>;
export type Machine = z.infer<typeof machine>;

/** A state machine of the project as its file says it. */
export interface MachineFile {
  /** File name without `.asl.json`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly machine: Machine;
}

/** A way from one state to another. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly when: 'next' | 'choice' | 'default' | 'catch';
  /** Condition of a choice, or the errors that are caught. */
  readonly label?: string;
}

const FOLDER = join(import.meta.dirname, '../../workflows');

/** Every `workflows/*.asl.json`, parsed. Throws when one is not a JSONata state machine at all. */
export const machineFiles = (): readonly MachineFile[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.asl.json'))
    .sort()
    .map((file) => {
      const path = join(FOLDER, file);
      const text = readFileSync(path, 'utf8');
      return { name: basename(file, '.asl.json'), path, text, machine: machine.parse(JSON.parse(text)) };
    });

const catchers = (from: State): readonly z.infer<typeof catcher>[] => (from.Type === 'Choice' ? [] : (from.Catch ?? []));

/** The word that a choice compares `next` with. Undefined when the condition is anything else than that one comparison. */
export const chosenWord = (condition: string): string | undefined => /^\{% \$states\.input\.next = '([a-z-]+)' %\}$/.exec(condition)?.[1];

/** Every way that leads out of a state, in the order of the file. */
export const waysFrom = (name: string, from: State): readonly Way[] => [
  ...(from.Type === 'Choice'
    ? [
        ...from.Choices.map(({ Condition, Next }): Way => ({
          from: name,
          to: Next,
          when: 'choice',
          label: chosenWord(Condition) ?? Condition,
        })),
        ...(from.Default ? [{ from: name, to: from.Default, when: 'default' } as const] : []),
      ]
    : []),
  ...(from.Next ? [{ from: name, to: from.Next, when: 'next' } as const] : []),
  ...catchers(from).map(({ ErrorEquals, Next }): Way => ({ from: name, to: Next, when: 'catch', label: ErrorEquals.join(', ') })),
];

/** Every way of a machine. */
export const waysOf = ({ States }: Machine): readonly Way[] => Object.entries(States).flatMap(([name, from]) => waysFrom(name, from));

/** True for a task that waits until somebody answers its token. */
export const isCallback = (candidate: State): candidate is Task =>
  candidate.Type === 'Task' && candidate.Resource.endsWith('.waitForTaskToken');

const waitArguments = z.looseObject({
  ExpressionAttributeValues: z.looseObject({ ':step': z.object({ S: z.string() }) }),
});

/** The word that a callback stores as the step where the case waits. Throws when it stores none. */
export const stepWord = (task: Task): string => waitArguments.parse(task.Arguments).ExpressionAttributeValues[':step'].S;

/** Names of the `${…}` that the deployment fills in. */
export const placeholders = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\$\{([^}]*)\}/g)].flatMap(([, name]) => name ?? [])),
];
