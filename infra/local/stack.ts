import { Listr, type ListrTask } from 'listr2';
import { clockOf } from './clock.ts';
import { startCloud, stopCloud } from './cloud.ts';
import { startConsole, stopConsole } from './console.ts';
import { bootstrap, deploy } from './deploy.ts';
import type { Outputs } from './outputs.ts';
import { fingerprint, leaveReceipt, takeReceipt } from './receipt.ts';
import { startInbox } from './inbox/inbox.ts';
import { reporter } from './inbox/reports.ts';
import { cloudEndpoint, homeFolder, stackOptions, type StackChoice, type StackOptions } from './options.ts';
import { assertPortFree } from './processes.ts';
import { installPython } from './python.ts';
import { startSite } from './site.ts';
import { removeStackFile, stackInfo, writeStackFile, type StackInfo } from './stack_file.ts';
import { createStaff } from './staff.ts';
import { sweep } from './sweeper.ts';

/** A running local stack. */
export interface Stack {
  info: StackInfo;
  /** Stops everything that was started, last first; the state is kept. */
  stop(): Promise<void>;
}

type Undo = () => unknown;

interface Progress {
  smtpPort: number;
  /** Fingerprint of the sources that are deployed. */
  sources?: string;
  outputs?: Outputs;
  info?: StackInfo;
}

/** Starts emulator, inbox, site and console, deploys the project, and tells where all of it is. Stops what it started if a step fails, or between two steps when `abort` fires. */
export async function startStack(choice: StackChoice = {}, abort?: AbortSignal): Promise<Stack> {
  const options = stackOptions(choice);
  const stops: Undo[] = [];
  const stop = async (): Promise<void> => {
    for (let last = stops.pop(); last; last = stops.pop()) await last();
  };
  const tasks = new Listr<Progress>(
    steps(options, (undo) => stops.push(undo), abort).map((step) => ({ ...step, enabled: () => !abort?.aborted })),
    {
      concurrent: false,
      silentRendererCondition: options.quiet,
      fallbackRenderer: 'simple',
      rendererOptions: { showErrorMessage: false }, // the caller tells it
      registerSignalListeners: false,
    },
  );
  try {
    const { info } = await tasks.run({ smtpPort: 0 });
    abort?.throwIfAborted();
    if (!info) throw new Error('The stack was not described.');
    return { info, stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

function steps(options: StackOptions, onStop: (undo: Undo) => void, abort?: AbortSignal): ListrTask<Progress>[] {
  const clock = clockOf(options.home);
  const { site, mail, console: consolePort, cloud } = options.ports;
  return [
    {
      title: 'Ports',
      task: async () => {
        await assertPortFree(site, 'site', 'PORT');
        await assertPortFree(mail, 'inbox', 'MAIL_PORT');
        await assertPortFree(consolePort, 'cloud console', 'CONSOLE_PORT');
        await assertPortFree(cloud, 'local cloud', 'CLOUD_PORT');
      },
    },
    { title: 'Python packages of the local cloud', task: (_, task) => installPython((line) => (task.output = line)) },
    {
      title: 'Inbox',
      task: async (progress) => {
        const inbox = await startInbox(
          mail,
          homeFolder(options, 'mail'),
          clock.now,
          reporter(cloudEndpoint(options), `aftercare-${options.stage}`),
        );
        onStop(() => inbox.stop());
        progress.smtpPort = inbox.smtpPort;
      },
    },
    {
      title: 'Local cloud',
      task: async (progress) => {
        const helper = await startCloud(options, progress.smtpPort);
        onStop(async () => {
          const saved = await stopCloud(helper);
          if (saved && progress.outputs && progress.sources) leaveReceipt(options, progress.sources);
        });
      },
    },
    {
      title: 'Deployment',
      task: async (progress, task) => {
        progress.sources = fingerprint(options);
        const unchanged = takeReceipt(options, progress.sources);
        if (unchanged) {
          progress.outputs = unchanged;
          task.title = 'Deployment (nothing has changed)';
          return;
        }
        const watch = { abort, onLine: (line: string) => (task.output = line) };
        await bootstrap(options, watch);
        progress.outputs = await deploy(options, watch);
      },
    },
    { title: 'Staff accounts', task: ({ outputs }) => createStaff(options, known(outputs).UserPoolId) },
    {
      title: 'Site and console',
      task: async (progress) => {
        const outputs = known(progress.outputs);
        const info = stackInfo(options, outputs);
        const throttle = { rate: Number(outputs.ThrottleRate), burst: Number(outputs.ThrottleBurst) };
        const front = await startSite({ port: site, apiUrl: info.apiUrl, throttle });
        onStop(() => front.stop());
        const helper = await startConsole(options);
        onStop(() => stopConsole(helper));
        progress.info = info;
      },
    },
    {
      title: 'Cases that were open at the last stop',
      exitOnError: false, // a broken sweep is worth a red line, but the stack is up
      task: ({ info }) => sweep(known(info), clock.now()).then(() => {}), // executions do not outlive a stop of the emulator
    },
    {
      title: 'Description of the stack',
      task: ({ info }) => {
        writeStackFile(options.stackFile, known(info));
        onStop(() => removeStackFile(options.stackFile, known(info)));
      },
    },
  ];
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('An earlier step did not finish.');
  return value;
}
