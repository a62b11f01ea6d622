import { join } from 'node:path';
import { PYTHON } from './python.ts';
import { cloudEnvironment, homeFolder, type StackOptions } from './options.ts';
import { startHelper, stopHelper, whenHealthy, type Helper } from './processes.ts';

const SHOWN = 'stepfunctions,dynamodb,lambda,sqs,logs,ses,events';

/** Starts the local cloud console, read-only. */
export async function startConsole(options: StackOptions): Promise<Helper> {
  const environment = {
    ...cloudEnvironment(options),
    CONSOLE_PORT: String(options.ports.console),
    STACKPORT_ALLOW_WRITES: 'false',
    STACKPORT_LEARN: 'false',
    STACKPORT_SERVICES: SHOWN,
    STACKPORT_DATA_DIR: homeFolder(options, 'console'),
  };
  const log = join(homeFolder(options, 'logs'), 'console.log');
  const helper = startHelper('The cloud console', PYTHON, [join(import.meta.dirname, 'emulator', 'console.py')], environment, log);
  try {
    await whenHealthy(helper, `http://127.0.0.1:${options.ports.console}/`, 30);
  } catch (problem) {
    await stopConsole(helper);
    throw problem;
  }
  return helper;
}

/** Stops the console. */
export const stopConsole = (console: Helper): Promise<boolean> => stopHelper(console, 5);
