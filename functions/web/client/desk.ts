import { h, render } from 'preact';
import type { DeskConfig } from '../desk/config.ts';
import { App } from './desk/app.tsx';
import { keepScreenInLanguageLinks, pageLocale } from './desk/language.ts';
import { startSession } from './desk/session.ts';

const isConfig = (value: unknown): value is DeskConfig => typeof value === 'object' && value !== null && 'clientId' in value;

const barPlace = (): HTMLElement => {
  const bar = document.createElement('div');
  bar.className = 'desk-bar';
  document.querySelector('.top-row .brand')?.after(bar);
  return bar;
};

/** The skip link must not change the hash: that is where the screen stands. */
const skipByFocus = (): void => {
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById('content')?.focus();
  });
};

const begin = async (within: HTMLElement): Promise<void> => {
  const config: unknown = JSON.parse(within.dataset['config'] ?? 'null');
  if (!isConfig(config)) throw new TypeError('the page of the desk lacks its configuration');
  const locale = pageLocale();
  const session = startSession(config, locale);
  const start = await session.begin();
  keepScreenInLanguageLinks();
  skipByFocus();
  within.replaceChildren();
  render(h(App, { config, locale, session, start, bar: barPlace() }), within);
};

const place = document.getElementById('desk');
if (place) void begin(place);
