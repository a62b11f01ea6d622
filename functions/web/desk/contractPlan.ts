import type { PlanLine } from '../../domain/contract/careView.ts';
import type { PaymentLine } from '../../domain/contract/deskView.ts';
import type { CalendarDate } from '../../domain/kernel/time.ts';
import type { ContractAnswer } from './contractAnswers.ts';

/** Something that happens to a contract whether we do anything or not. */
export type Milestone = { readonly kind: 'signed' | 'due' } | { readonly kind: 'paid' | 'failed'; readonly payment: PaymentLine };

/** One entry of the time line: a step of the plan, or a milestone beside the steps. */
export type PlanEntry = { readonly key: string; readonly on: CalendarDate } & (
  { readonly line: PlanLine; readonly milestone?: undefined } | { readonly milestone: Milestone; readonly line?: undefined }
);

/** The time line of a contract, cut at a day; in both parts the oldest comes first. */
export interface CutPlan {
  readonly past: readonly PlanEntry[];
  readonly coming: readonly PlanEntry[];
}

type Planned = Pick<ContractAnswer, 'plan' | 'payments' | 'dueDates' | 'signedOn'>;

const milestones = ({ plan, payments, dueDates, signedOn }: Planned, today: CalendarDate): readonly PlanEntry[] => {
  const end = plan.at(-1)?.on ?? today;
  return [
    { key: 'signed', on: signedOn, milestone: { kind: 'signed' } },
    ...payments.map((payment): PlanEntry => {
      const kind = payment.status === 'succeeded' ? 'paid' : 'failed';
      return { key: `payment ${payment.reference}`, on: payment.paidOn, milestone: { kind, payment } };
    }),
    ...dueDates
      .filter(({ paid, dueOn }) => !paid && dueOn <= end)
      .map(({ dueOn }): PlanEntry => ({ key: `due ${dueOn}`, on: dueOn, milestone: { kind: 'due' } })),
  ];
};

const isToCome = ({ on, line, milestone }: PlanEntry, today: CalendarDate): boolean => {
  if (milestone) return milestone.kind === 'due' && on >= today;
  return line.state === 'planned' || (line.mail?.again !== undefined && on >= today);
};

/** What is done and what is to come, with what falls between: due dates only as far ahead as the plan goes. */
export const cutPlan = (of: Planned, today: CalendarDate): CutPlan => {
  const lines = of.plan.map((line): PlanEntry => ({ key: line.id, on: line.on, line }));
  const entries = [...milestones(of, today), ...lines].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  return { past: entries.filter((entry) => !isToCome(entry, today)), coming: entries.filter((entry) => isToCome(entry, today)) };
};

/** A mark beside words: how an entry stands. */
export type PlanSign = 'done' | 'going' | 'missed' | 'ahead' | 'skipped' | 'cancelled';

/** How an entry stands. Nobody needs to see to a greeting that did not go out. */
export const planSign = ({ line, milestone }: PlanEntry, isAhead: boolean): PlanSign => {
  if (milestone) return milestone.kind === 'failed' ? 'missed' : milestone.kind === 'due' ? (isAhead ? 'ahead' : 'missed') : 'done';
  const signs = { planned: 'ahead', open: 'going', done: 'done', missed: 'missed', cancelled: 'cancelled' } as const;
  return line.state === 'missed' && line.purpose === 'marketing' ? 'skipped' : signs[line.state];
};
