import { contractWords, type ContractKey } from '../../../../content/desk/contracts/index.ts';
import { formatDay } from '../../../../content/format.ts';
import type { Translate } from '../../../../content/translator.ts';
import type { CalendarDate } from '../../../../domain/kernel/time.ts';
import type { ContractTeller } from '../../../desk/contractFacts.ts';
import { wallTime } from '../../../desk/localTime.ts';
import type { Failure } from '../api.ts';
import { useFailureText } from '../bits.tsx';
import { useDesk } from '../context.ts';

/** The words of the pages about contracts. */
export const useContractWords = (): Translate<ContractKey> => contractWords(useDesk().locale);

/** Writes calendar dates in the reader's language. */
export const useDayText = (): ((date: CalendarDate) => string) => {
  const { locale } = useDesk();
  return (date) => formatDay(date, locale);
};

/** What telling of a contract needs. */
export const useTeller = (): ContractTeller => {
  const { locale, labels, staff, me } = useDesk();
  return { locale, words: contractWords(locale), labels, nameOf: (id) => [...staff, me].find((one) => one.id === id)?.name };
};

/** A sentence for a failure, in the words of contracts. `notNow` is said where the contract does not allow what was asked. */
export const useContractFailure = (notNow: ContractKey = 'pay.ended'): ((failure: Failure) => string) => {
  const words = useContractWords();
  const others = useFailureText();
  return (failure) => {
    switch (failure.kind) {
      case 'not-found':
        return words('one.notFound');
      case 'not-now':
        return words(notNow);
      case 'stale':
        return words('changed.notSaved');
      default:
        return others(failure);
    }
  };
};

/** How far away a due date is: `in 12 days`, `today`, `5 days overdue`. */
export const useDistance = (): ((days: number) => string) => {
  const words = useContractWords();
  return (days) => {
    if (days === 0) return words('list.dueToday');
    return days < 0 ? words('list.overdueBy', { days: -days }) : words('list.dueIn', { days });
  };
};

/** Today's date at the workplace. */
export const useToday = (): CalendarDate => {
  const { now, zone } = useDesk();
  return wallTime(now, zone).slice(0, 10);
};
