/** `npm run demo`: plays a complaint and a return from form to survey, and the renewals of two contracts, against the running stack of the demo stage. */
import { Listr } from 'listr2';
import { forgotten, renewed } from './demo/contracts.ts';
import { complaint, returnOfGoods, type Life } from './demo/lives.ts';
import { stackOptions } from './options.ts';
import { readStackFile, type StackInfo } from './stack_file.ts';

const LOOK_MS = 400; // between two steps, for whoever watches

try {
  const stack = await runningDemo();
  const started = performance.now();
  for (const life of [complaint, returnOfGoods, renewed, forgotten]) await tell(await life(stack));
  console.log(`
  ${Math.round((performance.now() - started) / 1000)} s. Read the mails at ${stack.mailboxUrl}, see the executions at ${stack.consoleUrl},
  the cases and contracts at ${stack.siteUrl}/desk.`);
} catch (problem) {
  console.error(`\n${problem instanceof Error ? problem.message : String(problem)}`);
  process.exitCode = 1;
}

async function runningDemo(): Promise<StackInfo> {
  const advice = 'Start one in another terminal: npm start -- --stage demo';
  const stack = readStackFile(stackOptions().stackFile);
  const up = await fetch(stack.siteUrl).then(
    (answer) => answer.ok,
    () => false,
  );
  if (!up) throw new Error(`No local stack answers at ${stack.siteUrl}. ${advice}`);
  if (stack.stage !== 'demo') throw new Error(`The running stack has the usual durations: its surveys come after days. ${advice}`);
  return stack;
}

async function tell({ title, steps }: Life): Promise<void> {
  console.log(`\n  ${title}`);
  const tasks = steps.map(({ title: step, play }) => ({
    title: step,
    task: async (_: unknown, task: { title: string }) => {
      const result = await play();
      if (typeof result === 'string') task.title = `${step}: ${result}`;
      await new Promise((resume) => setTimeout(resume, LOOK_MS));
    },
  }));
  await new Listr(tasks, { fallbackRenderer: 'simple', rendererOptions: { showErrorMessage: false } }).run();
}
