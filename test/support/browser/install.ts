import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const START_MS = 20_000; // a first start on a busy machine
const APT_MS = 10 * 60_000;
const LOCK_SECONDS = 300; // another apt may be at work on a fresh machine

/** True when it starts: Ubuntu's `chromium-browser` without snap is there and does not. Windows opens a window for `--version`. */
const starts = (path: string): boolean =>
  process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: START_MS, stdio: 'ignore' }).status === 0;

const installed = (): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE, chromium.executablePath()];
  return candidates.find((path) => existsSync(path) && starts(path));
};

const run = (command: string, args: readonly string[], timeout: number): boolean =>
  spawnSync(command, args, { timeout, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0;

const mayUseApt = (): boolean => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs Debian packages; waits while another apt holds the lock. */
const apt = (...packages: readonly string[]): boolean => {
  if (!mayUseApt()) return false;
  const waiting = ['-q', '-y', '-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`];
  run('apt-get', [...waiting, 'update'], APT_MS); // old lists may do as well
  return run('apt-get', [...waiting, 'install', '--no-install-recommends', ...packages], APT_MS);
};

const hasChineseFont = (): boolean =>
  process.platform !== 'linux' || /\S/.test(spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '');

const byPlaywright = (): boolean =>
  run(process.execPath, [join(import.meta.dirname, '../../../node_modules/playwright-core/cli.js'), 'install', 'chromium'], APT_MS);

/**
 * The browser that tests use: a Chrome, Chromium or Edge that is there, else Debian's as root, else Playwright's own.
 * Throws with what to install when nothing of that works.
 */
export function ensureBrowser(): string {
  const fonts = hasChineseFont() ? [] : ['fonts-noto-cjk'];
  const found = installed();
  if (found) {
    if (fonts.length > 0) apt(...fonts);
    return found;
  }
  console.log('No browser here: installing Chromium for the end-to-end tests …');
  if (!apt('chromium', ...fonts)) byPlaywright();
  const made = installed();
  if (made) return made;
  throw new Error(
    'The end-to-end tests need a browser. Install Chrome, Chromium or Edge (on Debian: apt-get install chromium fonts-noto-cjk) and start again.',
  );
}
