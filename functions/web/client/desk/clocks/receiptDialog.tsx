import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatDateTime, formatDuration } from '../../../../content/format.ts';
import { formatWorkTime } from '../../../../content/desk/workTime.ts';
import type { ServiceClock } from '../../../../domain/case/clocks.ts';
import type { ServiceClockName } from '../../../../domain/clocks/rules.ts';
import type { DeskCaseAnswer } from '../../../desk/answers.ts';
import { zoneToShow } from '../../../desk/calendarDraft.ts';
import type { Mark } from '../../../desk/timeline.ts';
import { useDesk } from '../context.ts';
import { useRules } from '../hooks.ts';
import { ReceiptView } from './receiptView.tsx';
import { useClockWords } from './words.ts';

/** The marks of a clock: `now` only while it runs. */
const marksOf = ({ startedAt, due, doneAt, state }: ServiceClock, now: string): readonly Mark[] => [
  { name: 'start', at: startedAt },
  ...(state === 'running' || state === 'paused' || state === 'late' ? [{ name: 'now' as const, at: now }] : []),
  { name: 'due', at: due },
  ...(doneAt ? [{ name: 'done' as const, at: doneAt }] : []),
];

interface ReceiptDialogProps {
  readonly of: DeskCaseAnswer;
  readonly name: ServiceClockName;
  readonly clock: ServiceClock;
  readonly onClose: () => void;
}

/** The receipt of one clock of a case: how its due time came about (X4). */
export const ReceiptDialog = ({ of, name, clock, onClose }: ReceiptDialogProps): JSX.Element => {
  const { words, locale, zone, now } = useDesk();
  const clockWords = useClockWords();
  const rules = useRules();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  const calendar = rules.value?.rules.calendars[clock.calendar];
  const calendarZone = calendar ? zoneToShow(calendar, zone) : rules.value || rules.failure ? zone : undefined;
  const fact = (label: string, value: string): JSX.Element => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <dialog
      ref={box}
      class="tally-dialog"
      aria-labelledby="receipt-title"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div class="tally-body">
        <div class="tally-top">
          <h2 id="receipt-title">{clockWords('receipt.title', { clock: words(`clock.${name}`) })}</h2>
          <button type="button" class="faint" onClick={() => box.current?.close()}>
            {words('close')}
          </button>
        </div>
        <dl class="tally-facts">
          {fact(words('clock.started'), formatDateTime(clock.startedAt, locale, zone))}
          {fact(words('clock.target'), formatWorkTime(clock.targetSeconds, locale))}
          {fact(words('clock.due'), formatDateTime(clock.due, locale, zone))}
          {clock.doneAt && fact(words('clock.done'), formatDateTime(clock.doneAt, locale, zone))}
          {clock.lateSeconds > 0 && fact(words('clock.lateBy'), formatWorkTime(clock.lateSeconds, locale))}
          {of.clocks.pausedSeconds > 0 && fact(words('case.paused'), formatDuration(of.clocks.pausedSeconds, locale))}
          {fact(words('clock.policy'), clock.policy.name)}
          {fact(words('clock.calendar'), words('clock.rules', { calendar: clock.calendar, version: clock.rulesVersion }))}
        </dl>
        {clock.state === 'paused' && <p class="hint">{clockWords('receipt.paused')}</p>}
        {calendarZone && <ReceiptView lines={of.clocks.receipts[name] ?? []} marks={marksOf(clock, now)} zone={calendarZone} />}
      </div>
    </dialog>
  );
};
