import { describe, expect, test } from '@jest/globals';
import { renderNotice, type NoticeInput } from '../../../functions/content/mails/notice.ts';
import { clocksOf } from '../../../functions/domain/case/clocks.ts';
import { LOCALES, type Opening } from '../../../functions/domain/case/model.ts';
import { noticesReached, type Notice } from '../../../functions/domain/case/notices.ts';
import { FIRST_BOOK } from '../../../functions/domain/clocks/defaultRules.ts';
import { RECIPIENTS } from '../../../functions/domain/clocks/rules.ts';
import { DAY, HOUR } from '../../../functions/domain/kernel/time.ts';
import { hashOf } from '../../../functions/web/desk/routes.ts';
import { aCase, aCaseAt, type TestCase } from '../../support/builders/cases.ts';
import { lin } from '../../support/builders/staff.ts';

const BOOKS = [FIRST_BOOK];
const normal: Partial<Opening> = { classification: { category: 'product-quality', priority: 'normal', safety: false } };

/** The notices that a case calls for at its moment, as their sender hands them over. START is a Monday, 17:00 in Shanghai. */
const noticesFor = ({ state, now }: TestCase, changes: Partial<NoticeInput> = {}): readonly NoticeInput[] => {
  const reached = noticesReached(state, BOOKS, now);
  return reached.map((notice) => ({
    state,
    notice,
    clocks: clocksOf(state, BOOKS, now),
    told: reached.filter(({ clock, to }) => clock === notice.clock && to !== notice.to).map(({ to }) => to),
    name: 'Chen Guang',
    locale: 'en',
    siteUrl: 'https://care.example.com/',
    ...changes,
  }));
};

/** The notice of one clock to one person. */
const noticeTo = (story: TestCase, clock: Notice['clock'], to: Notice['to'], changes: Partial<NoticeInput> = {}) => {
  const input = noticesFor(story, changes).find(({ notice }) => notice.clock === clock && notice.to === to);
  if (!input) throw new Error(`nobody is told of ${clock}`);
  return renderNotice(input);
};

const LEFTOVERS = /undefined|\[object|\bNaN\b|Invalid Date|\{[a-zA-Z]*\}/;

const STORIES: Readonly<Record<string, TestCase>> = {
  'half of a first answer': aCase(normal).later(4 * HOUR + 16 * HOUR),
  'a first answer far too late': aCase(normal).later(9 * DAY),
  'a message without an answer': aCase(normal)
    .assigned()
    .replied()
    .wrote('Any news?')
    .later(2 * DAY),
  'a solution too late': aCase(normal)
    .assigned()
    .replied()
    .later(12 * DAY),
  'a case on hold that is late': aCase(normal)
    .assigned()
    .replied()
    .later(10 * DAY)
    .held('parts')
    .later(10 * DAY),
  'the target day of a limit': aCase(normal)
    .assigned()
    .replied()
    .later(15 * DAY),
  'a limit that has passed': aCase(normal)
    .assigned()
    .replied()
    .later(20 * DAY),
  'a refund': aCase({ ...normal, kind: 'after-sales', request: 'return' })
    .assigned()
    .found()
    .offered({ remedy: 'return-refund' })
    .accepted()
    .received()
    .later(9 * DAY),
};

describe.each(LOCALES)('notices in %s', (locale) => {
  const all = Object.entries(STORIES).flatMap(([story, of]) =>
    noticesFor(of, { locale }).map(
      (input) => [`${story}: ${input.notice.clock} ${input.notice.level} to ${input.notice.to}`, input] as const,
    ),
  );

  test('are of every kind', () => {
    expect(new Set(all.map(([, { notice }]) => notice.to))).toEqual(new Set(RECIPIENTS));
    expect(new Set(all.map(([, { notice }]) => notice.clock))).toEqual(
      new Set(['firstResponse', 'nextResponse', 'resolution', 'complaint-answer', 'refund']),
    );
  });

  test.each(all)('%s is whole', (_, input) => {
    const { subject, html, text } = renderNotice(input);
    for (const part of [subject, html.replace(/<style>[^<]*<\/style>/, ''), text]) {
      expect(part).toContain('AC-1');
      expect(part).not.toMatch(LEFTOVERS);
    }
    expect(html).toContain(`<html lang="${locale}"`);
    expect(html).toContain(`href="https://care.example.com/desk${hashOf({ screen: 'case', caseId: 'AC-1' })}"`);
    expect(text).toContain('\nhttps://care.example.com/desk#/cases/AC-1\n');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(/[\u4e00-\u9fff]/.test(text)).toBe(locale !== 'en');
    expect(text).not.toContain('li.na@example.com');
  });
});

describe('a notice', () => {
  test('warns before the time is over: which clock, how much of it is used, when it is due, who owns the case', () => {
    const { subject, text } = noticeTo(
      aCase(normal)
        .assigned()
        .later(20 * HOUR),
      'firstResponse',
      'owner',
    );
    expect(subject).toBe('50 % of the time is used: first answer – Kettle leaks [AC-1]');
    expect(text).toContain('Due: Tue, 3 Mar 2026, 17:00 (China Standard Time)');
    expect(text).toMatch(/Time used: 4 hours 2 minutes of 8 hours \(50 %\)/);
    expect(text).toContain('Owner: Lin');
    expect(text).toContain('Stands at: Investigation');
    expect(text).toContain('Also told: nobody else');
    expect(text).toContain('Write the customer a first answer');
    expect(text).not.toContain('Late by');
  });

  test('says when the time is over that it is due', () => {
    const { subject } = noticeTo(
      aCase(normal)
        .assigned()
        .later(24 * HOUR - 60_000),
      'firstResponse',
      'owner',
    );
    expect(subject).toContain('Due now: first answer');
  });

  test('goes up the levels, says how late it is in working time, and to whom else it went', () => {
    const late = aCase(normal)
      .assigned()
      .later(44 * HOUR);
    expect(noticeTo(late, 'firstResponse', 'supervisor').subject).toContain('Escalation, level 1: first answer is overdue');
    expect(noticeTo(late, 'firstResponse', 'department').subject).toContain('Escalation, level 2');
    const { text } = noticeTo(late, 'firstResponse', 'supervisor');
    expect(text).toContain('Late by: 4 hours 2 minutes of working time');
    expect(text).toContain('Was due: Tue, 3 Mar 2026, 17:00');
    expect(text).toContain('Also told: owner and head of department');
    expect(text).toContain('Find out with Lin what stands in the way');
    expect(text).toContain('You get this mail as supervisor');
  });

  test('asks to assign a case that nobody owns', () => {
    const { text } = noticeTo(aCase(normal).later(20 * HOUR), 'firstResponse', 'owner');
    expect(text).toContain('Owner: nobody yet');
    expect(text).toContain('Nobody owns this case. Assign it to somebody who has time.');
  });

  test('names the step that a solution waits for, and what a held case waits for', () => {
    const story = aCaseAt('fulfilment').later(12 * DAY);
    expect(noticeTo(story, 'resolution', 'owner').text).toContain('Carry out what was agreed');
    const held = STORIES['a case on hold that is late'];
    if (!held) throw new Error('no story');
    const { text } = noticeTo(held, 'resolution', 'owner');
    expect(text).toContain('Stands at: Investigation, on hold: Spare parts');
    expect(text).toContain('Look whether what the case waits for has come.');
  });

  test('speaks of hours where day and night count', () => {
    const urgent = aCase({ classification: { category: 'product-quality', priority: 'urgent', safety: true } }).later(2 * HOUR);
    expect(noticeTo(urgent, 'firstResponse', 'owner').text).toMatch(/Late by: 1 hour 1 minute\n/);
  });

  test('of a limit set by law names the law, the last day and our own target', () => {
    const day = aCase(normal)
      .assigned()
      .replied()
      .later(15 * DAY - 8 * HOUR + 60_000);
    const { subject, text } = noticeTo(day, 'complaint-answer', 'supervisor');
    expect(subject).toContain('The last day by law is reached: decision on the complaint');
    expect(text).toContain('Last day by law: Tue, 17 Mar 2026');
    expect(text).toContain('Our own target day: Tue, 17 Mar 2026');
    expect(text).toContain('Banking and Insurance, article 20');
    const passed = aCase(normal)
      .assigned()
      .replied()
      .later(20 * DAY);
    expect(noticeTo(passed, 'complaint-answer', 'owner').subject).toContain('The last day by law has passed');
  });

  test('is written in the language of the team where none is known', () => {
    const { locale, text } = noticeTo(aCase(normal).later(20 * HOUR), 'firstResponse', 'owner', { locale: undefined });
    expect(locale).toBe('zh-CN');
    expect(text).toContain('首次答复：时间已用 50%');
  });

  test('shows whatever people wrote as text', () => {
    const nasty = '"><script>alert(1)</script>\r\nBcc: all@example.com';
    const story = aCase({ ...normal, subject: nasty })
      .assigned({ ...lin, name: nasty })
      .later(44 * HOUR);
    const { subject, html } = noticeTo(story, 'firstResponse', 'supervisor', { name: nasty });
    expect(html).not.toContain('<script');
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test('links to the desk whether or not the address of the site ends in a slash', () => {
    const { text } = noticeTo(aCase(normal).later(20 * HOUR), 'firstResponse', 'owner', { siteUrl: 'https://care.example.com' });
    expect(text).toContain('\nhttps://care.example.com/desk#/cases/AC-1\n');
  });
});
