import type { JSX } from 'preact';
import { formatWorkTime } from '../../../../content/desk/workTime.ts';
import type { Attainment, PolicyAttainment } from '../../../../domain/case/attainment.ts';
import { SERVICE_CLOCKS, type ServiceClockName } from '../../../../domain/clocks/rules.ts';
import type { AttainmentAnswer } from '../../../desk/answers.ts';
import { keptOf, monthAfter, totalOf, type Kept } from '../../../desk/attained.ts';
import { wallTime } from '../../../desk/localTime.ts';
import { hashOf, type Route } from '../../../desk/routes.ts';
import { FailureNotice, Loading } from '../bits.tsx';
import { MonthChoice, ShareBar } from '../charts.tsx';
import { useDesk } from '../context.ts';
import { useHeadingFocus, useLoaded } from '../hooks.ts';
import { useClockWords, useDateText } from './words.ts';

const REFRESH_SECONDS = 300;
/** Months that are shown unless others are asked for. */
const MONTHS = 6;

/** Kept and missed in words: counts always, a percentage only where it means something. */
const useKeptWords = (): ((kept: Kept) => string) => {
  const words = useClockWords();
  return ({ all, met, percent }) => {
    if (all === 0) return words('attained.none');
    return percent === undefined ? words('attained.few', { met, all }) : words('attained.many', { met, all, percent });
  };
};

const ClockChart = ({ clock, months }: { readonly clock: ServiceClockName; readonly months: readonly Attainment[] }): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  const dateText = useDateText();
  const keptWords = useKeptWords();
  const rows = months.map(({ month, clocks }) => ({ month, kept: keptOf(clocks[clock]) }));
  const most = Math.max(...rows.map(({ kept }) => kept.all), 0);
  const total = totalOf(months, clock);
  return (
    <section class="panel chart">
      <h2>{deskWords(`clock.${clock}`)}</h2>
      <p class="chart-total">
        <strong>{keptWords(total)}</strong> <span class="small">{words('attained.total')}</span>
      </p>
      <ul class="bars" role="list">
        {rows.map(({ month, kept }) => (
          <li key={month}>
            <span class="bar-name">{dateText(month, { year: 'numeric', month: 'short' })}</span>
            {kept.all > 0 && <ShareBar met={kept.met} missed={kept.missed} most={most} />}
            <span class="bar-words">{keptWords(kept)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Line = ({ name, cases, clocks }: { readonly name: string } & Pick<PolicyAttainment, 'cases' | 'clocks'>): JSX.Element => {
  const { words: deskWords, locale } = useDesk();
  const words = useClockWords();
  const late = (minutes: number | undefined): string => (minutes === undefined ? '–' : formatWorkTime(minutes * 60, locale));
  return (
    <>
      {SERVICE_CLOCKS.map((clock, index) => {
        const kept = keptOf(clocks[clock]);
        return (
          <tr key={clock} class={index === 0 ? 'grid-first' : undefined}>
            {index === 0 && (
              <th scope="rowgroup" rowSpan={SERVICE_CLOCKS.length}>
                {name}
                <span class="small"> {words('attained.cases', { count: cases })}</span>
              </th>
            )}
            <th scope="row">{deskWords(`clock.${clock}`)}</th>
            <td class="num">{kept.met}</td>
            <td class="num">{kept.missed}</td>
            <td class="num">{kept.percent === undefined ? '–' : words('percent', { percent: kept.percent })}</td>
            <td class="num">{late(kept.medianLateMinutes)}</td>
            <td class="num">{late(kept.worstLateMinutes)}</td>
          </tr>
        );
      })}
    </>
  );
};

const Month = ({ of, open }: { readonly of: Attainment; readonly open: boolean }): JSX.Element => {
  const words = useClockWords();
  const dateText = useDateText();
  const title = dateText(of.month, { year: 'numeric', month: 'long' });
  return (
    <details class="panel month" open={open}>
      <summary>
        <strong>{title}</strong> <span class="small">{words('attained.cases', { count: of.cases })}</span>
      </summary>
      <div class="scroll" tabIndex={0} role="group" aria-label={title}>
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{words('attained.policy')}</th>
              <th scope="col">{words('attained.clock')}</th>
              <th scope="col" class="num">
                {words('attained.met')}
              </th>
              <th scope="col" class="num">
                {words('attained.missed')}
              </th>
              <th scope="col" class="num">
                %
              </th>
              <th scope="col" class="num">
                {words('attained.median')}
              </th>
              <th scope="col" class="num">
                {words('attained.worst')}
              </th>
            </tr>
          </thead>
          <tbody>
            {of.policies.map(({ policy, cases, clocks }) => (
              <Line key={policy.id} name={policy.name} cases={cases} clocks={clocks} />
            ))}
            {of.policies.length > 1 && <Line name={words('attained.all')} cases={of.cases} clocks={of.clocks} />}
          </tbody>
        </table>
      </div>
    </details>
  );
};

const LateNow = (): JSX.Element | null => {
  const { api } = useDesk();
  const words = useClockWords();
  const counts = useLoaded('counts', () => api.counts(), REFRESH_SECONDS);
  if (!counts.value) return null;
  const { overdue } = counts.value;
  return (
    <p class={`box ${overdue > 0 ? 'box-bad' : 'box-good'}`}>
      <strong>{words('attained.lateNow', { count: overdue })}</strong>{' '}
      {overdue > 0 && <a href={hashOf({ screen: 'queue', queue: 'overdue' })}>{words('attained.toQueue')}</a>}
    </p>
  );
};

type AttainmentRoute = Extract<Route, { readonly screen: 'attainment' }>;

/** How targets were kept: months, policies and clocks, and what is late right now (F25). */
export const AttainmentPage = ({ route }: { readonly route: AttainmentRoute }): JSX.Element => {
  const { api, now, zone, words: deskWords } = useDesk();
  const words = useClockWords();
  const heading = useHeadingFocus('attainment', `${words('attained.title')} · ${deskWords('title')}`);
  const thisMonth = wallTime(now, zone).slice(0, 7);
  const to = route.to ?? thisMonth;
  const from = route.from ?? monthAfter(to, 1 - MONTHS);
  const list = useLoaded<AttainmentAnswer>(`attainment ${from} ${to}`, () => api.attainment(from, to), REFRESH_SECONDS);
  const go = (months: { readonly from: string; readonly to: string }): void => {
    location.hash = hashOf({ screen: 'attainment', ...months });
  };
  const choices = Array.from({ length: 36 }, (_, index) => monthAfter(thisMonth, -index));
  const dateText = useDateText();
  const select = (name: 'from' | 'to', value: string): JSX.Element => (
    <MonthChoice
      label={words(name === 'from' ? 'table.from' : 'table.to')}
      value={value}
      months={choices}
      monthText={(month) => dateText(month, { year: 'numeric', month: 'long' })}
      onChoose={(month) => go({ from, to, [name]: month })}
    />
  );
  const months = list.value?.items;
  const withCases = (months ?? []).filter(({ cases }) => cases > 0).reverse();
  return (
    <div class="clocks-page">
      <div class="queue-top">
        <h1 ref={heading} tabIndex={-1}>
          {words('attained.title')}
        </h1>
        <div class="queue-tools">
          {select('from', from)}
          {select('to', to)}
        </div>
      </div>
      <p class="hint">{words('attained.text')}</p>
      <LateNow />
      {list.failure && (
        <>
          <FailureNotice failure={list.failure} again={() => void list.reload()} />
          {list.failure.errors.map(({ detail }) => (
            <p key={detail} class="wrong">
              {detail}
            </p>
          ))}
        </>
      )}
      {!months && !list.failure && <Loading />}
      {months && (
        <>
          <ul class="bar-legend small" role="list">
            <li>
              <span class="bar-key bar-key-met" /> {words('attained.met')}
            </li>
            <li>
              <span class="bar-key bar-key-missed" /> {words('attained.missed')}
            </li>
          </ul>
          <div class="charts">
            {SERVICE_CLOCKS.map((clock) => (
              <ClockChart key={clock} clock={clock} months={months} />
            ))}
          </div>
          <h2>{words('attained.byPolicy')}</h2>
          {withCases.length === 0 && <p class="empty">{words('attained.noCases')}</p>}
          {withCases.map((of, index) => (
            <Month key={of.month} of={of} open={index === 0} />
          ))}
        </>
      )}
    </div>
  );
};
