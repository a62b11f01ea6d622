import type { Locale } from '../../domain/case/model.ts';

const UNITS: Readonly<Record<Locale, { readonly hours: string; readonly minutes: string; readonly seconds: string }>> = {
  en: { hours: 'h', minutes: 'min', seconds: 's' },
  'zh-CN': { hours: '小时', minutes: '分钟', seconds: '秒' },
  'zh-TW': { hours: '小時', minutes: '分鐘', seconds: '秒' },
};

/** Working time: hours and minutes, never days, since a working day has as many hours as its calendar says: `2 h 10 min`, `41 小时`. */
export const formatWorkTime = (seconds: number, locale: Locale): string => {
  const total = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(total / 3_600), Math.floor((total % 3_600) / 60)];
  const unit = UNITS[locale];
  if (hours === 0 && minutes === 0) return `${total % 60} ${total === 0 ? unit.minutes : unit.seconds}`;
  const number = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale);
  return [hours > 0 && `${number.format(hours)} ${unit.hours}`, minutes > 0 && `${minutes} ${unit.minutes}`].filter(Boolean).join(' ');
};
