import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mayEditRules } from '../../../../domain/case/permissions.ts';
import { REGIONS, type Holiday, type HolidayYear, type Region } from '../../../../domain/clocks/regions/holidayYear.ts';
import type { StatutoryDay } from '../../../../domain/clocks/regions/statutory.ts';
import type { RuleBook } from '../../../../domain/clocks/rules.ts';
import { dayNumber, weekday } from '../../../../domain/kernel/time.ts';
import type { NoticeAnswer, WrongField } from '../../../desk/answers.ts';
import { wallTime } from '../../../desk/localTime.ts';
import { hashOf } from '../../../desk/routes.ts';
import { withHolidayYear } from '../../../desk/rulesDraft.ts';
import type { Failure } from '../api.ts';
import { FailureNotice, Loading } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { useLoaded } from '../hooks.ts';
import { ChoiceField, TextArea, TextField, WrongsProvider, WrongSummary } from './fields.tsx';
import { useClockWords, useDateText, useRangeText } from './words.ts';

const REFRESH_SECONDS = 600;

const useThisYear = (): number => {
  const { now, zone } = useDesk();
  return Number(wallTime(now, zone).slice(0, 4));
};

/** From October on, says that next year's days are missing where nobody entered them (X2). */
export const MissingYears = ({ book, here }: { readonly book: RuleBook; readonly here?: boolean }): JSX.Element | null => {
  const { api, now, zone, labels } = useDesk();
  const words = useClockWords();
  const year = useThisYear() + 1;
  const OCTOBER = 10;
  const due = Number(wallTime(now, zone).slice(5, 7)) >= OCTOBER;
  const used = REGIONS.filter(
    (region) => region === book.rules.region || Object.values(book.rules.calendars).some((calendar) => calendar.region === region),
  );
  const missing = useLoaded<readonly Region[]>(
    `missing ${year} ${due} ${used.join()} ${book.version}`,
    async () => {
      const lists = due ? await Promise.all(used.map((region) => api.holidays(region, year))) : [];
      return { ok: true, value: lists.flatMap((list) => (list.ok && !list.value.confirmed ? [list.value.region] : [])) };
    },
    REFRESH_SECONDS,
  );
  if (!missing.value || missing.value.length === 0) return null;
  return (
    <div class="box box-info" role="status">
      {missing.value.map((region) => (
        <p key={region}>
          <strong>△ {words('holidays.missing', { region: labels(`region.${region}`), year })}</strong>{' '}
          {words(region === 'CN' ? 'holidays.missingCN' : 'holidays.missingTW')}
        </p>
      ))}
      {!here && <a href={hashOf({ screen: 'rules', tab: 'holidays' })}>{words('rules.holidays')}</a>}
    </div>
  );
};

const days = ({ from, to }: Holiday): number => dayNumber(to) - dayNumber(from) + 1;

const YearTable = ({ list }: { readonly list: HolidayYear }): JSX.Element => {
  const words = useClockWords();
  const dateText = useDateText();
  const rangeText = useRangeText();
  return (
    <>
      <p>
        <span class={`flag ${list.confirmed ? 'flag-outcome' : 'flag-escalated'}`}>
          {words(list.confirmed ? 'holidays.confirmed' : 'holidays.projected')}
        </span>{' '}
        <span class="small">
          {words('holidays.source')} {list.source}
        </span>
      </p>
      <div class="scroll" tabIndex={0} role="group" aria-label={words('rules.holidays')}>
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{words('holidays.name')}</th>
              <th scope="col">{words('holidays.off')}</th>
              <th scope="col" class="num">
                {words('holidays.days')}
              </th>
              <th scope="col">{words('holidays.makeUp')}</th>
            </tr>
          </thead>
          <tbody>
            {list.holidays.map((holiday) => (
              <tr key={`${holiday.name} ${holiday.from}`}>
                <th scope="row">{holiday.name}</th>
                <td>{holiday.from === holiday.to ? dateText(holiday.from) : rangeText(holiday.from, holiday.to)}</td>
                <td class="num">{days(holiday)}</td>
                <td>{holiday.workdays.map((date) => dateText(date)).join(' · ') || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

/** What a day counts as: off or made up for by its holiday, or simply what its weekday is. */
const useDayWords = (): ((date: string, day: StatutoryDay | undefined) => string) => {
  const words = useClockWords();
  return (date, day) => {
    if (day) return words(day.kind === 'off' ? 'day.off' : 'day.makeUp', { name: day.name });
    return words(weekday(dayNumber(date)) < 5 ? 'day.workday' : 'day.weekend');
  };
};

interface ReadProps {
  readonly read: NoticeAnswer;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

const Read = ({ read, busy, onConfirm, onCancel }: ReadProps): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  const dateText = useDateText();
  const dayWords = useDayWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { holidayYear, changes } = read;
  return (
    <section class="panel">
      <h2 ref={heading} tabIndex={-1}>
        {words('notice.read', { year: holidayYear.year })}
      </h2>
      <YearTable list={holidayYear} />
      <h3 class="minor">{words('notice.changes', { count: changes.length })}</h3>
      {changes.length > 0 && (
        <div class="scroll" tabIndex={0} role="group" aria-label={words('notice.changes', { count: changes.length })}>
          <table class="grid">
            <thead>
              <tr>
                <th scope="col">{words('calendar.date')}</th>
                <th scope="col">{words('notice.before')}</th>
                <th scope="col">{words('notice.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ date, before, after }) => (
                <tr key={date}>
                  <th scope="row">{dateText(date)}</th>
                  <td>{dayWords(date, before)}</td>
                  <td>{dayWords(date, after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="box box-info">{words('rules.recomputed')}</p>
      <div class="buttons">
        <button type="button" class="primary" disabled={busy} onClick={onConfirm}>
          {busy ? deskWords('submit.working') : words('notice.confirm', { year: holidayYear.year })}
        </button>
        <button type="button" class="faint" onClick={onCancel}>
          {deskWords('cancel')}
        </button>
      </div>
    </section>
  );
};

const Import = ({ book, onSaved }: { readonly book: RuleBook; readonly onSaved: (book: RuleBook) => void }): JSX.Element => {
  const { api, announce, words: deskWords } = useDesk();
  const words = useClockWords();
  const [year, setYear] = useState(String(useThisYear() + 1));
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [read, setRead] = useState<NoticeAnswer | undefined>();
  const [wrongs, setWrongs] = useState<readonly WrongField[]>([]);
  const [failure, setFailure] = useState<Failure | undefined>();
  const [busy, setBusy] = useState(false);

  const fail = (cause: Failure): void => {
    const named = cause.kind === 'invalid' && cause.errors.length > 0;
    setWrongs(named ? cause.errors : []);
    setFailure(named ? undefined : cause);
  };
  const ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setRead(undefined);
    setFailure(undefined);
    setWrongs([]);
    const answer = await api.readNotice({ region: 'CN', year: Number(year), text, ...(source.trim() && { source: source.trim() }) });
    setBusy(false);
    if (answer.ok) setRead(answer.value);
    else fail(answer.failure);
  };
  const save = async (of: RuleBook, list: HolidayYear): ReturnType<typeof api.saveRules> =>
    api.saveRules(of.version, {
      note: words('notice.note', { year: list.year, source: list.source }),
      rules: { ...of.rules, holidayYears: withHolidayYear(of.rules.holidayYears, list) },
    });
  const confirm = async (): Promise<void> => {
    if (!read) return;
    setBusy(true);
    let answer = await save(book, read.holidayYear);
    if (!answer.ok && answer.failure.kind === 'stale') {
      // Somebody else saved rules meanwhile: a year of statutory days fits into theirs as well.
      const now = await api.rules();
      answer = now.ok ? await save(now.value, read.holidayYear) : now;
    }
    setBusy(false);
    if (!answer.ok) return fail(answer.failure);
    setRead(undefined);
    setText('');
    announce(words('notice.saved', { year: read.holidayYear.year }));
    onSaved(answer.value);
  };

  return (
    <>
      <form class="panel" noValidate onSubmit={(event) => void ask(event)}>
        <h2>{words('notice.title')}</h2>
        <p class="hint">{words('notice.text')}</p>
        <WrongsProvider value={wrongs}>
          <WrongSummary wrongs={wrongs} />
          {failure && <FailureNotice failure={failure} />}
          <div class="pair">
            <TextField pointer="/year" label={words('notice.year')} numeric value={year} onChange={setYear} />
            <TextField
              pointer="/source"
              label={words('notice.source')}
              hint={words('notice.sourceHint')}
              value={source}
              onChange={setSource}
            />
          </div>
          <TextArea pointer="/text" label={words('notice.paste')} rows={8} value={text} onChange={setText} />
          <div class="buttons">
            <button type="submit" class="primary" disabled={busy}>
              {busy && !read ? deskWords('loading') : words('notice.ask')}
            </button>
          </div>
        </WrongsProvider>
      </form>
      {read && <Read read={read} busy={busy} onConfirm={() => void confirm()} onCancel={() => setRead(undefined)} />}
    </>
  );
};

interface HolidaysProps {
  readonly book: RuleBook;
  readonly onSaved: (book: RuleBook) => void;
}

/** The statutory days of a region and year in force, and how an admin enters the next ones (X2). */
export const Holidays = ({ book, onSaved }: HolidaysProps): JSX.Element => {
  const { api, me, words: deskWords, labels } = useDesk();
  const words = useClockWords();
  const thisYear = useThisYear();
  const [region, setRegion] = useState<Region>(book.rules.region);
  const [year, setYear] = useState(String(thisYear));
  const list = useLoaded<HolidayYear>(
    `holidays ${region} ${year} ${book.version}`,
    () => api.holidays(region, Number(year)),
    REFRESH_SECONDS,
  );
  const years = Array.from({ length: 5 }, (_, index) => String(thisYear - 2 + index));
  const show = (saved: RuleBook): void => {
    setRegion('CN');
    onSaved(saved);
  };
  return (
    <>
      <section class="panel">
        <div class="pair">
          <ChoiceField
            pointer="#region"
            label={deskWords('field.region')}
            value={region}
            choices={REGIONS.map((value) => ({ value, text: labels(`region.${value}`) }))}
            onChange={setRegion}
          />
          <ChoiceField
            pointer="#year"
            label={words('notice.year')}
            value={year}
            choices={years.map((value) => ({ value, text: value }))}
            onChange={setYear}
          />
        </div>
        {list.failure && !list.value && <FailureNotice failure={list.failure} again={() => void list.reload()} />}
        {!list.value && !list.failure && <Loading />}
        {list.value && <YearTable list={list.value} />}
      </section>
      {mayEditRules(me) && <Import book={book} onSaved={show} />}
    </>
  );
};
