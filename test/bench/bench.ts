import { bundles } from './bundles.ts';
import { clocks } from './clocks.ts';
import { crowd } from './crowd.ts';
import { life } from './life.ts';
import { opening } from './opening.ts';
import { renewals } from './renewals.ts';
import { printed, type Report } from './report.ts';
import { stackDown } from './stack.ts';

interface Part {
  readonly title: string;
  readonly measure: () => Promise<Report>;
  /** A missed budget is a failure: it leaves so much room that no machine is an excuse. */
  readonly binding?: true;
}

/** What can be measured; README.md says how. Load times come first: nothing else must run beside them. */
const PARTS: Readonly<Record<string, Part>> = {
  bundles: { title: 'Packages of the functions, and how long they load', measure: bundles },
  clocks: { title: 'Clocks, on one core', measure: clocks, binding: true },
  life: { title: 'One complaint, accepted, from form to closed', measure: life },
  opening: { title: 'Opening a case', measure: opening },
  renewals: { title: 'Care for contracts, a year of it', measure: renewals, binding: true },
  crowd: { title: '200 cases, 20 at a time, each sent twice with the same key', measure: crowd },
};

/** `npm run bench [-- NAME …]`: prints the figures that the project promises. Fails when one could not be measured, or a binding one is missed. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !PARTS[name]);
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. Choose from ${Object.keys(PARTS).join(', ')}.`);
  for (const [name, { title, measure, binding }] of Object.entries(PARTS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    try {
      const report = await measure();
      console.log(printed(`${title} (${name})`, report));
      if (binding && report.figures.some(({ holds }) => !holds)) process.exitCode = 1;
    } catch (problem) {
      console.error(`${name} could not be measured:`, problem);
      process.exitCode = 1;
    }
  }
}

try {
  await main(process.argv.slice(2));
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
} finally {
  await stackDown();
}
process.exit();
