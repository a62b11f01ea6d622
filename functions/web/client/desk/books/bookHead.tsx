import type { JSX } from 'preact';
import type { Book } from '../../../../domain/kernel/book.ts';
import { When } from '../bits.tsx';
import { useClockWords } from '../clocks/words.ts';
import { useStaffName } from './versions.tsx';

/** Which version of rules is shown, by whom and since when. */
export const BookHead = <Rules,>({ book: { version, by, at } }: { readonly book: Book<Rules> }): JSX.Element => {
  const words = useClockWords();
  const nameOf = useStaffName();
  return (
    <p class="rules-version small">
      {words('versions.version', { version })}
      {by && (
        <>
          {' · '}
          {nameOf(by)} · <When at={at} />
        </>
      )}
    </p>
  );
};
