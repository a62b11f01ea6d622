import type { JSX } from 'preact';
import type { ContractStatus } from '../../../../domain/contract/status.ts';
import type { CalendarDate } from '../../../../domain/kernel/time.ts';
import { daysUntil } from '../../../desk/contractDue.ts';
import { useContractWords, useDayText, useDistance } from './words.ts';

const SIGNS: Readonly<Record<ContractStatus, string>> = { active: '○', due: '◔', grace: '!', suspended: '‖', reinstated: '✓', ended: '–' };

/** The status of a contract in words; the sign and the colour only say it again. */
export const Status = ({ status }: { readonly status: ContractStatus }): JSX.Element => (
  <span class={`contract-status contract-${status}`}>
    <span aria-hidden="true">{SIGNS[status]}</span> {useContractWords()(`status.${status}`)}
  </span>
);

/** A due date with how far away it is. */
export const NextDue = ({ dueOn, today }: { readonly dueOn: CalendarDate | undefined; readonly today: CalendarDate }): JSX.Element => {
  const words = useContractWords();
  const dayText = useDayText();
  const distance = useDistance();
  if (!dueOn) return <span class="contract-calm">{words('list.dueDone')}</span>;
  const days = daysUntil(today, dueOn);
  return (
    <>
      <time dateTime={dueOn}>{dayText(dueOn)}</time>{' '}
      <span class={days < 0 ? 'contract-distance contract-late' : 'contract-distance'}>{distance(days)}</span>
    </>
  );
};
