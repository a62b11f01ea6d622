import { describe, expect, test } from '@jest/globals';
import { loadPages, type Page } from '../../../functions/web/desk/paging.ts';

/** Pages by their cursors, and the cursors that were asked for. */
const pagesOf = (...pages: readonly (readonly string[])[]) => {
  const asked: (string | undefined)[] = [];
  const load = (cursor: string | undefined) => {
    asked.push(cursor);
    const at = Number(cursor ?? 0);
    const value: Page<string> = { items: pages[at] ?? [], nextCursor: at + 1 < pages.length ? String(at + 1) : undefined };
    return Promise.resolve({ ok: true as const, value });
  };
  return { asked, load };
};

describe('a list', () => {
  test('loads as many pages as are shown, and one at the least', async () => {
    const { load, asked } = pagesOf(['a', 'b'], ['c'], ['d']);
    expect(await loadPages(load, 3)).toEqual({ ok: true, value: { items: ['a', 'b', 'c'], nextCursor: '2' } });
    expect(await loadPages(load, 0)).toEqual({ ok: true, value: { items: ['a', 'b'], nextCursor: '1' } });
    expect(asked).toEqual([undefined, '1', undefined]);
  });

  test('goes on over empty pages, but not for ever', async () => {
    const { load, asked } = pagesOf([], [], ['a'], [], [], [], ['b']);
    expect(await loadPages(load, 0)).toEqual({ ok: true, value: { items: ['a'], nextCursor: '3' } });
    expect(await loadPages(load, 1, '3')).toEqual({ ok: true, value: { items: [], nextCursor: '6' } });
    expect(asked).toEqual([undefined, '1', '2', '3', '4', '5']);
  });

  test('tells why a page did not come', async () => {
    const failure = { kind: 'offline', errors: [] } as const;
    expect(await loadPages(() => Promise.resolve({ ok: false, failure }), 1)).toEqual({ ok: false, failure });
  });
});
