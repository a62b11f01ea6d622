import type { ComponentChildren, JSX } from 'preact';
import { figureWords, type FigureKey } from '../../../../content/desk/figures/index.ts';
import { formatMoney, formatMonth } from '../../../../content/format.ts';
import type { Translate } from '../../../../content/translator.ts';
import type { CareFigures, CareSums } from '../../../../domain/care/careReport.ts';
import { minorUnits } from '../../../../domain/kernel/money.ts';
import { monthAfter, type Kept } from '../../../desk/attained.ts';
import { isCounted, isReached, remindersEach, shareOf, SHARES, targetOf, type Share } from '../../../desk/careMeasures.ts';
import { wallTime } from '../../../desk/localTime.ts';
import { hashOf } from '../../../desk/routes.ts';
import { FailureNotice, Loading } from '../bits.tsx';
import { MonthChoice, ShareBar } from '../charts.tsx';
import { useDesk } from '../context.ts';
import { useHeadingFocus, useLoaded } from '../hooks.ts';

const REFRESH_SECONDS = 300;
/** Months back that can be chosen. */
const MONTHS_BACK = 36;

const useFigureWords = (): Translate<FigureKey> => figureWords(useDesk().locale);

const useMonthText = (): ((month: string) => string) => {
  const { locale } = useDesk();
  return (month) => formatMonth(`${month}-01`, locale);
};

/** A part of a whole in words: counts always, a percentage only where it means something. */
const useShareWords = (): ((kept: Kept) => string) => {
  const words = useFigureWords();
  return ({ all, met, percent }) => {
    if (all === 0) return words('none');
    return percent === undefined ? words('few', { met, all }) : words('many', { met, all, percent });
  };
};

const useReminderWords = (): ((sums: CareSums) => string) => {
  const words = useFigureWords();
  return (sums) => {
    const average = remindersEach(sums);
    return average === undefined ? words('none') : words('reminders.average', { average, all: sums.renewals.due });
  };
};

interface ChartProps {
  readonly title: string;
  readonly text: string;
  readonly total: string;
  readonly target?: string | undefined;
  readonly reached?: boolean | undefined;
  readonly children: ComponentChildren;
}

const Chart = ({ title, text, total, target, reached, children }: ChartProps): JSX.Element => {
  const words = useFigureWords();
  return (
    <section class="panel chart">
      <h2>{title}</h2>
      <p class="chart-total">
        <strong>{total}</strong>
      </p>
      <p class="small">
        {text}
        {target && ` ${target}`}
        {reached !== undefined && (
          <strong class={reached ? 'measure-yes' : 'measure-no'}>
            {' '}
            <span aria-hidden="true">{reached ? '✓' : '!'}</span> {words(reached ? 'yes' : 'no')}
          </strong>
        )}
      </p>
      {children}
    </section>
  );
};

interface TrendProps {
  readonly months: readonly { readonly month: string; readonly said: string; readonly bar: JSX.Element | undefined }[];
}

const Trend = ({ months }: TrendProps): JSX.Element => {
  const monthText = useMonthText();
  return (
    <ul class="bars trend" role="list">
      {months.map(({ month, said, bar }) => (
        <li key={month}>
          <span class="bar-name">{monthText(month)}</span>
          {bar}
          <span class={bar ? 'bar-words' : 'bar-words bar-none'}>{said}</span>
        </li>
      ))}
    </ul>
  );
};

const Premiums = ({ of }: { readonly of: CareSums }): JSX.Element | null => {
  const { locale } = useDesk();
  const words = useFigureWords();
  const parts = of.thirteenthMonth.premiums
    .filter(({ all }) => minorUnits(all) > 0)
    .map(({ currency, all, kept }) =>
      words('persistency.one', {
        percent: Math.floor((minorUnits(kept) / minorUnits(all)) * 100),
        all: formatMoney({ amount: all, currency }, locale),
      }),
    );
  return parts.length > 0 ? <p class="small">{words('persistency.premium', { list: parts.join(' · ') })}</p> : null;
};

const ShareChart = ({ share, of }: { readonly share: Share; readonly of: CareFigures }): JSX.Element => {
  const words = useFigureWords();
  const shareWords = useShareWords();
  const total = shareOf(share, of.total);
  const target = targetOf(share);
  const trend = of.trend.map((sums) => ({ month: sums.month, kept: shareOf(share, sums) }));
  const most = Math.max(...trend.map(({ kept }) => kept.all), 0);
  return (
    <Chart
      title={words(share)}
      text={words(`${share}.text`)}
      total={shareWords(total)}
      target={target === undefined ? undefined : words('targetPercent', { percent: Math.round(target * 100) })}
      reached={isReached(share, total)}
    >
      {share === 'persistency' && <Premiums of={of.total} />}
      <Trend
        months={trend.map(({ month, kept }) => ({
          month,
          said: shareWords(kept),
          bar:
            kept.all > 0 ? (
              <ShareBar met={kept.met} missed={kept.missed} most={most} target={target === undefined ? undefined : target * kept.all} />
            ) : undefined,
        }))}
      />
    </Chart>
  );
};

const RemindersChart = ({ of }: { readonly of: CareFigures }): JSX.Element => {
  const words = useFigureWords();
  const reminderWords = useReminderWords();
  const average = remindersEach(of.total);
  const { byReminders } = of.total.renewals;
  const most = byReminders.length - 1;
  return (
    <Chart title={words('reminders')} text={words('reminders.text')} total={reminderWords(of.total)}>
      {average !== undefined && (
        <>
          <h3>{words('reminders.by')}</h3>
          <ul class="bars trend" role="list">
            {byReminders.map((met, count) => (
              <li key={count}>
                <span class="bar-name">{words(count === most ? 'reminders.more' : 'reminders.count', { count })}</span>
                <ShareBar met={met} missed={0} most={Math.max(...byReminders)} />
                <span class="bar-words">{words('few', { met, all: of.total.renewals.due })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{words('byMonth')}</h3>
      <Trend
        months={of.trend.map((sums) => {
          const each = remindersEach(sums);
          return {
            month: sums.month,
            said: reminderWords(sums),
            bar: each === undefined ? undefined : <ShareBar met={each} missed={0} most={most} />,
          };
        })}
      />
    </Chart>
  );
};

interface SumsTableProps {
  readonly title: string;
  readonly first: string;
  readonly lines: readonly { readonly key: string; readonly name: ComponentChildren; readonly sums: CareSums }[];
}

const COLUMNS = ['due', 'paid', 'late', 'unpaid', 'suspended', 'lapsed', 'reminders', 'tasks', 'kept'] as const;

const SumsTable = ({ title, first, lines }: SumsTableProps): JSX.Element => {
  const words = useFigureWords();
  const share = ({ all, met, percent }: Kept): string => {
    if (all === 0) return '–';
    return percent === undefined ? words('few', { met, all }) : words('percent', { percent });
  };
  const cells = (sums: CareSums): Readonly<Record<(typeof COLUMNS)[number], string | number>> => ({
    due: sums.renewals.due,
    paid: share(shareOf('renewals', sums)),
    late: sums.renewals.paidLate,
    unpaid: sums.renewals.unpaid,
    suspended: sums.renewals.suspended,
    lapsed: sums.renewals.lapsed,
    reminders: remindersEach(sums) ?? '–',
    tasks: share(shareOf('tasks', sums)),
    kept: share(shareOf('persistency', sums)),
  });
  return (
    <section class="panel" aria-label={title}>
      <h2>{title}</h2>
      <div class="scroll" tabIndex={0} role="group" aria-label={title}>
        <table class="grid measures">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" class="num">
                  {words(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, name, sums }) => {
              const values = cells(sums);
              return (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {COLUMNS.map((column) => (
                    <td key={column} class="num">
                      {values[column]}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Shown = ({ of }: { readonly of: CareFigures }): JSX.Element => {
  const { staff, me } = useDesk();
  const words = useFigureWords();
  const nameOf = (owner: string): string => [...staff, me].find(({ id }) => id === owner)?.name ?? owner;
  const all = { key: '', name: <strong>{words('all')}</strong>, sums: of.total };
  return (
    <>
      {!isCounted(of.total) && <p class="empty">{words('empty')}</p>}
      <div class="charts measures-charts">
        <ShareChart share={SHARES[0]} of={of} />
        <RemindersChart of={of} />
        <ShareChart share={SHARES[1]} of={of} />
        <ShareChart share={SHARES[2]} of={of} />
      </div>
      {isCounted(of.total) && (
        <>
          <SumsTable
            title={words('byOwner')}
            first={words('owner')}
            lines={[...of.owners.map(({ owner, ...sums }) => ({ key: owner, name: nameOf(owner), sums })), all]}
          />
          <SumsTable
            title={words('byProduct')}
            first={words('product')}
            lines={[...of.products.map(({ product, ...sums }) => ({ key: product, name: product, sums })), all]}
          />
        </>
      )}
    </>
  );
};

/** How contracts were cared for in a month, beside the eleven months before (F66). */
export const CareFiguresPage = ({ month: chosen }: { readonly month: string | undefined }): JSX.Element => {
  const { api, now, zone, words: deskWords } = useDesk();
  const words = useFigureWords();
  const monthText = useMonthText();
  const heading = useHeadingFocus('care-figures', `${words('title')} · ${deskWords('title')}`);
  const thisMonth = wallTime(now, zone).slice(0, 7);
  const month = chosen ?? thisMonth;
  const figures = useLoaded<CareFigures>(
    `care figures ${month}`,
    () => api.get(`/care/figures?${new URLSearchParams({ month })}`),
    REFRESH_SECONDS,
  );
  return (
    <div class="clocks-page">
      <div class="queue-top">
        <h1 ref={heading} tabIndex={-1}>
          {words('title')}
        </h1>
        <div class="queue-tools">
          <MonthChoice
            label={words('month')}
            value={month}
            months={Array.from({ length: MONTHS_BACK }, (_, back) => monthAfter(thisMonth, -back))}
            monthText={monthText}
            onChoose={(to) => {
              location.hash = hashOf({ screen: 'care-figures', month: to });
            }}
          />
        </div>
      </div>
      <p class="hint">{words('text')}</p>
      {figures.failure && (
        <>
          <FailureNotice failure={figures.failure} again={() => void figures.reload()} />
          {figures.failure.errors.map(({ detail }) => (
            <p key={detail} class="wrong">
              {detail}
            </p>
          ))}
        </>
      )}
      {!figures.value && !figures.failure && <Loading />}
      {figures.value && <Shown of={figures.value} />}
    </div>
  );
};
