import type { ComponentChildren, JSX } from 'preact';
import { formatMoney } from '../../../../content/format.ts';
import type { MailState, PlanLine } from '../../../../domain/contract/careView.ts';
import type { StepKind } from '../../../../domain/contract/model.ts';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { dateOf } from '../../../desk/contractDue.ts';
import { cutPlan, planSign, type Milestone, type PlanEntry, type PlanSign } from '../../../desk/contractPlan.ts';
import { stepTitle } from '../../../desk/contractSteps.ts';
import { useDesk } from '../context.ts';
import { Section } from './section.tsx';
import { useContractWords, useDayText, useTeller } from './words.ts';

/** Entries of what was done and of what is to come that are shown at once. */
const SHOWN_PAST = 4;
const SHOWN_COMING = 6;

const SIGNS: Readonly<Record<PlanSign, string>> = { done: '✓', going: '◔', missed: '!', ahead: '○', skipped: '–', cancelled: '–' };

/** Steps that a payment before their day makes needless. */
const IF_UNPAID: readonly StepKind[] = ['grace', 'suspension', 'lapse'];

/** How the mail of a step stands, in words. */
export const useMailWords = (): ((mail: NonNullable<PlanLine['mail']>, isAhead: boolean) => string) => {
  const words = useContractWords();
  const dayText = useDayText();
  const said: Readonly<Record<Exclude<MailState, 'held'>, string>> = {
    planned: words('plan.mail'),
    ordered: words('fate.sent'),
    unreported: words('fate.unreported'),
    delivered: words('fate.delivered'),
    bounced: words('fate.bounced'),
    complained: words('fate.complained'),
  };
  return ({ state, held, again }, isAhead) => {
    if (state !== 'held') return said[state];
    const reason = held ? words(`held.${held}`) : '';
    if (again) return words('fate.heldAgain', { reason, date: dayText(again) });
    return words(isAhead ? 'fate.wouldBeHeld' : 'fate.held', { reason });
  };
};

const LineDetails = ({ line, isAhead }: { readonly line: PlanLine; readonly isAhead: boolean }): JSX.Element => {
  const words = useContractWords();
  const dayText = useDayText();
  const mailWords = useMailWords();
  const { mail, task } = line;
  const planned = task && words('plan.taskUntil', { date: dayText(task.due) });
  return (
    <>
      {mail && <span class={`plan-mail plan-mail-${mail.state}`}>{mailWords(mail, isAhead)}</span>}
      {task && (
        <span class={`plan-task plan-task-${task.state}`}>
          {task.state === 'planned' || task.state === 'open' ? planned : words('plan.taskState', { state: words(`task.${task.state}`) })}
        </span>
      )}
      {isAhead && IF_UNPAID.includes(line.kind) && <span>{words('plan.ifUnpaid')}</span>}
      {isAhead && line.purpose === 'marketing' && mail?.state === 'planned' && <span>{words('plan.agreed')}</span>}
    </>
  );
};

const MilestoneDetails = ({ of }: { readonly of: Milestone }): JSX.Element | null => {
  const { locale } = useDesk();
  const words = useContractWords();
  const dayText = useDayText();
  if (!('payment' in of)) return null;
  const { amount, dueOn, reason, nextAttemptOn } = of.payment;
  return (
    <span>
      {[
        words('plan.paymentFor', { amount: formatMoney(amount, locale), date: dayText(dueOn) }),
        reason,
        nextAttemptOn && words('payment.next', { date: dayText(nextAttemptOn) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
};

const Entry = ({ entry, isAhead }: { readonly entry: PlanEntry; readonly isAhead: boolean }): JSX.Element => {
  const words = useContractWords();
  const dayText = useDayText();
  const teller = useTeller();
  const { on, line, milestone } = entry;
  const sign = planSign(entry, isAhead);
  return (
    <li class={`plan-entry plan-${sign}${milestone ? ' plan-milestone' : ''}`}>
      <time class="plan-day" dateTime={on}>
        {dayText(on)}
      </time>
      <span class="plan-sign" aria-hidden="true">
        {SIGNS[sign]}
      </span>
      <div>
        <p class="plan-title">
          {line ? stepTitle(line, teller) : words(milestone.kind === 'due' && !isAhead ? 'plan.unpaid' : `plan.${milestone.kind}`)}
          {line && <span class="unseen"> ({words(`plan.state.${sign}`)})</span>}
        </p>
        <p class="plan-details">{line ? <LineDetails line={line} isAhead={isAhead} /> : <MilestoneDetails of={milestone} />}</p>
      </div>
    </li>
  );
};

interface EntriesProps {
  readonly entries: readonly PlanEntry[];
  readonly isAhead: boolean;
}

const Entries = ({ entries, isAhead }: EntriesProps): JSX.Element => (
  <ol class="plan" role="list">
    {entries.map((entry) => (
      <Entry key={entry.key} entry={entry} isAhead={isAhead} />
    ))}
  </ol>
);

const Rest = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element => (
  <details class="plan-rest">
    <summary>{title}</summary>
    {children}
  </details>
);

/** The time line of a contract: what was done and what came of it, today, and what comes next (F57–F63). */
export const PlanView = ({ of }: { readonly of: ContractAnswer }): JSX.Element => {
  const { now } = useDesk();
  const words = useContractWords();
  const dayText = useDayText();
  const today = dateOf(of.terms.customer, now);
  const { past, coming } = cutPlan(of, today);
  const [earlier, lately] = [past.slice(0, -SHOWN_PAST), past.slice(-SHOWN_PAST)];
  const [soon, later] = [coming.slice(0, SHOWN_COMING), coming.slice(SHOWN_COMING)];
  return (
    <Section id="plan" title={words('plan.title')}>
      {earlier.length > 0 && (
        <Rest title={words('plan.earlier', { count: earlier.length })}>
          <Entries entries={earlier} isAhead={false} />
        </Rest>
      )}
      <Entries entries={lately} isAhead={false} />
      <p class="plan-today">
        <time dateTime={today}>{words('plan.today', { date: dayText(today) })}</time>
      </p>
      {soon.length === 0 ? <p class="hint">{words('plan.nothingComing')}</p> : <Entries entries={soon} isAhead />}
      {later.length > 0 && (
        <Rest title={words('plan.later', { count: later.length })}>
          <Entries entries={later} isAhead />
        </Rest>
      )}
    </Section>
  );
};
