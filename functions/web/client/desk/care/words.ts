import { careWords, type CareKey } from '../../../../content/desk/care/index.ts';
import { formatDay } from '../../../../content/format.ts';
import type { Translate } from '../../../../content/translator.ts';
import type { Occasion, ServicePlan } from '../../../../domain/care/rules.ts';
import { useDesk } from '../context.ts';

/** The words of the page about service plans. */
export const useCareWords = (): Translate<CareKey> => careWords(useDesk().locale);

/** Names of the months, the first is January. */
export const useMonthNames = (): readonly string[] => {
  const format = new Intl.DateTimeFormat(useDesk().locale, { month: 'short', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 1)));
};

/** When a touchpoint comes, in words. */
export const useOccasionText = (): ((when: Occasion) => string) => {
  const { locale } = useDesk();
  const words = useCareWords();
  const months = useMonthNames();
  return (when) => {
    switch (when.kind) {
      case 'after':
      case 'every':
        return words(`when.${when.kind}`, { months: when.months });
      case 'festival':
        return words(`festival.${when.festival}`);
      case 'calendar': {
        const some = when.months.map((month) => months[month - 1] ?? '').join(words('comma'));
        return words('when.calendar', { months: when.months.length === 12 ? words('when.everyMonth') : some, day: when.day });
      }
      case 'date':
        return words('when.date', { date: /^\d{4}-\d\d-\d\d$/.test(when.on) ? formatDay(when.on, locale) : when.on });
      default:
        return words(`when.${when.kind}`);
    }
  };
};

/** Which products a plan is for, in words; `only` when there is no other plan. */
export const useProductsText = (): ((plan: Pick<ServicePlan, 'products'>, only: boolean) => string) => {
  const { locale } = useDesk();
  const words = useCareWords();
  return ({ products }, only) => {
    if (!products) return words(only ? 'plan.every' : 'plan.others');
    const quoted = products.map((word) => (locale === 'en' ? `“${word}”` : locale === 'zh-CN' ? `“${word}”` : `「${word}」`));
    return words('plan.some', { words: quoted.join(words('comma')) });
  };
};
