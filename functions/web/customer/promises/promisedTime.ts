import type { ReceiptLine } from '../../../domain/case/clocks.ts';
import type { Locale } from '../../../domain/case/model.ts';
import { formatWorkTime } from '../../../content/format.ts';
import { pages } from '../../../content/pages/index.ts';
import { isRoundTheClock } from './receiptDays.ts';

/** A span as the customer reads it: `8 hours of working time`, or simply `1 hour` where every hour of the receipt counts. */
export const promisedTime = ({ locale }: { readonly locale: Locale }, lines: readonly ReceiptLine[], seconds: number): string => {
  const duration = formatWorkTime(seconds, locale);
  return isRoundTheClock(lines) ? duration : pages(locale)('promise.work', { duration });
};
