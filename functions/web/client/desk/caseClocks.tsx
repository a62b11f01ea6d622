import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { formatDate, formatDateTime, formatDuration } from '../../../content/format.ts';
import { formatWorkTime } from '../../../content/desk/workTime.ts';
import type { ClockState, LegalClock, ServiceClock } from '../../../domain/case/clocks.ts';
import type { Notice } from '../../../domain/case/notices.ts';
import { SERVICE_CLOCKS, type ServiceClockName } from '../../../domain/clocks/rules.ts';
import type { DeskCaseAnswer } from '../../desk/answers.ts';
import { noticesAt, percentUsed, STATE_SIGNS } from '../../desk/clockState.ts';
import { When } from './bits.tsx';
import { useDesk } from './context.ts';
import { later } from './later.tsx';

const ReceiptDialog = later(() => import('./clocks/receiptDialog.tsx').then((part) => part.ReceiptDialog));

const Sign = ({ state, children }: { readonly state: ClockState; readonly children: ComponentChildren }): JSX.Element => (
  <p class={`clock-state clock-state-${state}`}>
    <span aria-hidden="true">{STATE_SIGNS[state]}</span> {children}
  </p>
);

/** What a paused clock waits for. */
const usePausedWhy = (): ((of: DeskCaseAnswer) => string) => {
  const { words, labels } = useDesk();
  return (of) => {
    if (!of.hold) return of.stage === 'feedback' ? words('clock.pausedResolved') : words(`waits.${of.waitingFor}`);
    const held = of.history.findLast((line) => line.type === 'held');
    return (held?.type === 'held' && held.data.note) || labels(`holdReason.${of.hold}`);
  };
};

const Unconfirmed = ({ years }: { readonly years: readonly number[] }): JSX.Element | null => {
  const { words } = useDesk();
  return years.length > 0 ? <p class="clock-unconfirmed">△ {words('clock.unconfirmed', { years: years.join(', ') })}</p> : null;
};

interface ServiceProps {
  readonly of: DeskCaseAnswer;
  readonly name: ServiceClockName;
  readonly clock: ServiceClock;
}

const Service = ({ of, name, clock }: ServiceProps): JSX.Element => {
  const { words, locale, zone } = useDesk();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const pausedWhy = usePausedWhy();
  const percent = percentUsed(clock);
  const time = formatWorkTime(clock.lateSeconds, locale);
  const said: Readonly<Record<ClockState, string>> = {
    running: words('clockState.running', { time: formatWorkTime(Math.max(0, clock.targetSeconds - clock.elapsedSeconds), locale) }),
    paused: words('clockState.paused', { why: pausedWhy(of) }),
    late: words('clockState.late', { time }),
    met: words('clockState.met'),
    missed: words('clockState.missed', { time }),
    stopped: words('clockState.stopped'),
  };
  return (
    <li class="case-clock">
      <h4>{words(`clock.${name}`)}</h4>
      <Sign state={clock.state}>{said[clock.state]}</Sign>
      <p class="clock-when">
        {words('clock.dueAt', { time: formatDateTime(clock.due, locale, zone) })}
        {clock.doneAt && (
          <>
            {' · '}
            {words('clock.done')} <When at={clock.doneAt} />
          </>
        )}
      </p>
      <p class="clock-used">
        <span class={`meter meter-${clock.state}`} aria-hidden="true">
          <span style={{ width: `${Math.min(100, percent)}%` }} />
        </span>
        <span>{words('clock.used', { percent, target: formatWorkTime(clock.targetSeconds, locale) })}</span>
      </p>
      <p class="small">
        {clock.policy.name} · {words('clock.rules', { calendar: clock.calendar, version: clock.rulesVersion })}
      </p>
      <Unconfirmed years={clock.unconfirmedYears} />
      <button ref={button} type="button" class="faint tiny" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words('clock.receipt')} <span class="unseen">{words(`clock.${name}`)}</span>
      </button>
      {open && (
        <ReceiptDialog
          of={of}
          name={name}
          clock={clock}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
    </li>
  );
};

const Legal = ({ clock }: { readonly clock: LegalClock }): JSX.Element => {
  const { words, labels, locale } = useDesk();
  const date = (day: string): string => formatDate(`${day}T00:00:00.000Z`, locale, 'UTC');
  return (
    <li class="case-clock case-clock-legal">
      <h4>
        {words(`clock.${clock.clock}`)} <span class="flag flag-internal">{words('clock.byLaw')}</span>
      </h4>
      <Sign state={clock.state}>{words(`legalState.${clock.state}`)}</Sign>
      <p class="clock-when">{words('legal.lastDay', { date: date(clock.lastDay) })}</p>
      {clock.extensions.length > 0 && (
        <p class="clock-when">{words('legal.extended', { regularDays: clock.regularDays, days: clock.days })}</p>
      )}
      {clock.internalTarget !== clock.lastDay && clock.state === 'running' && (
        <p class="clock-when">{words('legal.target', { date: date(clock.internalTarget) })}</p>
      )}
      <details>
        <summary>{words('legal.how')}</summary>
        <p>{words('legal.counted', { days: clock.days, event: date(clock.event), rawLastDay: date(clock.rawLastDay) })}</p>
        {clock.rawLastDay !== clock.lastDay && <p>{words('legal.moved', { date: date(clock.lastDay) })}</p>}
        {clock.extendable && (
          <p>
            {words(clock.extendable.approval ? 'legal.extendableApproved' : 'legal.extendable', {
              days: clock.extendable.days,
              date: date(clock.extendable.lastDay),
            })}
          </p>
        )}
        <p class="small">
          {labels(`region.${clock.region}`)} · {clock.source}
        </p>
      </details>
      <Unconfirmed years={clock.unconfirmedYears} />
    </li>
  );
};

const NoticeLine = ({ notice }: { readonly notice: Notice }): JSX.Element => {
  const { words } = useDesk();
  const { level } = notice;
  const what = typeof level === 'number' ? words('notice.percent', { percent: level }) : words(`notice.${level}`);
  return (
    <li>
      <span>
        {words(`clock.${notice.clock}`)} {what} → {words(`recipient.${notice.to}`)}
      </span>
      <span class="small">
        <When at={notice.at} />
      </span>
    </li>
  );
};

const Notices = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element | null => {
  const { words, now } = useDesk();
  const { told, next } = noticesAt(of.notices, now);
  if (told.length === 0 && next.length === 0) return null;
  const keyOf = ({ clock, run, level, to }: Notice): string => `${clock} ${run} ${level} ${to}`;
  return (
    <section class="known-group">
      <h3>{words('notice.title')}</h3>
      {told.length > 0 && (
        <>
          <p class="small">{words('notice.told')}</p>
          <ul class="mails" role="list">
            {told.map((notice) => (
              <NoticeLine key={keyOf(notice)} notice={notice} />
            ))}
          </ul>
        </>
      )}
      {next.length > 0 && (
        <>
          <p class="small">{words('notice.next')}</p>
          <ul class="mails" role="list">
            {next.map((notice) => (
              <NoticeLine key={keyOf(notice)} notice={notice} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

/** The clocks of a case, each apart (X1): how it stands, by which rules, with its receipt; then who was told of them, and who will be (F23). */
export const CaseClocks = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element => {
  const { words, locale } = useDesk();
  return (
    <>
      <section class="known-group">
        <h3>{words('case.clocks')}</h3>
        <ul class="case-clocks" role="list">
          {SERVICE_CLOCKS.map((name) => {
            const clock = of.clocks[name];
            return clock && <Service key={name} of={of} name={name} clock={clock} />;
          })}
          {of.clocks.legal.map((clock) => (
            <Legal key={clock.clock} clock={clock} />
          ))}
        </ul>
        <dl class="known-list">
          <div>
            <dt>{words('case.paused')}</dt>
            <dd>{of.clocks.pausedSeconds > 0 ? formatDuration(of.clocks.pausedSeconds, locale) : words('case.pausedNone')}</dd>
          </div>
          {of.answerBy && (
            <div>
              <dt>{words('case.answerBy')}</dt>
              <dd>
                <When at={of.answerBy} />
              </dd>
            </div>
          )}
          <div>
            <dt>{words('case.opened')}</dt>
            <dd>
              <When at={of.openedAt} />
            </dd>
          </div>
        </dl>
      </section>
      <Notices of={of} />
    </>
  );
};
