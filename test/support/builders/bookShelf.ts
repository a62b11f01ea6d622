import type { Book } from '../../../functions/domain/kernel/book.ts';
import type { BookStore } from '../../../functions/usecases/ports.ts';

/** Versions of rules that are kept in memory, the oldest first; there is one at least. */
export const bookShelf = <Rules>(books: readonly Book<Rules>[]): BookStore<Rules> => {
  const kept = [...books];
  const found = (book: Book<Rules> | undefined): Book<Rules> => {
    if (!book) throw new Error('there is no such version of the rules');
    return book;
  };
  return {
    current: async () => found(kept.at(-1)),
    version: async (version) => found(kept.find((book) => book.version === version)),
    versions: async () => [...kept],
    since: async (since) =>
      kept.slice(
        Math.max(
          0,
          kept.findLastIndex(({ at }) => at <= since),
        ),
      ),
    append: async (book) => {
      if (kept.some(({ version }) => version === book.version)) return 'conflict';
      kept.push(book);
      return 'written';
    },
  };
};
