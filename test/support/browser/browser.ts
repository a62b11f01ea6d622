import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { ensureBrowser } from './install.ts';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium's sandbox refuses to run as root, as in containers. */
const flags = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox', ...FLAGS] : FLAGS);

/** Starts the browser without a window. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['AFTERCARE_BROWSER'] ?? ensureBrowser(), args: flags() });

/** How somebody looks at the site. */
export interface Reader {
  readonly locale?: 'zh-CN' | 'zh-TW' | 'en';
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly javaScript?: boolean;
  /** Device pixels per CSS pixel. */
  readonly scale?: number;
}

const STEP_MS = 15_000; // the slowest step is the first call of a function on a busy machine

/** A window of its own: no cookies or storage of others. */
export async function openWindow(browser: Browser, reader: Reader = {}): Promise<BrowserContext> {
  const { locale = 'zh-CN', width = 1280, height = 900, dark = false, javaScript = true, scale = 1 } = reader;
  const options: BrowserContextOptions = {
    locale,
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: javaScript,
  };
  const context = await browser.newContext(options);
  context.setDefaultTimeout(STEP_MS);
  return context;
}
