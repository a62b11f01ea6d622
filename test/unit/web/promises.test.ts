import { describe, expect, it } from '@jest/globals';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import { LOCALES, type Locale } from '../../../functions/domain/case/model.ts';
import { DAY, HOUR } from '../../../functions/domain/kernel/time.ts';
import { aCase, aCaseAt, type TestCase } from '../../support/builders/cases.ts';
import { aTracking, viewOf } from './sample.ts';

const MINUTE = 60_000;
const normal = { classification: { category: 'product-quality', priority: 'normal', safety: false } } as const;

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** One promise of the tracking page by the rules that come with the software, as words. START is a Monday, 17:00 in Shanghai. */
const promise = (story: TestCase, id: string, locale: Locale = 'en'): string => {
  const page = aTracking(story, { view: viewOf(story, [FIRST_BOOK]), locale });
  const [, shown = ''] = new RegExp(`aria-labelledby="${id}">(.*?)</article>`, 's').exec(page) ?? [];
  return textOf(shown);
};

describe('the promise of a first answer', () => {
  it('says what is promised and by when, with its zone', () => {
    const text = promise(aCase(normal).later(29 * MINUTE), 'promise-firstResponse');
    expect(text).toContain('First answer In progress We promised you a first answer within 8 hours of working time.');
    expect(text).toContain('By Tue, 3 Mar 2026, 17:00 China Standard Time');
    expect(text).toContain('30 minutes of it used so far, 7 hours 30 minutes left.');
    expect(text).toContain('30 minutes of 8 hours counted so far. Not counted: nights and lunch breaks.');
  });

  it('says that it was kept, and when', () => {
    const text = promise(
      aCase(normal)
        .assigned()
        .later(20 * HOUR)
        .replied(),
      'promise-firstResponse',
    );
    expect(text).toContain('First answer Kept');
    expect(text).toContain('Promised by Tue, 3 Mar 2026, 17:00');
    expect(text).toContain('Answered on Tue, 3 Mar 2026, 13:02');
    expect(text).toContain('We kept this promise: it took 4 hours 2 minutes of working time.');
    expect(text).not.toContain('still to come');
  });

  it('owns up when it is late, and marks what was too late', () => {
    const text = promise(aCase(normal).later(25 * HOUR), 'promise-firstResponse');
    expect(text).toContain('First answer Overdue');
    expect(text).toContain('We are 1 hour of working time late, and we are sorry.');
    expect(text).toContain('9 hours counted: 1 hour more than the 8 hours promised.');
    expect(text).toContain('Working hours 17:00–18:00 1 hour too late');
  });

  it('owns up when it was not kept', () => {
    const text = promise(
      aCase(normal)
        .assigned()
        .later(25 * HOUR)
        .replied(),
      'promise-firstResponse',
    );
    expect(text).toContain('First answer Not kept');
    expect(text).toContain('We were 1 hour of working time late, and we are sorry.');
  });

  it('speaks of no working time where day and night count', () => {
    const text = promise(aCase({ classification: { ...normal.classification, priority: 'urgent' } }), 'promise-firstResponse');
    expect(text).toContain('We promised you a first answer within 1 hour.');
    expect(text).toContain('No time was left out.');
    expect(text).not.toContain('orking');
  });
});

describe('a promise that stands still', () => {
  it('says so, why, and that its date moves', () => {
    const text = promise(
      aCase(normal)
        .assigned()
        .asked()
        .later(3 * DAY),
      'promise-resolution',
    );
    expect(text).toContain('Solution Standing still');
    expect(text).toContain('By, as things stand now');
    expect(text).toContain('The time stands still while we wait for your answer.');
    expect(text).toContain('the remaining 39 hours 58 minutes of working time run on');
    expect(text).toContain('waiting for your answer');
    expect(text).not.toContain('still to come');
  });

  it('names what we wait for', () => {
    expect(promise(aCaseAt('on-hold'), 'promise-resolution')).toContain('while we wait for a supplier, a part or an appointment');
  });
});

describe('the other promises', () => {
  it('name the message that waits for an answer', () => {
    const text = promise(aCase(normal).assigned().replied().wrote('Any news?'), 'promise-nextResponse');
    expect(text).toContain('You wrote to us on Mon, 2 Mar 2026, 17:03. We promised you an answer within 8 hours of working time.');
  });

  it('are not told where nobody waits', () => {
    expect(promise(aCase(normal).assigned().replied(), 'promise-nextResponse')).toBe('');
  });

  it('end with the case', () => {
    const text = promise(
      aCase(normal)
        .later(HOUR)
        .withdrew()
        .later(9 * DAY),
      'promise-resolution',
    );
    expect(text).toContain('Solution Ended');
    expect(text).toContain('Your case has ended, so nothing more is counted.');
    expect(text).toContain('1 hour of 40 hours counted.');
    const late = promise(
      aCase(normal)
        .later(9 * DAY)
        .withdrew(),
      'promise-firstResponse',
    );
    expect(late).toContain('This time had passed when your case ended');
    expect(late).toContain('56 hours 1 minute counted: 48 hours 1 minute more than the 8 hours promised');
  });
});

describe('the limit that a law sets', () => {
  it('is told apart, with the law, the day that does not count and the last day', () => {
    const text = promise(aCase(normal), 'legal-complaint-answer');
    expect(text).toContain('Last day by law Tue, 17 Mar 2026');
    expect(text).toContain('The law gives us 15 days: Measures for Handling Consumer Complaints in Banking and Insurance, article 20');
    expect(text).toContain('银行业保险业消费投诉处理管理办法（银保监会令2020年第3号）第二十条');
    expect(text).toContain('Mon, 2 Mar 2026, is not counted. Day 1 is Tue, 3 Mar 2026.');
    expect(text).toContain('That is a working day');
  });

  it('says that a holiday moved it, and when we mean to be done', () => {
    const story = aCase(normal);
    const [clock] = viewOf(story).clocks.legal;
    if (!clock) throw new Error('a complaint has a limit');
    const moved = { ...clock, event: '2026-02-05', rawLastDay: '2026-02-20', lastDay: '2026-02-24', internalTarget: '2026-02-14' };
    const view = { ...viewOf(story), clocks: { ...viewOf(story).clocks, legal: [moved] } };
    const text = textOf(aTracking(story, { view }));
    expect(text).toContain('Last day by law Tue, 24 Feb 2026 Our own target Sat, 14 Feb 2026');
    expect(text).toContain('Fri, 20 Feb 2026 is a day off. By law the limit then moves to the next working day: Tue, 24 Feb 2026.');
    expect(text).toContain('our own target is Sat, 14 Feb 2026, the last working day before that');
  });

  it('marks what rests on days that are not announced', () => {
    const story = aCase(normal);
    const { clocks } = viewOf(story);
    const legal = clocks.legal.map((clock) => ({ ...clock, unconfirmedYears: [2027] }));
    const text = textOf(aTracking(story, { view: { ...viewOf(story), clocks: { ...clocks, legal } } }));
    expect(text).toContain('The public holidays and make-up workdays of 2027 have not been announced yet.');
  });

  it('is not there where no law sets one', () => {
    expect(promise(aCase({ ...normal, kind: 'inquiry' }), 'legal-complaint-answer')).toBe('');
  });
});

describe('the promises of a case', () => {
  it.each(LOCALES)('are written in %s, and fold their receipts without a script', (locale) => {
    const story = aCase(normal).assigned().replied().wrote('Any news?');
    const page = aTracking(story, { view: viewOf(story, [FIRST_BOOK]), locale });
    expect(page.match(/<details class="counting">/g)).toHaveLength(4);
    expect(/[\u4e00-\u9fff]/.test(promise(story, 'promise-firstResponse', locale))).toBe(locale !== 'en');
  });

  it('are written in the zone of the reader', () => {
    const story = aCase(normal);
    expect(textOf(aTracking(story, { timeZone: 'Asia/Taipei', locale: 'zh-TW' }))).toContain('台北標準時間');
  });
});
