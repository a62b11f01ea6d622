import type { ComponentChildren, JSX } from 'preact';
import type { RenewalView } from '../../../../domain/contract/careView.ts';
import { RENEWAL_STAGES, type RenewalStage } from '../../../../domain/contract/model.ts';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { dateOf, daysUntil } from '../../../desk/contractDue.ts';
import { Notice } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { Status } from './statusBits.tsx';
import { useContractWords, useDayText, useDistance } from './words.ts';

interface PartProps {
  readonly of: ContractAnswer;
}

/** What the status of today means, in a sentence. */
const useMeaning = (): ((of: ContractAnswer) => string) => {
  const { now } = useDesk();
  const words = useContractWords();
  const dayText = useDayText();
  const distance = useDistance();
  return ({ status, dueOn, terms, lastDay, renewal }) => {
    if (status === 'ended') return words('today.ended', { date: lastDay ? dayText(lastDay) : '' });
    if (!dueOn) return words('today.nothing');
    const days = daysUntil(dateOf(terms.customer, now), dueOn);
    const graceEnd = renewal ? dayText(renewal.graceEnd) : '';
    return words(`today.${status}`, { date: dayText(dueOn), lastDay: graceEnd, distance: distance(days) });
  };
};

interface StageProps {
  readonly stage: RenewalStage;
  readonly now: RenewalStage;
  readonly children: ComponentChildren;
}

const Stage = ({ stage, now, children }: StageProps): JSX.Element => {
  const words = useContractWords();
  const { words: deskWords } = useDesk();
  const state = stage === now ? 'now' : RENEWAL_STAGES.indexOf(stage) < RENEWAL_STAGES.indexOf(now) ? 'done' : 'ahead';
  return (
    <li class={`step step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span class="renewal-stage">{words(`renewal.${stage}`)}</span>
      {state !== 'ahead' && <span class="unseen"> {deskWords(state === 'now' ? 'case.stageNow' : 'case.stageDone')}</span>}
      {children}
    </li>
  );
};

const Renewal = ({ of, stage }: { readonly of: RenewalView; readonly stage: RenewalStage }): JSX.Element => {
  const words = useContractWords();
  const dayText = useDayText();
  const { delivered, needed, graceEnd, suspendedOn, confirmBy, reinstatementEnd } = of;
  const part = (text: string): JSX.Element => <span class="renewal-part">{text}</span>;
  return (
    <section aria-label={words('renewal.title', { date: dayText(of.dueOn) })}>
      <ol class="renewal" role="list">
        <Stage stage="reminding" now={stage}>
          {part(words('renewal.delivered', { delivered, needed }))}
        </Stage>
        <Stage stage="grace" now={stage}>
          {part(words(stage === 'suspended' ? 'renewal.graceOver' : 'renewal.graceUntil', { date: dayText(graceEnd) }))}
        </Stage>
        <Stage stage="suspended" now={stage}>
          {suspendedOn && part(words('renewal.suspendedOn', { date: dayText(suspendedOn) }))}
          {confirmBy && part(words('renewal.confirmBy', { date: dayText(confirmBy) }))}
          {reinstatementEnd && part(words('renewal.backUntil', { date: dayText(reinstatementEnd) }))}
        </Stage>
      </ol>
    </section>
  );
};

/** The stage by the day where no step was taken yet: a contract can come to us late. */
const stageOf = ({ status, renewal }: ContractAnswer): RenewalStage | undefined => {
  if (renewal && renewal.stage !== 'ahead') return renewal.stage;
  if (status === 'grace' || status === 'suspended') return status;
  return status === 'due' ? 'reminding' : undefined;
};

/** What a contract is today: its status, how far the renewal has come, and what keeps mail from its customer. */
export const Today = ({ of }: PartProps): JSX.Element => {
  const words = useContractWords();
  const dayText = useDayText();
  const meaning = useMeaning();
  const { status, renewal, lastDay, unreachable, terms } = of;
  const stage = stageOf(of);
  return (
    <>
      {unreachable && (
        <Notice tone="bad">
          <p>{words('reach.bounced', { email: terms.customer.email ?? '' })}</p>
        </Notice>
      )}
      <div class={`contract-today contract-edge-${status}`}>
        <p class="contract-today-status">
          <span class="unseen">{words('one.status')}: </span>
          <Status status={status} />
        </p>
        <p>{meaning(of)}</p>
        {lastDay && status !== 'ended' && <p class="small">{words('today.lastDay', { date: dayText(lastDay) })}</p>}
        {renewal && stage && status !== 'ended' && <Renewal of={renewal} stage={stage} />}
      </div>
    </>
  );
};
