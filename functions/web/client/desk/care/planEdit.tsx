import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  copiedPlan,
  copiedTouchpoint,
  LAPSE_FIGURES,
  newTouchpoint,
  type CareDraft,
  type PlanDraft,
  type TouchpointDraft,
} from '../../../desk/careDraft.ts';
import { moved, readWords } from '../../../desk/rulesDraft.ts';
import { TextField, useAnyWrong, WrongAt } from '../clocks/fields.tsx';
import { useClockWords } from '../clocks/words.ts';
import { useDesk } from '../context.ts';
import { useOpened } from '../hooks.ts';
import { TouchpointEdit } from './touchpointEdit.tsx';
import { useCareWords, useProductsText } from './words.ts';

interface DraftProps {
  readonly draft: CareDraft;
  readonly onChange: (draft: CareDraft) => void;
}

/** The quiet hours being edited. */
export const QuietEdit = ({ draft, onChange }: DraftProps): JSX.Element => {
  const words = useCareWords();
  const { quiet } = draft;
  return (
    <section class="panel" data-pointer="/rules/quiet" tabIndex={-1}>
      <h2>{words('quiet.title')}</h2>
      <p class="hint">{words('quiet.hint')}</p>
      <div class="care-quiet-times">
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            pointer={`/rules/quiet/${end}`}
            label={words(`quiet.${end}`)}
            numeric
            placeholder="00:00"
            value={quiet[end]}
            onChange={(time) => onChange({ ...draft, quiet: { ...quiet, [end]: time } })}
          />
        ))}
      </div>
    </section>
  );
};

interface PointsProps {
  readonly pointer: string;
  readonly points: readonly TouchpointDraft[];
  readonly onChange: (points: readonly TouchpointDraft[]) => void;
}

const Points = ({ pointer, points, onChange }: PointsProps): JSX.Element => {
  const { announce } = useDesk();
  const words = useCareWords();
  const [fresh, setFresh] = useState<string | undefined>();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (fresh) list.current?.querySelector<HTMLElement>(`[data-point="${CSS.escape(fresh)}"] input`)?.focus();
  }, [fresh]);
  const insert = (index: number, point: TouchpointDraft): void => {
    onChange(points.toSpliced(index, 0, point));
    setFresh(point.id);
  };
  return (
    <div data-pointer={pointer} tabIndex={-1}>
      <h3>{words('touchpoints')}</h3>
      <WrongAt pointer={pointer} />
      <ul class="care-edits" role="list" ref={list}>
        {points.map((point, index) => (
          <TouchpointEdit
            key={point.id}
            pointer={`${pointer}/${index}`}
            point={point}
            open={point.id === fresh}
            onChange={(next) => onChange(points.with(index, next))}
            onCopy={() => {
              insert(index + 1, copiedTouchpoint(point));
              announce(words('point.copied'));
            }}
            onRemove={() => onChange(points.toSpliced(index, 1))}
          />
        ))}
      </ul>
      <button type="button" class="quiet" onClick={() => insert(points.length, newTouchpoint())}>
        + {words('point.add')}
      </button>
    </div>
  );
};

interface PlanProps {
  readonly plan: PlanDraft;
  readonly index: number;
  readonly count: number;
  readonly open: boolean;
  readonly onChange: (plan: PlanDraft) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onRemove: () => void;
}

const Figures = ({ plan, pointer, onChange }: Pick<PlanProps, 'plan' | 'onChange'> & { readonly pointer: string }): JSX.Element => {
  const words = useCareWords();
  return (
    <fieldset class="sub">
      <legend>{words('line.premium')}</legend>
      <div class="pair">
        <TextField
          pointer={`${pointer}/renewal/remindDaysBefore`}
          label={words('figure.remindDaysBefore')}
          hint={words('figureHint.remindDaysBefore')}
          value={plan.remindDaysBefore}
          onChange={(remindDaysBefore) => onChange({ ...plan, remindDaysBefore })}
        />
        <TextField
          pointer={`${pointer}/renewal/deliveredAtLeast`}
          label={words('figure.deliveredAtLeast')}
          hint={words('figureHint.deliveredAtLeast')}
          numeric
          value={plan.deliveredAtLeast}
          onChange={(deliveredAtLeast) => onChange({ ...plan, deliveredAtLeast })}
        />
        {LAPSE_FIGURES.map((figure) => (
          <TextField
            key={figure}
            pointer={`${pointer}/lapse/${figure}`}
            label={words(`figure.${figure}`)}
            numeric
            value={plan.lapse[figure]}
            onChange={(text) => onChange({ ...plan, lapse: { ...plan.lapse, [figure]: text } })}
          />
        ))}
      </div>
      <p class="hint">{words('figure.law')}</p>
    </fieldset>
  );
};

const Plan = ({ plan, index, count, open, onChange, onMove, onRemove }: PlanProps): JSX.Element => {
  const words = useCareWords();
  const clockWords = useClockWords();
  const productsText = useProductsText();
  const pointer = `/rules/plans/${index}`;
  const wrong = useAnyWrong(pointer);
  const products = readWords(plan.products);
  return (
    <li class={`panel policy${wrong ? ' policy-wrong' : ''}`} data-policy={plan.id}>
      <details ref={useOpened(open || wrong)} data-pointer={pointer} tabIndex={-1}>
        <summary>
          <span class="policy-number">{index + 1}</span> <strong>{plan.name || words('plan.unnamed')}</strong>{' '}
          <span class="small">{productsText(products.length > 0 ? { products } : {}, count === 1)}</span>
        </summary>
        <WrongAt pointer={pointer} />
        <WrongAt pointer={`${pointer}/id`} />
        <div class="pair">
          <TextField
            pointer={`${pointer}/name`}
            label={words('plan.name')}
            value={plan.name}
            onChange={(name) => onChange({ ...plan, name })}
          />
          <TextField
            pointer={`${pointer}/products`}
            label={words('plan.products')}
            hint={words('plan.productsHint')}
            value={plan.products}
            onChange={(text) => onChange({ ...plan, products: text })}
          />
        </div>
        <Figures plan={plan} pointer={pointer} onChange={onChange} />
        <Points
          pointer={`${pointer}/touchpoints`}
          points={plan.touchpoints}
          onChange={(touchpoints) => onChange({ ...plan, touchpoints })}
        />
      </details>
      {count > 1 && (
        <div class="buttons policy-buttons">
          <button type="button" class="faint tiny" disabled={index === 0} onClick={() => onMove(-1)}>
            ↑ {clockWords('policy.up')} <span class="unseen">{plan.name}</span>
          </button>
          <button type="button" class="faint tiny" disabled={index === count - 1} onClick={() => onMove(1)}>
            ↓ {clockWords('policy.down')} <span class="unseen">{plan.name}</span>
          </button>
          <button type="button" class="faint tiny" onClick={onRemove}>
            {clockWords('remove')} <span class="unseen">{plan.name}</span>
          </button>
        </div>
      )}
    </li>
  );
};

/** The plans being edited: their order is their meaning. */
export const PlansEdit = ({ draft, onChange }: DraftProps): JSX.Element => {
  const { announce } = useDesk();
  const words = useCareWords();
  const clockWords = useClockWords();
  const { plans } = draft;
  const [fresh, setFresh] = useState(plans.length === 1 ? plans[0]?.id : undefined);
  const put = (next: readonly PlanDraft[]): void => onChange({ ...draft, plans: next });
  const move = (index: number, step: 1 | -1): void => {
    put(moved(plans, index, step));
    announce(clockWords('policy.moved', { name: plans[index]?.name ?? '', number: index + step + 1 }));
  };
  const add = (): void => {
    const last = plans.at(-1);
    if (!last) return;
    const plan = copiedPlan(
      last,
      plans.map(({ id }) => id),
    );
    setFresh(plan.id);
    // The last one takes all: whatever came after it would take none.
    put(readWords(last.products).length === 0 ? [...plans.slice(0, -1), plan, last] : [...plans, plan]);
  };
  return (
    <div data-pointer="/rules/plans" tabIndex={-1}>
      <p class="hint">{words('plan.order')}</p>
      <WrongAt pointer="/rules/plans" />
      <ol class="policies" role="list">
        {plans.map((plan, index) => (
          <Plan
            key={plan.id}
            plan={plan}
            index={index}
            count={plans.length}
            open={plan.id === fresh}
            onChange={(next) => put(plans.with(index, next))}
            onMove={(step) => move(index, step)}
            onRemove={() => put(plans.toSpliced(index, 1))}
          />
        ))}
      </ol>
      <p>
        <button type="button" class="quiet" onClick={add}>
          + {words('plan.add')}
        </button>{' '}
        <span class="hint">{words('plan.addHint')}</span>
      </p>
    </div>
  );
};
