import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Calendar, Week } from '../../../../domain/clocks/calendar.ts';
import { REGIONS } from '../../../../domain/clocks/regions/holidayYear.ts';
import { standardCalendar, type ClockRules } from '../../../../domain/clocks/rules.ts';
import { calendarPointer, hoursText, newCalendar, weekGroups } from '../../../desk/calendarDraft.ts';
import { freeId, type RulesDraft } from '../../../desk/rulesDraft.ts';
import { useDesk } from '../context.ts';
import { useOpened } from '../hooks.ts';
import { CalendarEditor } from './calendarEditor.tsx';
import { ChoiceField, TextField, useAnyWrong, WrongAt } from './fields.tsx';
import { useClockWords, useDateText } from './words.ts';

const WeekLines = ({ week }: { readonly week: Week }): JSX.Element => {
  const words = useClockWords();
  return (
    <ul class="week-lines" role="list">
      {weekGroups(week).map(({ from, to, hours }) => (
        <li key={from}>
          <span>
            {from === to
              ? words(`weekday.${from}`)
              : words('weekday.range', { from: words(`weekday.${from}`), to: words(`weekday.${to}`) })}
          </span>{' '}
          {hours}
        </li>
      ))}
    </ul>
  );
};

const CalendarCard = ({ id, calendar }: { readonly id: string; readonly calendar: Calendar }): JSX.Element => {
  const { labels } = useDesk();
  const words = useClockWords();
  const dateText = useDateText();
  const { timeZone, region, weekly, changes = [], holidays = [], dates = {} } = calendar;
  return (
    <li class="panel">
      <h2>{id}</h2>
      <p class="small">
        {timeZone} · {region ? words('calendar.withRegion', { region: labels(`region.${region}`) }) : words('calendar.noRegion')}
      </p>
      <WeekLines week={weekly} />
      {changes.map((change) => (
        <div key={change.from}>
          <h3 class="minor">{words('calendar.change', { date: dateText(change.from) })}</h3>
          <WeekLines week={change.weekly} />
        </div>
      ))}
      {holidays.length > 0 && (
        <p>
          <strong>{words('calendar.holidays')}</strong> {holidays.map((date) => dateText(date)).join(' · ')}
        </p>
      )}
      {Object.keys(dates).length > 0 && (
        <p>
          <strong>{words('calendar.dates')}</strong>{' '}
          {Object.entries(dates)
            .map(
              ([date, entry]) =>
                `${dateText(date)} ${entry === 'off' || entry === 'work' ? words(`calendar.date.${entry}`) : hoursText(entry)}`,
            )
            .join(' · ')}
        </p>
      )}
    </li>
  );
};

/** The calendars by which policies count. */
export const CalendarList = ({ calendars, region }: Pick<ClockRules, 'calendars' | 'region'>): JSX.Element => {
  const { labels } = useDesk();
  const words = useClockWords();
  return (
    <>
      <p>{words('rules.teamRegion', { region: labels(`region.${region}`) })}</p>
      <ul class="cards" role="list">
        {Object.entries(calendars).map(([id, calendar]) => (
          <CalendarCard key={id} id={id} calendar={calendar} />
        ))}
      </ul>
    </>
  );
};

interface EditorProps {
  readonly draft: RulesDraft;
  readonly onChange: (draft: RulesDraft) => void;
}

const NEEDED: readonly string[] = REGIONS.map(standardCalendar);

const CalendarFold = ({
  entry,
  open,
  onChange,
  onRemove,
}: {
  readonly entry: RulesDraft['calendars'][number];
  readonly open: boolean;
  readonly onChange: (entry: RulesDraft['calendars'][number]) => void;
  readonly onRemove: () => void;
}): JSX.Element => {
  const words = useClockWords();
  const pointer = calendarPointer(entry.id);
  const wrong = useAnyWrong(pointer);
  const needed = NEEDED.includes(entry.key);
  return (
    <li class={`panel policy${wrong ? ' policy-wrong' : ''}`}>
      <details ref={useOpened(open || wrong)}>
        <summary>
          <strong>{entry.id || '…'}</strong> <span class="small">{entry.calendar.timeZone}</span>
        </summary>
        {!needed && (
          <TextField
            pointer={`${pointer}#id`}
            label={words('calendar.id')}
            hint={words('calendar.idHint')}
            value={entry.id}
            onChange={(id) => onChange({ ...entry, id })}
          />
        )}
        <WrongAt pointer={pointer} />
        <CalendarEditor calendar={entry.calendar} pointer={pointer} onChange={(calendar) => onChange({ ...entry, calendar })} />
      </details>
      {!needed && (
        <div class="buttons policy-buttons">
          <button type="button" class="faint tiny" onClick={onRemove}>
            {words('remove')} <span class="unseen">{entry.id}</span>
          </button>
        </div>
      )}
    </li>
  );
};

/** The calendars and the team's region being edited. The standard calendars of the regions cannot be removed. */
export const CalendarsEditor = ({ draft, onChange }: EditorProps): JSX.Element => {
  const { labels } = useDesk();
  const words = useClockWords();
  const [fresh, setFresh] = useState<string | undefined>();
  const { calendars } = draft;
  const add = (): void => {
    const id = freeId(
      'calendar',
      calendars.map((one) => one.id),
    );
    setFresh(id);
    onChange({ ...draft, calendars: [...calendars, { key: id, id, calendar: newCalendar(calendars[0]?.calendar.timeZone ?? 'UTC') }] });
  };
  return (
    <div data-pointer="/rules/calendars" tabIndex={-1}>
      <ChoiceField
        pointer="/rules/region"
        label={words('rules.region')}
        hint={words('rules.regionHint')}
        value={draft.region}
        choices={REGIONS.map((value) => ({ value, text: labels(`region.${value}`) }))}
        onChange={(region) => onChange({ ...draft, region })}
      />
      <WrongAt pointer="/rules/calendars" />
      <ul class="policies" role="list">
        {calendars.map((entry, index) => (
          <CalendarFold
            key={entry.key}
            entry={entry}
            open={entry.key === fresh}
            onChange={(next) => onChange({ ...draft, calendars: calendars.with(index, next) })}
            onRemove={() => onChange({ ...draft, calendars: calendars.toSpliced(index, 1) })}
          />
        ))}
      </ul>
      <button type="button" class="quiet" onClick={add}>
        + {words('calendar.add')}
      </button>
    </div>
  );
};
