import type { JSX } from 'preact';
import { formatMoney } from '../../../../content/format.ts';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { dateOf, dueLines, type DueLine } from '../../../desk/contractDue.ts';
import { useDesk } from '../context.ts';
import { Folded } from './section.tsx';
import { useContractWords, useDayText } from './words.ts';

interface PartProps {
  readonly of: ContractAnswer;
}

const DUE_SIGNS: Readonly<Record<DueLine['state'], string>> = { paid: '✓', 'paid-before': '✓', overdue: '!', next: '◔', open: '○' };

const DueRow = ({ line }: { readonly line: DueLine }): JSX.Element => {
  const words = useContractWords();
  const dayText = useDayText();
  const { dueOn, state, days, paidOn, reference, failed } = line;
  const said: Readonly<Record<DueLine['state'], () => string>> = {
    paid: () => words('due.paid', { date: dayText(paidOn ?? dueOn) }),
    'paid-before': () => words('due.paidBefore'),
    overdue: () => words('due.overdue', { days: -days }),
    next: () => words('due.next'),
    open: () => words('due.open'),
  };
  return (
    <tr>
      <th scope="row">
        <time dateTime={dueOn}>{dayText(dueOn)}</time>
      </th>
      <td>
        <span class={`due-state due-${state}`}>
          <span aria-hidden="true">{DUE_SIGNS[state]}</span> {said[state]()}
        </span>
        {failed && (
          <span class="due-failed">
            {failed.nextAttemptOn
              ? words('due.failedNext', { date: dayText(failed.paidOn), next: dayText(failed.nextAttemptOn) })
              : words('due.failed', { date: dayText(failed.paidOn) })}
          </span>
        )}
      </td>
      <td>{reference}</td>
    </tr>
  );
};

/** Due dates of the next two years, and how each stands. */
export const DueDates = ({ of }: PartProps): JSX.Element => {
  const { now } = useDesk();
  const words = useContractWords();
  const lines = dueLines(of, dateOf(of.terms.customer, now));
  return (
    <Folded id="due" title={words('one.dueDates')} about={words('one.dueDatesText')}>
      {lines.length === 0 ? (
        <p class="hint">{words('one.noDueDates')}</p>
      ) : (
        <>
          <div class="scroll contract-scroll" tabIndex={0} role="group" aria-labelledby="due-title">
            <table class="grid">
              <thead>
                <tr>
                  <th scope="col">{words('due.column.date')}</th>
                  <th scope="col">{words('due.column.state')}</th>
                  <th scope="col">{words('due.column.reference')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <DueRow key={line.dueOn} line={line} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Folded>
  );
};

/** Payments and attempts, the newest first. */
export const Payments = ({ of }: PartProps): JSX.Element => {
  const { locale } = useDesk();
  const words = useContractWords();
  const dayText = useDayText();
  return (
    <Folded id="payments" title={words('one.payments')} about={words('one.paymentCount', { count: of.payments.length })}>
      {of.payments.length === 0 ? (
        <p class="hint">{words('one.noPayments')}</p>
      ) : (
        <div class="scroll contract-scroll" tabIndex={0} role="group" aria-labelledby="payments-title">
          <table class="grid">
            <thead>
              <tr>
                <th scope="col">{words('payment.column.day')}</th>
                <th scope="col">{words('payment.column.result')}</th>
                <th scope="col" class="num">
                  {words('payment.column.amount')}
                </th>
                <th scope="col">{words('payment.column.dueOn')}</th>
                <th scope="col">{words('payment.column.reference')}</th>
                <th scope="col">{words('payment.column.note')}</th>
              </tr>
            </thead>
            <tbody>
              {of.payments.toReversed().map(({ status, reference, paidOn, dueOn, amount, reason, nextAttemptOn }) => (
                <tr key={reference}>
                  <td>{dayText(paidOn)}</td>
                  <td class={status === 'failed' ? 'grid-late' : undefined}>{words(`payment.${status}`)}</td>
                  <td class="num">{formatMoney(amount, locale)}</td>
                  <td>{dayText(dueOn)}</td>
                  <td>{reference}</td>
                  <td>{[reason, nextAttemptOn && words('payment.next', { date: dayText(nextAttemptOn) })].filter(Boolean).join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Folded>
  );
};
