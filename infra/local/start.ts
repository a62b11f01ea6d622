/** `npm start [-- --stage demo]`: runs the whole system on this machine until Ctrl-C. */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from './stack.ts';
import { stackOptions } from './options.ts';

const { values } = parseArgs({ options: { stage: { type: 'string', default: 'local' } } });
const choice = { stage: values.stage, environment: process.env };

const abort = new AbortController();
const askedToStop = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!abort.signal.aborted) console.log('\nStopping …');
      abort.abort(new Error('Stopped before everything was up.'));
      resolve();
    });
  }
});

try {
  const stack = await startStack(choice, abort.signal);
  const { siteUrl, mailboxUrl, consoleUrl, staff } = stack.info;
  const [somebody] = staff;
  console.log(`
  Site      ${siteUrl}
  Desk      ${siteUrl}/desk   (sign in as ${somebody?.email}, password ${somebody?.password})
  Inbox     ${mailboxUrl}
  Console   ${consoleUrl}

  Everybody who can sign in is in ${relative(process.cwd(), stackOptions(choice).stackFile)}.
  Ctrl-C stops it; the data stay.`);
  await askedToStop;
  await stack.stop();
  process.exit(0);
} catch (problem) {
  console.error(`\n${problem instanceof Error ? problem.message : String(problem)}`);
  process.exit(1);
}
