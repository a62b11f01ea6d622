import { dueDatesBetween, isSettled } from '../../../domain/contract/dueDates.ts';
import { minorUnits } from '../../../domain/kernel/money.ts';
import type { CalendarDate } from '../../../domain/kernel/time.ts';
import type { Block, Fact } from '../letter.ts';
import { needed, type Writer } from './writer.ts';

/** The due date that a mail is about. */
export const dueOnOf = (writer: Writer): CalendarDate => needed(writer.step.dueOn, 'a due date', writer);

export const amountFact = ({ fact, money, state }: Writer): readonly Fact[] => fact('label.amount', money(state.terms.premium));

export const methodFact = ({ fact, t, state }: Writer): readonly Fact[] => fact('label.method', t(`method.${state.terms.paymentMethod}`));

/** Everything that is due by a day and not paid. */
export const openFact = (writer: Writer, day: CalendarDate): readonly Fact[] => {
  const { state, money, t, fact } = writer;
  const { premium } = state.terms;
  const count = dueDatesBetween(state.terms, dueOnOf(writer), day).filter((dueOn) => !isSettled(state, dueOn)).length;
  if (count < 2) return fact('label.open', money(premium));
  const total = { ...premium, amount: ((minorUnits(premium.amount) * count) / 100).toFixed(2) };
  return fact('label.open', t('openPremiums', { total: money(total), count, amount: money(premium) }));
};

/** The day on which an open premium is debited again, if it is. */
export const nextAttempt = ({ state, today }: Writer, dueOn: CalendarDate): CalendarDate | undefined => {
  const last = state.failed.findLast((attempt) => attempt.dueOn === dueOn);
  return last?.nextAttemptOn !== undefined && last.nextAttemptOn >= today ? last.nextAttemptOn : undefined;
};

/** What to do about a premium that is overdue: nothing where we debit it again, unless the customer would rather settle it at once. */
export const howToPay = (writer: Writer, dueOn: CalendarDate): readonly Block[] => {
  const { state, date, paragraph } = writer;
  const again = nextAttempt(writer, dueOn);
  if (again === undefined) return [paragraph(`pay.${state.terms.paymentMethod}`)];
  return [paragraph('debit-failed.again', { date: date(again) }), paragraph('debit-failed.sooner')];
};

/** How help is offered to somebody who cannot pay. */
export const help = ({ t, owner, paragraph }: Writer): readonly Block[] => [
  { type: 'heading', text: t('heading.help') },
  owner === undefined ? paragraph('help') : paragraph('help.owner', { owner }),
];
