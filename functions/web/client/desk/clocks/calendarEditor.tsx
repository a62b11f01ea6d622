import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { WEEKDAYS } from '../../../../domain/clocks/calendar.ts';
import { REGIONS } from '../../../../domain/clocks/regions/holidayYear.ts';
import { datePointer, type CalendarDraft, type DateDraft, type WeekDraft } from '../../../desk/calendarDraft.ts';
import { useDesk } from '../context.ts';
import { ChoiceField, TextField, WrongAt } from './fields.tsx';
import { useClockWords, useDateText } from './words.ts';

interface WeekProps {
  readonly weekly: WeekDraft;
  readonly pointer: string;
  readonly onChange: (weekly: WeekDraft) => void;
}

const Week = ({ weekly, pointer, onChange }: WeekProps): JSX.Element => {
  const words = useClockWords();
  return (
    <div class="week" data-pointer={pointer} tabIndex={-1}>
      <p class="hint">{words('calendar.hoursHint')}</p>
      <WrongAt pointer={pointer} />
      {WEEKDAYS.map((day) => (
        <TextField
          key={day}
          pointer={`${pointer}/${day}`}
          label={words(`weekday.${day}`)}
          value={weekly[day]}
          placeholder={words('calendar.closed')}
          onChange={(hours) => onChange({ ...weekly, [day]: hours })}
        />
      ))}
      <button
        type="button"
        class="faint tiny"
        onClick={() => onChange({ ...weekly, tue: weekly.mon, wed: weekly.mon, thu: weekly.mon, fri: weekly.mon })}
      >
        {words('calendar.copyMonday')}
      </button>
    </div>
  );
};

interface EditorProps {
  readonly calendar: CalendarDraft;
  readonly pointer: string;
  readonly onChange: (calendar: CalendarDraft) => void;
}

const Changes = ({ calendar, pointer, onChange }: EditorProps): JSX.Element => {
  const words = useClockWords();
  const { changes } = calendar;
  const put = (index: number, change: CalendarDraft['changes'][number]): void =>
    onChange({ ...calendar, changes: changes.with(index, change) });
  return (
    <>
      {changes.map((change, index) => (
        <fieldset key={index} class="sub">
          <legend>{words('calendar.change', { date: change.from || '…' })}</legend>
          <TextField
            pointer={`${pointer}/changes/${index}/from`}
            label={words('calendar.changeFrom')}
            type="date"
            value={change.from}
            onChange={(from) => put(index, { ...change, from })}
          />
          <Week
            weekly={change.weekly}
            pointer={`${pointer}/changes/${index}/weekly`}
            onChange={(weekly) => put(index, { ...change, weekly })}
          />
          <button type="button" class="faint tiny" onClick={() => onChange({ ...calendar, changes: changes.toSpliced(index, 1) })}>
            {words('remove')} <span class="unseen">{words('calendar.change', { date: change.from })}</span>
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="faint tiny"
        onClick={() => onChange({ ...calendar, changes: [...changes, { from: '', weekly: changes.at(-1)?.weekly ?? calendar.weekly }] })}
      >
        + {words('calendar.addChange')}
      </button>
    </>
  );
};

const Holidays = ({ calendar, pointer, onChange }: EditorProps): JSX.Element => {
  const words = useClockWords();
  const dateText = useDateText();
  const [next, setNext] = useState('');
  const { holidays } = calendar;
  const add = (): void => {
    if (!next || holidays.includes(next)) return;
    onChange({ ...calendar, holidays: [...holidays, next].sort() });
    setNext('');
  };
  return (
    <div data-pointer={`${pointer}/holidays`} tabIndex={-1}>
      <WrongAt pointer={`${pointer}/holidays`} deep />
      <ul class="chips" role="list">
        {holidays.map((date, index) => (
          <li key={date} class="chip">
            {dateText(date)}{' '}
            <button
              type="button"
              class="chip-remove"
              aria-label={words('calendar.removeDate', { date: dateText(date) })}
              onClick={() => onChange({ ...calendar, holidays: holidays.toSpliced(index, 1) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <div class="add-line">
        <label>
          <span class="unseen">{words('calendar.addHoliday')}</span>
          <input type="date" value={next} onInput={(event) => setNext(event.currentTarget.value)} />
        </label>
        <button type="button" class="faint" onClick={add}>
          {words('calendar.addHoliday')}
        </button>
      </div>
    </div>
  );
};

const Dates = ({ calendar, pointer, onChange }: EditorProps): JSX.Element => {
  const words = useClockWords();
  const { dates } = calendar;
  const put = (index: number, date: DateDraft): void => onChange({ ...calendar, dates: dates.with(index, date) });
  const kinds = (['off', 'work', 'hours'] as const).map((value) => ({ value, text: words(`calendar.date.${value}`) }));
  return (
    <div data-pointer={`${pointer}/dates`} tabIndex={-1}>
      <WrongAt pointer={`${pointer}/dates`} />
      {dates.map((date, index) => {
        const at = datePointer(pointer, date.date);
        return (
          <div key={index} class="date-line">
            <TextField
              bare
              pointer={at}
              label={words('calendar.date')}
              type="date"
              value={date.date}
              onChange={(value) => put(index, { ...date, date: value })}
            />
            <ChoiceField
              bare
              pointer={`${at}#kind-${index}`}
              label={words('calendar.dateKind')}
              value={date.kind}
              choices={kinds}
              onChange={(kind) => put(index, { ...date, kind })}
            />
            {date.kind === 'hours' && (
              <TextField
                bare
                pointer={`${at}#hours-${index}`}
                label={words('calendar.hours')}
                placeholder="09:00–12:00"
                value={date.hours}
                onChange={(hours) => put(index, { ...date, hours })}
              />
            )}
            <button type="button" class="faint" onClick={() => onChange({ ...calendar, dates: dates.toSpliced(index, 1) })}>
              {words('remove')} <span class="unseen">{date.date}</span>
            </button>
          </div>
        );
      })}
      <button
        type="button"
        class="faint tiny"
        onClick={() => onChange({ ...calendar, dates: [...dates, { date: '', kind: 'off', hours: '' }] })}
      >
        + {words('calendar.addDate')}
      </button>
    </div>
  );
};

/** Zones that the browser knows, for the list under the field. */
const zones = (): readonly string[] => [...new Set(['Asia/Shanghai', 'Asia/Taipei', 'UTC', ...Intl.supportedValuesOf('timeZone')])];

/** A calendar being edited: zone, region, hours of the weekdays, what changes from a date on, holidays, single dates. */
export const CalendarEditor = (props: EditorProps): JSX.Element => {
  const { calendar, pointer, onChange } = props;
  const { labels } = useDesk();
  const words = useClockWords();
  const known = useMemo(zones, []);
  const list = `zones${pointer.replace(/\W/g, '_')}`;
  return (
    <div class="calendar" data-pointer={pointer} tabIndex={-1}>
      <WrongAt pointer={pointer} />
      <div class="pair">
        <TextField
          pointer={`${pointer}/timeZone`}
          label={words('calendar.zone')}
          list={list}
          value={calendar.timeZone}
          onChange={(timeZone) => onChange({ ...calendar, timeZone })}
        />
        <datalist id={list}>
          {known.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <ChoiceField
          pointer={`${pointer}/region`}
          label={words('calendar.region')}
          value={calendar.region}
          choices={[
            { value: '', text: words('calendar.noRegion') },
            ...REGIONS.map((value) => ({ value, text: labels(`region.${value}`) })),
          ]}
          onChange={(region) => onChange({ ...calendar, region })}
        />
      </div>
      <h2 class="minor">{words('calendar.hours')}</h2>
      <Week weekly={calendar.weekly} pointer={`${pointer}/weekly`} onChange={(weekly) => onChange({ ...calendar, weekly })} />
      <h2 class="minor">{words('calendar.changes')}</h2>
      <Changes {...props} />
      <h2 class="minor">{words('calendar.holidays')}</h2>
      <Holidays {...props} />
      <h2 class="minor">{words('calendar.dates')}</h2>
      <p class="hint">{words('calendar.datesHint')}</p>
      <Dates {...props} />
    </div>
  );
};
