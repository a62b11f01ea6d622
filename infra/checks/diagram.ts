import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { isCallback, machineFiles, stepWord, waysOf, type Machine, type Way } from './asl.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENTS = ['workflows/README.md', 'README.md'];

/** Left out, or every state would show the same three: waiting again after a timeout, and giving up on an error that nobody expects. */
const tells = (machine: Machine, way: Way): boolean =>
  way.from !== way.to && !(way.when === 'catch' && machine.States[way.to]?.Type === 'Fail');

const shape = (machine: Machine, name: string): string => {
  const state = machine.States[name];
  if (state?.Type === 'Choice') return `${name}{${name}}`;
  return state && isCallback(state) ? `${name}[${name}]` : `${name}([${name}])`;
};

const arrow = ({ when, label }: Way): string => {
  if (when === 'catch') return `-. ${label ?? ''} .->`;
  return when === 'default' ? '-. anything else .->' : when === 'choice' ? `-- ${label ?? ''} -->` : '-->';
};

/** A state machine as a Mermaid flowchart: callbacks are boxes, choices diamonds, beginning and ends round. */
export const mermaid = (machine: Machine): string => {
  const ways = waysOf(machine).filter((way) => tells(machine, way));
  const drawn = ways.filter(
    (way) => way.when !== 'catch' || !ways.some((other) => other.when === 'next' && other.from === way.from && other.to === way.to),
  );
  const ends = Object.entries(machine.States).filter(([, state]) => state.End);
  return [
    'flowchart TD',
    ...Object.keys(machine.States).map((name) => `  ${shape(machine, name)}`),
    `  Start((start)) --> ${machine.StartAt}`,
    ...drawn.map((way) => `  ${way.from} ${arrow(way)} ${way.to}`),
    ...(ends.length > 0 ? ['  End((end))'] : []),
    ...ends.map(([name]) => `  ${name} --> End`),
  ].join('\n');
};

const statesTable = (machine: Machine): string =>
  [
    '| state | `step` | what it waits for, and who acts |',
    '|---|---|---|',
    ...Object.entries(machine.States).map(
      ([name, state]) => `| \`${name}\` | ${isCallback(state) ? `\`${stepWord(state)}\`` : '–'} | ${state.Comment ?? ''} |`,
    ),
  ].join('\n');

const PARTS: Readonly<Record<string, (machine: Machine) => string>> = {
  diagram: (machine) => ['```mermaid', mermaid(machine), '```'].join('\n'),
  states: statesTable,
};

/** A document with what stands between `<!-- diagram:NAME -->` or `<!-- states:NAME -->` and `<!-- end -->` made anew. */
const renewed = async (path: string, text: string): Promise<string> => {
  const machines = new Map(machineFiles().map(({ name, machine }) => [name, machine]));
  const filled = text.replaceAll(
    /(<!-- (\w+):([\w-]+) -->).*?(<!-- end -->)/gs,
    (_all, begin: string, part: string, name: string, end: string) => {
      const machine = machines.get(name);
      const make = PARTS[part];
      if (!machine || !make) throw new Error(`${path}: nothing is known as ${part}:${name}`);
      return `${begin}\n\n${make(machine)}\n\n${end}`;
    },
  );
  return format(filled, { ...(await resolveConfig(path)), filepath: path });
};

/** Documents whose diagrams differ from the state machines; writes them when `write` is set. */
export const staleDocuments = async (write: boolean): Promise<readonly string[]> => {
  const stale: string[] = [];
  for (const document of DOCUMENTS) {
    const path = join(ROOT, document);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8');
    const wanted = await renewed(path, text);
    if (text === wanted) continue;
    stale.push(document);
    if (write) writeFileSync(path, wanted);
  }
  return stale;
};

if (import.meta.main) {
  const write = !process.argv.includes('--check');
  const stale = await staleDocuments(write);
  for (const document of stale) console.log(write ? `${document} written` : `${document} is stale: npm run diagrams`);
  if (!write && stale.length > 0) process.exitCode = 1;
}
