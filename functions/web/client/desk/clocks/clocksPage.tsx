import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { errorSentence } from '../../../../content/common/index.ts';
import { formatDateTime } from '../../../../content/format.ts';
import { formatWorkTime } from '../../../../content/desk/workTime.ts';
import { REGIONS } from '../../../../domain/clocks/regions/holidayYear.ts';
import { SERVICE_CLOCKS, type ClockRules } from '../../../../domain/clocks/rules.ts';
import type { WrongField } from '../../../desk/answers.ts';
import { newCalendar, zoneToShow } from '../../../desk/calendarDraft.ts';
import { wallTime } from '../../../desk/localTime.ts';
import { LEGAL_UNITS, previewBody, previewMistakes, PREVIEWS, type PreviewDraft, type PreviewKind } from '../../../desk/previewForm.ts';
import { hashOf } from '../../../desk/routes.ts';
import { targetDraft } from '../../../desk/rulesDraft.ts';
import type { Failure, PreviewAnswers } from '../api.ts';
import { FailureNotice, Loading } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { useHeadingFocus, useRules } from '../hooks.ts';
import { CalendarEditor } from './calendarEditor.tsx';
import { ChoiceField, TextField, WrongAt, WrongsProvider, WrongSummary } from './fields.tsx';
import { ReceiptView } from './receiptView.tsx';
import { useClockWords, useDateText } from './words.ts';

/** An answer with what it was asked, so that marks and zone stay those of the question while the form changes. */
type Asked = {
  readonly [Kind in PreviewKind]: {
    readonly kind: Kind;
    readonly answer: PreviewAnswers[Kind];
    readonly zone: string;
    readonly start: string;
    readonly end: string;
  };
}[PreviewKind];

const startDraft = (rules: ClockRules, now: string): PreviewDraft => {
  const calendar = `${rules.region.toLowerCase()}-standard`;
  const zone = rules.calendars[calendar]?.timeZone ?? 'UTC';
  const today = wallTime(now, zone);
  return {
    calendar,
    own: newCalendar(zone),
    start: today,
    end: '',
    pauses: [],
    targets: [{ name: '', ...targetDraft(8 * 60) }],
    legal: { event: today.slice(0, 10), unit: 'days', length: '7', region: rules.region },
    contract: { signedOn: today.slice(0, 10), months: '1, 4, 7, 10, 12' },
  };
};

interface PartProps {
  readonly draft: PreviewDraft;
  readonly rules: ClockRules;
  readonly onChange: (draft: PreviewDraft) => void;
}

const CalendarChoice = ({ draft, rules, onChange }: PartProps): JSX.Element => {
  const words = useClockWords();
  const choices = [
    ...Object.entries(rules.calendars).map(([id, { timeZone }]) => ({ value: id, text: `${id} (${timeZone})` })),
    { value: '', text: words('preview.ownCalendar') },
  ];
  return (
    <>
      <ChoiceField
        pointer={draft.calendar ? '/calendar' : '/calendar-choice'}
        label={words('preview.calendar')}
        value={draft.calendar}
        choices={choices}
        onChange={(calendar) => onChange({ ...draft, calendar })}
      />
      {draft.calendar === '' && (
        <fieldset class="sub">
          <legend>{words('preview.ownCalendar')}</legend>
          <CalendarEditor calendar={draft.own} pointer="/calendar" onChange={(own) => onChange({ ...draft, own })} />
        </fieldset>
      )}
    </>
  );
};

const Pauses = ({ draft, onChange }: Pick<PartProps, 'draft' | 'onChange'>): JSX.Element => {
  const words = useClockWords();
  const { pauses } = draft;
  const put = (index: number, pause: PreviewDraft['pauses'][number]): void => onChange({ ...draft, pauses: pauses.with(index, pause) });
  return (
    <fieldset class="sub" data-pointer="/pauses" tabIndex={-1}>
      <legend>{words('preview.pauses')}</legend>
      <WrongAt pointer="/pauses" />
      {pauses.map((pause, index) => (
        <div key={index} class="pause-line">
          <TextField
            pointer={`/pauses/${index}/from`}
            label={words('table.from')}
            type="datetime-local"
            value={pause.from}
            onChange={(from) => put(index, { ...pause, from })}
          />
          <TextField
            pointer={`/pauses/${index}/to`}
            label={words('table.to')}
            type="datetime-local"
            value={pause.to}
            onChange={(to) => put(index, { ...pause, to })}
          />
          <button type="button" class="faint" onClick={() => onChange({ ...draft, pauses: pauses.toSpliced(index, 1) })}>
            {words('remove')} <span class="unseen">{words('preview.pause', { number: index + 1 })}</span>
          </button>
        </div>
      ))}
      <button type="button" class="faint tiny" onClick={() => onChange({ ...draft, pauses: [...pauses, { from: draft.start, to: '' }] })}>
        + {words('preview.addPause')}
      </button>
    </fieldset>
  );
};

const Targets = ({ draft, rules, onChange }: PartProps): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  const { targets } = draft;
  const put = (index: number, target: PreviewDraft['targets'][number]): void =>
    onChange({ ...draft, targets: targets.with(index, target) });
  const take = (id: string): void => {
    const policy = rules.policies.find((one) => one.id === id);
    if (!policy) return;
    const taken = SERVICE_CLOCKS.map((clock) => ({ name: deskWords(`clock.${clock}`), ...targetDraft(policy.targets[clock]) }));
    onChange({ ...draft, targets: taken, calendar: policy.calendar ?? draft.calendar });
  };
  return (
    <fieldset class="sub" data-pointer="/targets" tabIndex={-1}>
      <legend>{words('preview.targets')}</legend>
      <WrongAt pointer="/targets" />
      {targets.map((target, index) => (
        <div key={index} class="target-line">
          <TextField
            pointer={`/targets/${index}/name`}
            label={words('preview.targetName')}
            value={target.name}
            onChange={(name) => put(index, { ...target, name })}
          />
          <TextField
            pointer={`/targets/${index}/seconds`}
            label={words('unit.hours')}
            numeric
            value={target.hours}
            onChange={(hours) => put(index, { ...target, hours })}
          />
          <TextField
            pointer={`/targets/${index}/minutes`}
            label={words('unit.minutes')}
            numeric
            value={target.minutes}
            onChange={(minutes) => put(index, { ...target, minutes })}
          />
          {targets.length > 1 && (
            <button type="button" class="faint" onClick={() => onChange({ ...draft, targets: targets.toSpliced(index, 1) })}>
              {words('remove')} <span class="unseen">{target.name}</span>
            </button>
          )}
        </div>
      ))}
      <div class="buttons">
        <button
          type="button"
          class="faint tiny"
          onClick={() => onChange({ ...draft, targets: [...targets, { name: '', hours: '', minutes: '' }] })}
        >
          + {words('preview.addTarget')}
        </button>
        <label class="inline">
          <span>{words('preview.fromPolicy')}</span>{' '}
          <select value="" onChange={(event) => take(event.currentTarget.value)}>
            <option value="">{deskWords('field.choose')}</option>
            {rules.policies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
    </fieldset>
  );
};

const LegalPart = ({ draft, onChange }: Pick<PartProps, 'draft' | 'onChange'>): JSX.Element => {
  const { words: deskWords, labels } = useDesk();
  const words = useClockWords();
  const { legal } = draft;
  const put = (change: Partial<PreviewDraft['legal']>): void => onChange({ ...draft, legal: { ...legal, ...change } });
  return (
    <div class="quad">
      <TextField pointer="/legal/event" label={words('legal.event')} type="date" value={legal.event} onChange={(event) => put({ event })} />
      <TextField
        pointer={`/legal/${legal.unit}`}
        label={words('legal.length')}
        numeric
        value={legal.length}
        onChange={(length) => put({ length })}
      />
      <ChoiceField
        pointer="/legal"
        label={words('legal.unit')}
        value={legal.unit}
        choices={LEGAL_UNITS.map((value) => ({ value, text: words(`legal.unit.${value}`) }))}
        onChange={(unit) => put({ unit })}
      />
      <ChoiceField
        pointer="/legal/region"
        label={deskWords('field.region')}
        value={legal.region}
        choices={REGIONS.map((value) => ({ value, text: labels(`region.${value}`) }))}
        onChange={(region) => put({ region })}
      />
    </div>
  );
};

const ContractPart = ({ draft, onChange }: Pick<PartProps, 'draft' | 'onChange'>): JSX.Element => {
  const words = useClockWords();
  const { contract } = draft;
  return (
    <div class="pair">
      <TextField
        pointer="/contract/signedOn"
        label={words('contract.signedOn')}
        type="date"
        value={contract.signedOn}
        onChange={(signedOn) => onChange({ ...draft, contract: { ...contract, signedOn } })}
      />
      <TextField
        pointer="/contract/months"
        label={words('contract.months')}
        hint={words('contract.monthsHint')}
        value={contract.months}
        onChange={(months) => onChange({ ...draft, contract: { ...contract, months } })}
      />
    </div>
  );
};

const TimePart = ({ kind, zone, ...props }: PartProps & { readonly kind: PreviewKind; readonly zone: string }): JSX.Element => {
  const words = useClockWords();
  const { draft, onChange } = props;
  return (
    <>
      <CalendarChoice {...props} />
      <div class="pair">
        <TextField
          pointer="/start"
          label={words('preview.start')}
          hint={words('preview.inZone', { zone })}
          type="datetime-local"
          value={draft.start}
          onChange={(start) => onChange({ ...draft, start })}
        />
        {kind === 'elapsed' && (
          <TextField
            pointer="/end"
            label={words('preview.end')}
            hint={words('preview.inZone', { zone })}
            type="datetime-local"
            value={draft.end}
            onChange={(end) => onChange({ ...draft, end })}
          />
        )}
      </div>
      <Pauses {...props} />
      {kind === 'due' && <Targets {...props} />}
    </>
  );
};

const Unconfirmed = ({ years }: { readonly years: readonly number[] | undefined }): JSX.Element | null => {
  const { words } = useDesk();
  return years && years.length > 0 ? <p class="clock-unconfirmed">△ {words('clock.unconfirmed', { years: years.join(', ') })}</p> : null;
};

const Result = ({ asked }: { readonly asked: Asked }): JSX.Element => {
  const { locale, zone: own } = useDesk();
  const words = useClockWords();
  const dateText = useDateText();
  const moment = (at: string): string => formatDateTime(at, locale, asked.zone);
  switch (asked.kind) {
    case 'due':
      return (
        <>
          {Object.entries(asked.answer.due).map(([name, due]) => (
            <section key={name} class="result">
              <h3>{name}</h3>
              <p class="result-main">{moment(due)}</p>
              {own !== asked.zone && <p class="hint">{formatDateTime(due, locale, own)}</p>}
              <Unconfirmed years={asked.answer.unconfirmed[name]} />
              <ReceiptView
                lines={asked.answer.receipts[name] ?? []}
                marks={[
                  { name: 'start', at: asked.start },
                  { name: 'due', at: due },
                ]}
                zone={asked.zone}
              />
            </section>
          ))}
        </>
      );
    case 'elapsed':
      return (
        <section class="result">
          <h3>{words('preview.elapsed')}</h3>
          <p class="result-main">{formatWorkTime(asked.answer.elapsedSeconds, locale)}</p>
          <p class="hint">{words('preview.seconds', { seconds: asked.answer.elapsedSeconds })}</p>
          <Unconfirmed years={asked.answer.unconfirmed} />
          <ReceiptView
            lines={asked.answer.receipt}
            marks={[
              { name: 'start', at: asked.start },
              { name: 'done', at: asked.end },
            ]}
            zone={asked.zone}
          />
        </section>
      );
    case 'legal': {
      const { rawLastDay, lastDay, internalTarget, unconfirmed } = asked.answer;
      return (
        <section class="result">
          <dl class="tally-facts">
            <div>
              <dt>{words('legal.lastDay')}</dt>
              <dd class="result-main">{dateText(lastDay)}</dd>
            </div>
            <div>
              <dt>{words('legal.rawLastDay')}</dt>
              <dd>{dateText(rawLastDay)}</dd>
            </div>
            <div>
              <dt>{words('legal.internalTarget')}</dt>
              <dd>{dateText(internalTarget)}</dd>
            </div>
          </dl>
          <p class="hint">{words('legal.text')}</p>
          <Unconfirmed years={unconfirmed} />
        </section>
      );
    }
    case 'contract':
      return (
        <section class="result">
          <table class="grid">
            <thead>
              <tr>
                <th scope="col">{words('contract.month')}</th>
                <th scope="col">{words('contract.date')}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(asked.answer.dates).map(([month, date]) => (
                <tr key={month}>
                  <th scope="row">{words('contract.after', { months: Number(month) })}</th>
                  <td>{dateText(date)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
};

const Preview = ({ kind, rules }: { readonly kind: PreviewKind; readonly rules: ClockRules }): JSX.Element => {
  const { api, locale, now, zone: own, words: deskWords } = useDesk();
  const words = useClockWords();
  const [draft, setDraft] = useState(() => startDraft(rules, now));
  const [wrongs, setWrongs] = useState<readonly WrongField[]>([]);
  const [failure, setFailure] = useState<Failure | undefined>();
  const [asked, setAsked] = useState<Asked | undefined>();
  const [asking, setAsking] = useState(false);
  const result = useRef<HTMLHeadingElement>(null);
  useEffect(() => setWrongs([]), [kind]); // what was wrong with another question
  const calendar = rules.calendars[draft.calendar];
  const zone = calendar ? zoneToShow(calendar, own) : draft.own.timeZone.trim();
  const named: PreviewDraft = {
    ...draft,
    // One target needs no name of its own.
    targets: draft.targets.map((one, index) => ({ ...one, name: one.name.trim() || words('preview.target', { number: index + 1 }) })),
  };

  const ask = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (asking) return;
    const mistakes = previewMistakes(kind, named).map((mistake) => ({ pointer: mistake.pointer, detail: errorSentence(locale, mistake) }));
    setWrongs(mistakes);
    setFailure(undefined);
    if (mistakes.length > 0) return;
    setAsking(true);
    const body = previewBody(kind, named, zone);
    const told = await answerOf(kind, body);
    setAsking(false);
    if (!told.ok) {
      const { failure: cause } = told;
      setWrongs(cause.kind === 'invalid' ? cause.errors : []);
      setFailure(cause.kind === 'invalid' && cause.errors.length > 0 ? undefined : cause);
      return;
    }
    setAsked(told.value);
    requestAnimationFrame(() => result.current?.focus());
  };

  const answerOf = async (one: PreviewKind, body: Readonly<Record<string, unknown>>) => {
    const beside = { zone, start: String(body['start'] ?? ''), end: String(body['end'] ?? '') };
    switch (one) {
      case 'due': {
        const answer = await api.preview(one, body);
        return answer.ok ? { ok: true as const, value: { kind: one, answer: answer.value, ...beside } } : answer;
      }
      case 'elapsed': {
        const answer = await api.preview(one, body);
        return answer.ok ? { ok: true as const, value: { kind: one, answer: answer.value, ...beside } } : answer;
      }
      case 'legal': {
        const answer = await api.preview(one, body);
        return answer.ok ? { ok: true as const, value: { kind: one, answer: answer.value, ...beside } } : answer;
      }
      case 'contract': {
        const answer = await api.preview(one, body);
        return answer.ok ? { ok: true as const, value: { kind: one, answer: answer.value, ...beside } } : answer;
      }
    }
  };

  const props = { draft, rules, onChange: setDraft };
  return (
    <div class="preview">
      <form class="preview-form panel" noValidate onSubmit={(event) => void ask(event)}>
        <WrongsProvider value={wrongs}>
          <WrongSummary wrongs={wrongs} />
          {failure && <FailureNotice failure={failure} />}
          {(kind === 'due' || kind === 'elapsed') && <TimePart kind={kind} zone={zone} {...props} />}
          {kind === 'legal' && <LegalPart {...props} />}
          {kind === 'contract' && <ContractPart {...props} />}
          <div class="buttons">
            <button type="submit" class="primary" disabled={asking}>
              {asking ? deskWords('loading') : words('preview.ask')}
            </button>
          </div>
        </WrongsProvider>
      </form>
      {asked?.kind === kind && (
        <div class="panel preview-result">
          <h2 ref={result} tabIndex={-1}>
            {words('preview.result')}
          </h2>
          <Result asked={asked} />
        </div>
      )}
    </div>
  );
};

/** What the clocks would say: due times, elapsed time, legal days, contract months, by the code that runs on cases. */
export const ClocksPage = ({ kind }: { readonly kind: PreviewKind }): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  const rules = useRules();
  const heading = useHeadingFocus('clocks', `${words('preview.title')} · ${deskWords('title')}`);
  return (
    <div class="clocks-page">
      <h1 ref={heading} tabIndex={-1}>
        {words('preview.title')}
      </h1>
      <p class="hint">{words('preview.text')}</p>
      <nav class="tabs" aria-label={words('preview.title')}>
        {PREVIEWS.map((one) => (
          <a key={one} href={hashOf({ screen: 'clocks', kind: one })} class="tab" aria-current={one === kind ? 'page' : undefined}>
            {words(`preview.${one}`)}
          </a>
        ))}
      </nav>
      {rules.failure && !rules.value && <FailureNotice failure={rules.failure} again={() => void rules.reload()} />}
      {!rules.value && !rules.failure && <Loading />}
      {rules.value && <Preview kind={kind} rules={rules.value.rules} />}
    </div>
  );
};
