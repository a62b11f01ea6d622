import type { ComponentChildren, JSX } from 'preact';
import { formatShortMoment } from '../../../content/desk/shortMoment.ts';
import { formatWorkTime } from '../../../content/desk/workTime.ts';
import { formatDuration, formatMoment, formatRelative } from '../../../content/format.ts';
import type { DeskRow } from '../../../domain/case/deskView.ts';
import { between, type Instant } from '../../../domain/kernel/time.ts';
import { rowDue, type DueState } from '../../desk/due.ts';
import type { Failure } from './api.ts';
import { useDesk } from './context.ts';

/** Seconds up to the greatest unit that matters: a desk needs no seconds beside days. */
const roughly = (seconds: number): number => {
  if (seconds >= 172_800) return Math.floor(seconds / 86_400) * 86_400;
  return seconds >= 3_600 ? Math.floor(seconds / 3_600) * 3_600 : Math.max(60, Math.floor(seconds / 60) * 60);
};

/** A point in time with its distance from now on request. */
export const When = ({ at, relative }: { readonly at: Instant; readonly relative?: boolean }): JSX.Element => {
  const { locale, zone, now } = useDesk();
  // `now` ticks: what just happened may be ahead of it.
  const near = formatRelative(at, relative && at > now ? at : now, locale);
  return (
    <time dateTime={at} title={relative ? formatMoment(at, locale, zone) : near}>
      {relative ? near : formatShortMoment(at, now, locale, zone)}
    </time>
  );
};

const SIGNS: Readonly<Record<DueState['tone'], string>> = { late: '!', pressing: '◔', calm: '○', paused: '‖', done: '✓' };

/** The due time of a case in words: which clock it is of, and how late in working time (F25). */
export const RowDue = ({ row }: { readonly row: DeskRow }): JSX.Element => {
  const { words, locale, zone, now } = useDesk();
  const state = rowDue(row, now);
  const clock = words(`clock.${row.dueClock}`).toLocaleLowerCase(locale);
  const left = formatDuration(roughly(state.seconds), locale);
  const text: Readonly<Record<DueState['tone'], string>> = {
    late:
      row.lateMinutes > 0
        ? words('due.late', { time: formatWorkTime(row.lateMinutes * 60, locale), clock })
        : words('due.lateNow', { clock }),
    pressing: words('due.in', { time: left, clock }),
    calm: words('due.in', { time: left, clock }),
    paused: words('due.paused', { clock }),
    done: words('due.done'),
  };
  return (
    <span class={`clock clock-${state.tone}`}>
      <span class="clock-sign" aria-hidden="true">
        {SIGNS[state.tone]}
      </span>{' '}
      <span class="clock-words">{text[state.tone]}</span>{' '}
      {state.tone !== 'done' && (
        <time class="clock-at" dateTime={row.due}>
          {formatShortMoment(row.due, now, locale, zone)}
        </time>
      )}
    </span>
  );
};

/** What makes a case stand out: priority, safety, escalations, a message that waits, a hold. */
export const Flags = ({ row }: { readonly row: DeskRow }): JSX.Element => {
  const { words, labels, locale, now } = useDesk();
  const waits = row.unansweredSince && roughly(between(row.unansweredSince, now) / 1000);
  return (
    <span class="flags">
      {row.safety && <span class="flag flag-safety">▲ {words('flag.safety')}</span>}
      <span class={`flag priority-${row.priority}`}>
        <span class="unseen">{words('flag.priority', { priority: '' })}</span>
        {labels(`priority.${row.priority}`)}
      </span>
      {row.escalations > 0 && <span class="flag flag-escalated">↑ {words('flag.escalated', { count: row.escalations })}</span>}
      {(row.waitingFor === 'hold' || row.waitingFor === 'customer-reply') && <span class="flag flag-held">{words('flag.held')}</span>}
      {waits !== undefined && waits !== '' && (
        <span class="flag flag-unanswered">✉︎ {words('flag.unanswered', { time: formatDuration(waits, locale) })}</span>
      )}
    </span>
  );
};

/** A sentence for a failure of the API. */
export const useFailureText = (): ((failure: Failure) => string) => {
  const { words, locale } = useDesk();
  return ({ kind, seconds, detail }) => {
    switch (kind) {
      case 'busy':
        return seconds ? words('problem.busy', { time: formatDuration(seconds, locale) }) : words('problem.server');
      case 'stale':
        return words('problem.conflict');
      case 'not-found':
        return words('problem.notFound');
      case 'not-now':
        return words('problem.notNow');
      case 'signed-out':
        return words('ended.title');
      case 'other':
        return detail ?? words('problem.other');
      default:
        return words(`problem.${kind}`);
    }
  };
};

/** A box that tells of a failure, with a way to try again where that can help. */
export const FailureNotice = ({
  failure,
  again,
}: {
  readonly failure: Failure;
  readonly again?: (() => void) | undefined;
}): JSX.Element => {
  const { words } = useDesk();
  const text = useFailureText();
  return (
    <Notice tone="bad">
      <p>{text(failure)}</p>
      {again && (
        <button type="button" class="faint" onClick={again}>
          {words('tryAgain')}
        </button>
      )}
    </Notice>
  );
};

/** A box that stands out from the text around it. */
export const Notice = ({
  tone,
  children,
}: {
  readonly tone: 'bad' | 'info' | 'good';
  readonly children: ComponentChildren;
}): JSX.Element => <div class={`box box-${tone}`}>{children}</div>;

/** Says that something is on its way. */
export const Loading = (): JSX.Element => (
  <p class="loading" role="status">
    {useDesk().words('loading')}
  </p>
);
