import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CommonKey } from '../../../../content/common/index.ts';
import { formatWorkTime } from '../../../../content/desk/workTime.ts';
import { SERVICE_CLOCKS, type ClockRules, type PolicyCondition, type SlaPolicy } from '../../../../domain/clocks/rules.ts';
import {
  conditionOf,
  LISTED_CONDITIONS,
  moved,
  newPolicy,
  takesAll,
  TYPED_CONDITIONS,
  type ListedCondition,
  type PolicyDraft,
  type RulesDraft,
} from '../../../desk/rulesDraft.ts';
import { segmentName } from '../../../desk/story.ts';
import { useDesk } from '../context.ts';
import { useOpened } from '../hooks.ts';
import { Boxes, ChoiceField, TextField, useAnyWrong, WrongAt } from './fields.tsx';
import { useClockWords } from './words.ts';

const CONDITIONS = ['kinds', 'priorities', 'categories', 'segments', 'products', 'contracts', 'regions'] as const;

/** Words for the values of a condition. */
const useValueWords = (): ((name: (typeof CONDITIONS)[number], value: string) => string) => {
  const { words, labels } = useDesk();
  const PREFIX = { kinds: 'kind', priorities: 'priority', categories: 'category' } as const;
  const label = (key: string): string => {
    const known = (one: string): one is CommonKey => /^(kind|priority|category)\./.test(one);
    return known(key) ? labels(key) : key;
  };
  return (name, value) => {
    if (name === 'regions') return value === 'CN' || value === 'TW' ? labels(`region.${value}`) : value;
    if (name === 'kinds' || name === 'priorities' || name === 'categories') return label(`${PREFIX[name]}.${value}`);
    return name === 'segments' ? segmentName(value, words) : value;
  };
};

const useConditionText = (): ((when: PolicyCondition) => string) => {
  const words = useClockWords();
  const valueWords = useValueWords();
  return (when) => {
    if (takesAll(when)) return words('policy.everyCase');
    return CONDITIONS.flatMap((name) => {
      const list = when[name];
      if (!list) return [];
      return [`${words(`condition.${name}`)}${words('colon')}${list.map((value) => valueWords(name, value)).join(words('or'))}`];
    }).join(words('and'));
  };
};

/** The policies, in the order in which they are tried. */
export const PolicyList = ({ policies }: Pick<ClockRules, 'policies'>): JSX.Element => {
  const { words: deskWords, locale } = useDesk();
  const words = useClockWords();
  const conditionText = useConditionText();
  return (
    <>
      <p class="hint">{words('policy.order')}</p>
      <ol class="policies" role="list">
        {policies.map(({ id, name, when, calendar, targets }: SlaPolicy, index) => (
          <li key={id} class="panel policy">
            <h2>
              <span class="policy-number">{index + 1}</span> {name}
            </h2>
            <p>{conditionText(when)}</p>
            <dl class="tally-facts">
              {SERVICE_CLOCKS.map((clock) => (
                <div key={clock}>
                  <dt>{deskWords(`clock.${clock}`)}</dt>
                  <dd>{formatWorkTime(targets[clock] * 60, locale)}</dd>
                </div>
              ))}
              <div>
                <dt>{deskWords('clock.calendar')}</dt>
                <dd>{calendar ?? words('policy.regionCalendar')}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ol>
    </>
  );
};

interface CardProps {
  readonly policy: PolicyDraft;
  readonly index: number;
  readonly last: boolean;
  readonly calendars: readonly string[];
  readonly open: boolean;
  readonly onChange: (policy: PolicyDraft) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
}

const Card = ({ policy, index, last, calendars, open, onChange, onMove, onRemove }: CardProps): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  const valueWords = useValueWords();
  const conditionText = useConditionText();
  const pointer = `/rules/policies/${index}`;
  const wrong = useAnyWrong(pointer);
  const listed = (name: ListedCondition): JSX.Element => (
    <Boxes
      key={name}
      pointer={`${pointer}/when/${name}`}
      label={words(`condition.${name}`)}
      chosen={policy.listed[name]}
      choices={LISTED_CONDITIONS[name].map((value) => ({ value, text: valueWords(name, value) }))}
      onChange={(chosen) => onChange({ ...policy, listed: { ...policy.listed, [name]: chosen } })}
    />
  );
  return (
    <li class={`panel policy${wrong ? ' policy-wrong' : ''}`} data-policy={policy.key}>
      <details ref={useOpened(open || wrong)} data-pointer={pointer} tabIndex={-1}>
        <summary>
          <span class="policy-number">{index + 1}</span> <strong>{policy.name || words('policy.unnamed')}</strong>{' '}
          <span class="small">{conditionText(conditionOf(policy))}</span>
        </summary>
        <WrongAt pointer={pointer} />
        <WrongAt pointer={`${pointer}/id`} />
        <div class="pair">
          <TextField
            pointer={`${pointer}/name`}
            label={words('policy.name')}
            value={policy.name}
            onChange={(name) => onChange({ ...policy, name })}
          />
          <ChoiceField
            pointer={`${pointer}/calendar`}
            label={deskWords('clock.calendar')}
            value={policy.calendar}
            choices={[{ value: '', text: words('policy.regionCalendar') }, ...calendars.map((value) => ({ value, text: value }))]}
            onChange={(calendar) => onChange({ ...policy, calendar })}
          />
        </div>
        <h2 class="minor">{words('policy.targets')}</h2>
        <div class="targets">
          {SERVICE_CLOCKS.map((clock) => (
            <fieldset key={clock} class="target" data-pointer={`${pointer}/targets/${clock}`} tabIndex={-1}>
              <legend>{deskWords(`clock.${clock}`)}</legend>
              <div class="target-inputs">
                {(['hours', 'minutes'] as const).map((part) => (
                  <label key={part}>
                    <input
                      class="short"
                      inputMode="numeric"
                      autocomplete="off"
                      value={policy.targets[clock][part]}
                      onInput={(event) =>
                        onChange({
                          ...policy,
                          targets: { ...policy.targets, [clock]: { ...policy.targets[clock], [part]: event.currentTarget.value } },
                        })
                      }
                    />{' '}
                    {words(`unit.${part}`)}
                  </label>
                ))}
              </div>
              <WrongAt pointer={`${pointer}/targets/${clock}`} />
            </fieldset>
          ))}
        </div>
        <h2 class="minor">{words('policy.for')}</h2>
        <p class="hint">{words('policy.forHint')}</p>
        <WrongAt pointer={`${pointer}/when`} />
        <div data-pointer={`${pointer}/when`} tabIndex={-1} class="conditions">
          {listed('kinds')}
          {listed('priorities')}
          {listed('categories')}
          {listed('regions')}
          {TYPED_CONDITIONS.map((name) => (
            <TextField
              key={name}
              pointer={`${pointer}/when/${name}`}
              label={words(`condition.${name}`)}
              hint={words(`conditionHint.${name}`)}
              value={policy.typed[name]}
              onChange={(text) => onChange({ ...policy, typed: { ...policy.typed, [name]: text } })}
            />
          ))}
        </div>
      </details>
      <div class="buttons policy-buttons">
        <button type="button" class="faint tiny" data-move="up" disabled={index === 0} onClick={() => onMove(-1)}>
          ↑ {words('policy.up')} <span class="unseen">{policy.name}</span>
        </button>
        <button type="button" class="faint tiny" data-move="down" disabled={last} onClick={() => onMove(1)}>
          ↓ {words('policy.down')} <span class="unseen">{policy.name}</span>
        </button>
        <button type="button" class="faint tiny" onClick={onRemove}>
          {words('remove')} <span class="unseen">{policy.name}</span>
        </button>
      </div>
    </li>
  );
};

interface EditorProps {
  readonly draft: RulesDraft;
  readonly onChange: (draft: RulesDraft) => void;
}

/** The policies being edited: their order is their meaning. */
export const PolicyEditor = ({ draft, onChange }: EditorProps): JSX.Element => {
  const { announce } = useDesk();
  const words = useClockWords();
  const [fresh, setFresh] = useState<string | undefined>();
  const [focus, setFocus] = useState<{ readonly key: string; readonly move: 'up' | 'down' } | undefined>();
  const list = useRef<HTMLOListElement>(null);
  const { policies } = draft;
  const put = (next: readonly PolicyDraft[]): void => onChange({ ...draft, policies: next });

  useEffect(() => {
    if (!focus) return;
    const card = list.current?.querySelector(`[data-policy="${CSS.escape(focus.key)}"]`);
    const button = card?.querySelector<HTMLButtonElement>(`[data-move="${focus.move}"]`);
    (button?.disabled ? card?.querySelector<HTMLButtonElement>('[data-move]:not([disabled])') : button)?.focus();
    setFocus(undefined);
  }, [focus]);

  const move = (index: number, step: 1 | -1): void => {
    const policy = policies[index];
    if (!policy) return;
    put(moved(policies, index, step));
    setFocus({ key: policy.key, move: step < 0 ? 'up' : 'down' });
    announce(words('policy.moved', { name: policy.name, number: index + step + 1 }));
  };
  const add = (): void => {
    const policy = newPolicy(policies.map(({ id }) => id));
    setFresh(policy.key);
    const end = policies.at(-1);
    // The last one takes all: whatever came after it would take none.
    put(end && takesAll(conditionOf(end)) ? [...policies.slice(0, -1), policy, end] : [...policies, policy]);
  };
  return (
    <div data-pointer="/rules/policies" tabIndex={-1}>
      <p class="hint">{words('policy.order')}</p>
      <WrongAt pointer="/rules/policies" />
      <ol class="policies" role="list" ref={list}>
        {policies.map((policy, index) => (
          <Card
            key={policy.key}
            policy={policy}
            index={index}
            last={index === policies.length - 1}
            calendars={draft.calendars.map(({ id }) => id)}
            open={policy.key === fresh}
            onChange={(next) => put(policies.with(index, next))}
            onMove={(step) => move(index, step)}
            onRemove={() => put(policies.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <button type="button" class="quiet" onClick={add}>
        + {words('policy.add')}
      </button>
    </div>
  );
};
