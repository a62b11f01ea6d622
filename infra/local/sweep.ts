/** `npm run sweep -- --date 2027-03-01`: runs the daily sweep on the running local stack, for the morning of any day in Shanghai, or for any instant (now without a date). */
import { parseArgs } from 'node:util';
import { clockOf } from './clock.ts';
import { stackOptions } from './options.ts';
import { readStackFile } from './stack_file.ts';
import { sweep } from './sweeper.ts';

try {
  const { values } = parseArgs({ options: { date: { type: 'string' } } });
  const stack = readStackFile(stackOptions().stackFile);
  const time = values.date === undefined ? clockOf(stack.home).now() : timeOf(values.date);
  if (Number.isNaN(time.getTime())) throw new Error(`--date ${values.date} is not a day such as 2027-03-01.`);
  console.log(JSON.stringify(await sweep(stack, time), null, 2));
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}

/** Nobody is written to at midnight: of a day, it is 9 in the morning. */
function timeOf(date: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T01:00:00.000Z` : date);
}
