import type { JSX } from 'preact';
import { formatShortMoment } from '../../../content/desk/shortMoment.ts';
import { useDesk } from './context.ts';

interface ListFootProps {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
  /** How many lines are shown, in words; nothing before there are any. */
  readonly shown: string | undefined;
  /** When they were loaded, in milliseconds since 1970. */
  readonly at: number | undefined;
}

/** The end of a list: a button for more of it, how much is shown, and as of when. */
export const ListFoot = ({ hasMore, isLoading, onMore, shown, at }: ListFootProps): JSX.Element => {
  const { locale, zone, now, words } = useDesk();
  return (
    <div class="queue-foot">
      {hasMore && (
        <button type="button" class="quiet" disabled={isLoading} onClick={onMore}>
          {words(isLoading ? 'loading' : 'queue.more')}
        </button>
      )}
      {shown !== undefined && at !== undefined && (
        <p class="small">
          {shown} · {words('queue.updated', { time: formatShortMoment(new Date(at).toISOString(), now, locale, zone) })}
        </p>
      )}
    </div>
  );
};
