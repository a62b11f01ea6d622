import startTheStack from '../stack/globalSetup.ts';
import { ensureBrowser } from './install.ts';

/** What end-to-end tests need on any machine: a browser (AFTERCARE_BROWSER names another one), then the stack. */
export default async function globalSetup(): Promise<void> {
  process.env['AFTERCARE_BROWSER'] ??= ensureBrowser();
  await startTheStack();
}
