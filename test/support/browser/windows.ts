import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { theStack } from '../stack/theStack.ts';
import { openWindow, startBrowser, type Reader } from './browser.ts';

const SERVER_SAYS_NO = /^Failed to load resource: the server responded with a status of 4\d\d/; // a form with mistakes, a stale write: meant to happen

/** What must never happen while somebody uses the site: scripts that fail, blocked content, requests to strangers, a server that breaks. */
function watch(context: BrowserContext, origins: readonly string[]): readonly string[] {
  const troubles: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' && !SERVER_SAYS_NO.test(message.text())) troubles.push(`console: ${message.text()}`);
  });
  context.on('weberror', (problem) => troubles.push(`script: ${problem.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && !origins.includes(origin)) troubles.push(`request to ${origin}`);
  });
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 500 || (response.status() >= 400 && pathname.startsWith('/assets/')))
      troubles.push(`${response.status()} for ${pathname}`);
  });
  return troubles;
}

/** Opens windows of somebody; gives an empty page in a new one. */
export type OpenPage = (reader?: Reader) => Promise<Page>;

/**
 * The browser of a test file. Every window is watched, and closed after its test; a test in whose windows something went wrong behind the
 * scenes fails. `customer` windows reach the site and the inbox, `staff` windows the site and the hosted login.
 */
export function useBrowser(): { readonly customer: OpenPage; readonly staff: OpenPage } {
  let browser: Browser | undefined;
  const open: { context: BrowserContext; troubles: readonly string[] }[] = [];
  const opener =
    (origins: () => readonly string[]): OpenPage =>
    async (reader) => {
      browser ??= await startBrowser();
      const context = await openWindow(browser, reader);
      open.push({ context, troubles: watch(context, origins()) });
      return context.newPage();
    };
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterEach(async () => {
    const closed = open.splice(0);
    await Promise.all(closed.map(({ context }) => context.close()));
    expect(closed.flatMap(({ troubles }) => troubles)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    customer: opener(() => [theStack().siteUrl, theStack().mailboxUrl]),
    staff: opener(() => [theStack().siteUrl, theStack().awsEndpoint]),
  };
}
