import type { FieldErrorCode } from '../../kernel/fieldError.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { dayNumber, weekday } from '../../kernel/time.ts';
import { CHINESE_HOLIDAYS, checkHolidayYear } from './checkHolidayYear.ts';
import type { Holiday, HolidayYear } from './holidayYear.ts';
import { noticeDates } from './noticeDates.ts';
import { LONGEST_NOTICE, noticeText, type NoticeSection, type NoticeText } from './noticeText.ts';
import { projectChina } from './projectChina.ts';

/** Why a notice is not taken: the code, which content turns into a sentence, and the line that it is about. */
export interface NoticeError {
  readonly code: FieldErrorCode;
  /** Sentence of the notice, or name of the holiday that is missing; empty when it is about the whole text. */
  readonly text: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * Reads the State Council's notice on the holidays of a year as it is published (X2), for example 二、春节：2月15日（农历腊月二十八、周日）至23日…
 * What the notice says about itself is checked: weekdays in brackets, 共N天; so is what the law says about it. A sentence that speaks of days and is not fully understood is an
 * error; nothing is guessed. `source` counts only where the text names no document number.
 */
export const readNotice = (year: number, text: string, source = ''): Result<HolidayYear, readonly NoticeError[]> => {
  if (text.length > LONGEST_NOTICE) return refuse([{ code: 'too-long', text: '', values: { max: LONGEST_NOTICE } }]);
  const notice = noticeText(text);
  const read = notice.sections.map((section) => readSection(section, year));
  const lines = read.flatMap(({ found }) => found);
  const list: HolidayYear = {
    region: 'CN',
    year,
    source: documentNumber(notice) || source.trim() || title(notice),
    confirmed: true,
    holidays: lines.map(({ holiday }) => holiday),
  };
  const errors = [...checkWhole(notice, list), ...read.flatMap((section) => section.errors), ...checkList(list, lines, notice)];
  return errors.length > 0 ? refuse(errors) : ok(list);
};

interface Line {
  readonly holiday: Holiday;
  readonly text: string;
}

interface ReadSection {
  readonly found: readonly Line[];
  readonly errors: readonly NoticeError[];
}

/** 1月1日放假，与周末连休 · 1月1日（周三）放假1天，不调休 · 10月1日至7日放假调休，共7天 */
const DAYS_OFF = /^(?<dates>.+?)放假(?:调休)?(?:(?<days>\d{1,3})天)?(?<rest>(?:，[^，]+)*)$/u;
/** 2月14日（周六）、2月28日（周六）上班 */
const WORKDAYS = /^(?<dates>.+?)(?:均|照常|正常)?上班$/u;
/** Characters of a sentence that names days; those that there were have less than 60. */
const LONGEST_SENTENCE = 300;
const SAYS_NOTHING = /^(?:与周末连休|不调休)$/u;
const SPEAKS_OF_DAYS = /\d[月日]|放假|上班|补休|调休/u;
/** Advice to employers, such as to give leave on 除夕, makes no day off. */
const ADVICE = /^鼓励/u;

const readSection = ({ name, sentences }: NoticeSection, year: number): ReadSection => {
  const found: { holiday: Holiday & { workdays: string[] }; text: string }[] = [];
  const errors: NoticeError[] = [];
  for (const sentence of sentences) {
    const isShort = sentence.length <= LONGEST_SENTENCE;
    const off = isShort ? DAYS_OFF.exec(sentence)?.groups : undefined;
    const work = isShort ? WORKDAYS.exec(sentence)?.groups : undefined;
    const last = found.at(-1);
    if (off) {
      const { dates, errors: wrong } = noticeDates(off['dates'] ?? '', year, /^(?:|至|到|—+|–|-|~)$/u, sentence);
      const [from, to = from] = dates;
      errors.push(...wrong, ...checkCount(off, dates, sentence));
      if (from !== undefined && to !== undefined && wrong.length === 0)
        found.push({ holiday: { name, from, to, workdays: [] }, text: sentence });
    } else if (work && last) {
      const { dates, errors: wrong } = noticeDates(work['dates'] ?? '', year, /^[、，和及]*$/u, sentence);
      errors.push(...wrong);
      last.holiday.workdays.push(...dates);
    } else if (SPEAKS_OF_DAYS.test(sentence) && !ADVICE.test(sentence)) errors.push({ code: 'notice-unreadable', text: sentence });
  }
  const known = name.split('、').some((one) => CHINESE_HOLIDAYS.some((holiday) => holiday === one));
  if (known && found.length === 0 && errors.length === 0)
    errors.push({ code: 'notice-unreadable', text: `${name}：${sentences.join('。')}` });
  errors.push(...found.flatMap((line) => checkAgainstLaw(line, year)));
  return { found, errors };
};

/** 共8天 and 放假1天 must be what the dates make; other clauses must be known ones. */
const checkCount = (off: Readonly<Record<string, string>>, dates: readonly string[], text: string): readonly NoticeError[] => {
  const clauses = (off['rest'] ?? '').split('，').filter((clause) => clause !== '' && !SAYS_NOTHING.test(clause));
  const counts = clauses.map((clause) => /^共(\d{1,3})天$/u.exec(clause)?.[1]);
  if (counts.includes(undefined)) return [{ code: 'notice-unreadable', text }];
  const [from = '', to = from] = dates;
  const found = dayNumber(to) - dayNumber(from) + 1;
  return [off['days'], ...counts]
    .filter((count) => count !== undefined && found > 0 && Number(count) !== found)
    .map((said) => ({ code: 'notice-count', text, values: { said: Number(said), found } }));
};

/** What the law makes of it: the days that it gives lie within, and more weekdays off than it gives are paid for by make-up workdays. */
const checkAgainstLaw = ({ holiday, text }: Line, year: number): readonly NoticeError[] => {
  const names = holiday.name.split('、');
  const given = projectChina(year).holidays.filter(({ name }) => name.split('、').some((one) => names.includes(one)));
  const elsewhere = given.find(({ from, to }) => from < holiday.from || to > holiday.to);
  if (elsewhere) {
    const { name, from } = elsewhere;
    return [{ code: 'holiday-elsewhere', text, values: { name, date: from } }];
  }
  // 中秋节 within 国庆节 is given beside it, as in 2020.
  const due = given.reduce((sum, { name, from, to }) => sum + dayNumber(to) - dayNumber(from) + name.split('、').length, 0);
  return given.length > 0 && weekdaysOff(holiday) - holiday.workdays.length > due ? [{ code: 'notice-make-up', text }] : [];
};

const weekdaysOff = ({ from, to }: Holiday): number => {
  const first = dayNumber(from);
  const days = Array.from({ length: Math.min(31, Math.max(0, dayNumber(to) - first + 1)) }, (_, index) => first + index);
  return days.filter((day) => weekday(day) < 5).length;
};

const documentNumber = ({ head }: NoticeText): string => {
  const [, office = '', year = '', number = ''] = /(国办发(?:明电)?)[〔[［（【](\d{4})[〕\]］）】](\d{1,3})号/u.exec(head) ?? [];
  return office === '' ? '' : `${office}〔${year}〕${number}号`;
};

const title = ({ head }: NoticeText): string => /国务院办公厅关于\d{4}年部分节假日安排的通知/u.exec(head)?.[0] ?? '';

const checkWhole = ({ head, headSentences }: NoticeText, { year, source }: HolidayYear): readonly NoticeError[] => {
  const meant = [...head.matchAll(/(?:关于|现将)(\d{4})年/gu)].find(([, named]) => Number(named) !== year);
  return [
    ...(meant ? [{ code: 'notice-year' as const, text: meant[0], values: { found: meant[1] ?? '', year: String(year) } }] : []),
    ...(source === '' ? [{ code: 'notice-source' as const, text: '' }] : []),
    ...headSentences
      .filter((sentence) => (/\d日/u.test(sentence) && sentence.includes('上班')) || /^[一二三四五六七八九十]+、.*放假/u.test(sentence))
      .map((text) => ({ code: 'notice-unreadable' as const, text })),
  ];
};

/** The checks for a list that came as data, told with the lines that it was read from. */
const checkList = (list: HolidayYear, lines: readonly Line[], { sections }: NoticeText): readonly NoticeError[] =>
  checkHolidayYear(list, '').flatMap(({ pointer, code, values = {} }) => {
    const isTold = code === 'holiday-missing' && sections.some(({ name }) => name.split('、').some((one) => one === values['name']));
    if (pointer === '/source' || isTold) return [];
    const line = lines[Number(/^\/holidays\/(\d+)/u.exec(pointer)?.[1])];
    return [{ code, text: line?.text ?? String(values['name'] ?? ''), values }];
  });
