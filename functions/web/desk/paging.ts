/** A list as far as it is loaded. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

/** A page, or why it did not come. */
type Tried<Item, Failure> = { readonly ok: true; readonly value: Page<Item> } | { readonly ok: false; readonly failure: Failure };

/** Pages that are asked for in a row while none of them has anything that fits. */
const EMPTY_PAGES = 3;

/** Loads as many lines as are shown, so that a refresh takes none away, or one page. A page can be short, or empty, while there are more. */
export const loadPages = async <Item, Failure>(
  load: (cursor: string | undefined) => Promise<Tried<Item, Failure>>,
  shown: number,
  from?: string,
): Promise<Tried<Item, Failure>> => {
  let items: readonly Item[] = [];
  let cursor = from;
  let empty = 0;
  do {
    const page = await load(cursor);
    if (!page.ok) return page;
    items = [...items, ...page.value.items];
    cursor = page.value.nextCursor;
    empty = page.value.items.length > 0 ? 0 : empty + 1;
  } while (cursor && items.length < Math.max(1, shown) && empty < EMPTY_PAGES);
  return { ok: true, value: { items, nextCursor: cursor } };
};
