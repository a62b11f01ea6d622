import { describe, expect, it } from '@jest/globals';
import { setAssetHashes } from '../../../functions/web/assets.ts';
import { startPage } from '../../../functions/web/customer/index.ts';
import { aForm, EVERY_PAGE } from './sample.ts';

const locale = (name: string): string => name.split(' ')[0] ?? '';

describe('every page in every language', () => {
  it.each(EVERY_PAGE)('%s names its language, and has one main heading and a title', (name, page) => {
    expect(page).toContain(`<html lang="${locale(name)}">`);
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page).toMatch(/<title>\S.* · Aftercare<\/title>/);
  });

  it.each(EVERY_PAGE)('%s fits the strictest content policy: nothing inline, nothing from elsewhere', (_, page) => {
    expect(page).not.toMatch(/<script(?![^>]* src="\/assets\/)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/);
    expect(page).not.toMatch(/(?:src|action)="(?:https?:)?\/\//);
  });

  it.each(EVERY_PAGE)('%s leaves no placeholder and no absent value in its words', (_, page) => {
    const words = page.replace(/<[^>]*>/g, ' ');
    expect(words).not.toMatch(/[{}]|undefined|\[object|NaN/);
  });

  it.each(EVERY_PAGE)('%s uses each element id once, and points only to those it has', (_, page) => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/(?: for| aria-describedby| aria-labelledby)="([^"]+)"/g)].flatMap(([, list = '']) =>
      list.split(' '),
    );
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(EVERY_PAGE)('%s closes the tags that it opens', (_, page) => {
    const open: string[] = [];
    for (const [, slash, tag = '', rest = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g)) {
      if (/^(?:meta|link|input|br)$/.test(tag) || rest.endsWith('/')) continue;
      if (slash) expect(open.pop()).toBe(tag);
      else open.push(tag);
    }
    expect(open).toEqual([]);
  });

  it('is written in the language it claims', () => {
    const start = (name: string): string => EVERY_PAGE.find(([page]) => page === name)?.[1] ?? '';
    expect(start('zh-CN complaint')).toContain('提交投诉');
    expect(start('zh-TW complaint')).toContain('提出客訴');
    expect(start('en complaint')).not.toMatch(/[提投]/);
  });
});

describe('the frame of a page', () => {
  it('switches the language and keeps the rest of the address', () => {
    const page = startPage({ locale: 'en', path: '/track/AC-1?t=abc%2B&lang=en' });
    expect(page).toContain('href="/track/AC-1?t=abc%2B&amp;lang=zh-TW"');
  });

  it.each(['//evil.example/x', '/\\evil.example', '///evil.example'])('never links to another host for the path %s', (path) => {
    expect(startPage({ locale: 'en', path })).not.toMatch(/href="(?:\/\/|\/\\)/);
  });

  it('names assets by their content, so that they can be cached for ever', () => {
    setAssetHashes({ 'site.css': 'abc123', 'site.js': 'def456' });
    const page = aForm();
    setAssetHashes({});
    expect(page).toContain('href="/assets/site.css?v=abc123"');
    expect(page).toContain('src="/assets/site.js?v=def456"');
    expect(aForm()).toContain('href="/assets/site.css"');
  });
});
