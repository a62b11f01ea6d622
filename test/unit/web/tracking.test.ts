import { describe, expect, it } from '@jest/globals';
import { HOUR } from '../../../functions/domain/kernel/time.ts';
import { aCase, aCaseAt } from '../../support/builders/cases.ts';
import { chen } from '../../support/builders/staff.ts';
import { aTracking, NASTY, viewOf } from './sample.ts';

const words = (page: string): string =>
  page
    .slice(page.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the tracking page', () => {
  it('shows a new case with its number, what happens next and by when, and the link to keep', () => {
    const page = aTracking(aCase(), { notice: 'opened' });
    expect(words(page)).toContain('Case number AC-1');
    expect(words(page)).toContain('You hear from us within 2 hours: by Mon, 2 Mar 2026, 19:00 (China Standard Time) at the latest.');
    expect(words(page)).toContain('A colleague reads your case and takes charge of it.');
    expect(page).toContain('href="/track/AC-1?t=token-1"');
    expect(page).toContain('data-draft-done="complaint"');
  });

  it.each([
    ['intake', 'Received'],
    ['investigation', 'Investigation'],
    ['decision', 'Resolution'],
    ['fulfilment', 'Resolution'],
    ['feedback', 'Feedback'],
  ] as const)('marks the stage of a case at %s as %s', (position, stage) => {
    expect(aTracking(aCaseAt(position))).toMatch(new RegExp(`aria-current="step">\\s*<span[^>]*>\\d</span>\\s*<span>${stage}</span>`));
  });

  it('tells every line of the history in words, the latest first, without what is internal', () => {
    const story = aCaseAt('investigation').staff(chen, { action: 'note', note: 'Difficult customer' }).replied();
    const text = words(aTracking(story));
    expect(text).toMatch(/We wrote to you .*We look into it\. .*A colleague took over your case .*Case received/);
    expect(text).not.toContain('Difficult');
  });

  it('tells that we extended the period of the law, when, to what, and why', () => {
    const text = words(aTracking(aCaseAt('investigation').extended().extended(chen)));
    expect(text).toContain('We needed longer and extended it to 60 days in all.');
    expect(text).toContain('The law gives us 15 days');
    expect(text).toMatch(/On Mon, 2 Mar 2026 we extended this to 30 days in all.*On Mon, 2 Mar 2026 we extended this to 60 days in all/);
    expect(text).toContain('Last day by law Wed, 6 May 2026');
    expect(text).toMatch(/We told you why our decision takes longer .*The laboratory needs three weeks\./);
    expect(words(aTracking(aCaseAt('investigation')))).not.toContain('extended');
  });

  it('offers accept and reject while the customer is to decide, each in its own form', () => {
    const page = aTracking(aCaseAt('offer').offered({ remedy: 'refund', amount: { amount: '120.50', currency: 'CNY' } }));
    expect(words(page)).toContain('Refund · CN¥120.50');
    expect(page.match(/action="\/api\/cases\/AC-1\/decision"/g)).toHaveLength(2);
    expect(page).toMatch(/name="accept" value="true"/);
    expect(page).toMatch(/name="accept" value="false"/);
    expect(words(page)).toContain('Please answer by Thu, 12 Mar 2026');
  });

  it('explains a refusal: reasons, rule, how to have it looked at again, and the ways outside', () => {
    const text = words(aTracking(aCaseAt('offer').refused()));
    expect(text).toContain('The warranty ended in May.');
    expect(text).toContain('Warranty terms, section 2');
    expect(text).toContain('Have it looked at again');
    expect(text).toContain('12315');
  });

  it('keeps the ways outside in sight when a case ended without an agreement', () => {
    const text = words(aTracking(aCaseAt('offer').refused().accepted()));
    expect(text).toContain('Ways that remain open to you');
    expect(text).not.toContain('ask for another look above');
  });

  it('repeats the open question above the reply box', () => {
    const page = aTracking(aCaseAt('investigation').asked('Which colour?'));
    expect(page).toMatch(/<blockquote class="words" dir="auto">Which colour\?<\/blockquote>/);
    expect(words(page)).toContain('Answer our question');
  });

  it('offers only what the customer may do now', () => {
    const closed = aTracking(aCaseAt('closed'));
    expect(closed.match(/action="[^"]*"/g)).toEqual([expect.stringContaining('/reopening"')]);
    const deciding = aTracking(aCaseAt('investigation'));
    expect(deciding).toContain('/messages"');
    expect(deciding).toContain('/withdrawal"');
    expect(deciding).not.toContain('/decision"');
  });

  it('owns up when a promise is broken', () => {
    expect(words(aTracking(aCase().later(3 * HOUR)))).toContain('We are later than we promised');
    expect(words(aTracking(aCase()))).not.toContain('We are later');
  });

  it('carries token and key in every form, and the token as nothing but text', () => {
    const page = aTracking(aCaseAt('decision'), { token: '"><script>', key: 'key"2' });
    const forms = page.match(/<form/g)?.length;
    expect(forms).toBe(5);
    expect(page.match(/name="t" value="&quot;&gt;&lt;script&gt;"/g)).toHaveLength(5);
    expect(page.match(/name="key" value="key&quot;2"/g)).toHaveLength(5);
    expect(page).toContain('?t=%22%3E%3Cscript%3E');
  });

  it('uploads files as a multipart form, and links those that are there', () => {
    const story = aCase().customer({
      action: 'attachment',
      attachment: { id: 'f1', name: 'photo <1>.jpg', contentType: 'image/jpeg', size: 1_834_112 },
    });
    const page = aTracking(story);
    expect(page).toMatch(/action="\/api\/cases\/AC-1\/attachments"\s+enctype="multipart\/form-data"/);
    expect(page).toContain('href="/api/cases/AC-1/attachments/f1?t=token-1"');
    expect(page).toContain('photo &lt;1&gt;.jpg');
    expect(words(page)).toContain('1.8 MB');
  });

  it.each(NASTY)('shows whatever people wrote as text: %s', (text) => {
    const story = aCase({ subject: text, description: text, desiredRemedy: text, product: { name: text, orderNo: text } })
      .assigned()
      .replied()
      .wrote(text)
      .asked(text)
      .wrote(text)
      .found()
      .offered({ reasons: text });
    const page = aTracking(story, {
      values: { message: text },
      errors: [{ pointer: '/message', code: 'too-long', values: { max: 5000 } }],
    });
    expect(page).not.toMatch(/<script>|<img|<b>out| onfocus='/);
    const escaped = text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
    expect(page.split(escaped).length - 1).toBeGreaterThanOrEqual(10);
  });

  it.each(NASTY)('shows the reasons and the rule of a refusal as text: %s', (text) => {
    const view = { ...viewOf(aCaseAt('offer').refused()), refusal: { reasons: text, rule: text } };
    expect(aTracking(aCase(), { view })).not.toMatch(/<script>|<img|<b>out| onfocus='/);
  });
});

describe('a tracking page that comes back', () => {
  const tooLong = { code: 'too-long', values: { max: 2000 } } as const;

  it('keeps a message at its box', () => {
    const page = aTracking(aCase(), { values: { message: 'Hello' }, errors: [{ pointer: '/message', ...tooLong }] });
    expect(page).toMatch(/name="message"[^>]*aria-invalid="true"[^>]*>\nHello<\/textarea>/);
    expect(page).toContain('href="#field-message"');
  });

  it('keeps the reason of a rejection in the rejection, and opens it', () => {
    const page = aTracking(aCaseAt('decision'), {
      values: { accept: 'false', reason: 'Why' },
      errors: [{ pointer: '/reason', ...tooLong }],
    });
    expect(page).toMatch(/<details\s+open>\s*<summary>I do not accept/);
    expect(page).toMatch(/id="field-reason"[^>]*>\nWhy<\/textarea>/);
    expect(page).toMatch(/id="withdrawal-reason"[^>]*>\n<\/textarea>/);
  });

  it('keeps the reason of a withdrawal in the withdrawal, and opens it', () => {
    const page = aTracking(aCaseAt('decision'), { values: { reason: 'Why' }, errors: [{ pointer: '/reason', ...tooLong }] });
    expect(page).toMatch(/<details class="withdrawal"\s+open>/);
    expect(page).toMatch(/id="withdrawal-reason"[^>]*>\nWhy<\/textarea>/);
    expect(page).toContain('href="#withdrawal-reason"');
  });

  it('tells at the file field what is wrong with a file, or with their number', () => {
    for (const pointer of ['/file', '']) {
      const page = aTracking(aCase(), { errors: [{ pointer, code: 'attachment-count', values: { max: 10 } }] });
      expect(page).toMatch(/id="field-file-wrong"\s*>\s*No more files can be added/);
    }
  });
});
