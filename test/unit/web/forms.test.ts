import { describe, expect, it } from '@jest/globals';
import { errorSentence } from '../../../functions/content/common/index.ts';
import { LOCALES } from '../../../functions/domain/case/model.ts';
import { FIELD_ERROR_CODES } from '../../../functions/domain/kernel/fieldError.ts';
import { formToBody } from '../../../functions/handlers/api/forms.ts';
import { parse } from '../../../functions/handlers/api/parse.ts';
import { opening } from '../../../functions/handlers/api/schemas.ts';
import { html } from '../../../functions/web/markup.ts';
import { aForm, aSurvey, NASTY } from './sample.ts';

const FIELDS = [
  'subject',
  'description',
  'desiredRemedy',
  'product.name',
  'product.orderNo',
  'product.serial',
  'product.purchasedOn',
  'customer.name',
  'customer.email',
  'customer.phone',
] as const;

/** What a browser would send back for the field. */
const filled = (page: string, name: string): string | undefined => {
  const [, area] = new RegExp(`<textarea[^>]* name="${name}"[^>]*>\\n?([^<]*)</textarea>`).exec(page) ?? [];
  const [, input] = new RegExp(`<input[^>]* name="${name}"[^>]* value="([^"]*)"`).exec(page) ?? [];
  return (area ?? input)
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
};

describe('a form that comes back', () => {
  it.each(FIELDS.flatMap((name) => NASTY.map((value) => [name, value] as const)))('keeps in %s as text: %s', (name, value) => {
    const page = aForm({ values: { [name]: value }, errors: [{ pointer: '/subject', code: 'required' }] });
    expect(filled(page, name)).toBe(value);
    expect(page).not.toMatch(/<script>|<img|<b>out| onfocus='/);
  });

  it('keeps a first line break of a text, which HTML would swallow', () => {
    expect(aForm({ values: { description: '\nSecond line' } })).toMatch(
      /<textarea[^>]*name="description"[^>]*>\n\nSecond line<\/textarea>/,
    );
  });

  it('keeps choices and ticks', () => {
    const page = aForm({ kind: 'after-sales', values: { request: 'repair', 'consent.service': 'true' } });
    expect(page).toMatch(/value="repair"[^>]* checked/);
    expect(page).toMatch(/name="consent\.service"[^>]* checked/);
    expect(page).not.toMatch(/name="consent\.marketing"[^>]* checked/);
  });

  it('carries kind, key and language with it', () => {
    const page = aForm({ kind: 'inquiry', locale: 'zh-TW', key: 'k"1' });
    expect(page).toContain('name="kind" value="inquiry"');
    expect(page).toContain('name="key" value="k&quot;1"');
    expect(page).toContain('name="customer.locale" value="zh-TW"');
    expect(page).toContain('action="/api/cases"');
  });
});

describe('what is wrong with a form', () => {
  const page = aForm({
    errors: [
      { pointer: '/customer/email', code: 'email' },
      { pointer: '/surprise<i>', code: 'unknown-field' },
      { pointer: '/description', code: 'too-long', values: { max: 5000 } },
    ],
  });

  it('is told at the top with links to the fields, and takes the focus', () => {
    expect(page).toMatch(/<div class="summary" role="alert" tabindex="-1" autofocus/);
    expect(page).toContain('3 things need your attention');
    expect(page).toContain('<a href="#field-customer-email">E-mail address: Please enter one e-mail address');
    expect(page).toContain('<title>Error: ');
  });

  it('is told at each field, and tied to it', () => {
    expect(page).toMatch(
      /id="field-customer-email"[^>]* aria-invalid="true"[^>]* aria-describedby="field-customer-email-hint field-customer-email-wrong"/,
    );
    expect(page).toMatch(/id="field-customer-email-wrong"\s*>\s*Please enter one e-mail/);
    expect(page).toContain('Please use at most 5,000 characters.');
    expect(page).toMatch(/id="field-subject-wrong"\s+hidden/);
  });

  it('names an unknown field without linking to it, as text', () => {
    expect(page).toContain('<bdi>surprise&lt;i&gt;</bdi>: We do not know this field.');
  });

  it('puts a group that is missing as a whole at its first field', () => {
    const missing = aForm({
      errors: [
        { pointer: '/product', code: 'required' },
        { pointer: '/consent', code: 'required' },
      ],
    });
    expect(missing).toContain('href="#field-product-name"');
    expect(missing).toContain('href="#field-consent-service"');
    expect(missing).toContain('We need your consent to handle your case.');
  });

  it('is told for a choice at its group', () => {
    const choice = aForm({ kind: 'after-sales', errors: [{ pointer: '/request', code: 'required' }] });
    expect(choice).toMatch(/role="radiogroup"[^>]* aria-invalid="true"/);
    expect(choice).toContain('href="#field-request"');
    expect(choice).toMatch(/id="field-request" name="request" value="return"/);
  });

  it('comes with the sentences that the script will use, in the language of the page', () => {
    expect(aForm({ locale: 'zh-CN' })).toContain('data-say-email="请输入一个电子邮箱地址');
  });

  it.each(LOCALES)('has a sentence for every code in %s, with or without its limit', (locale) => {
    for (const code of FIELD_ERROR_CODES) {
      expect(errorSentence(locale, { code, values: { min: 2, max: 7 } })).toMatch(/\S/);
      expect(errorSentence(locale, { code })).toMatch(/\S/);
    }
  });
});

describe('the survey', () => {
  it('asks outcome and handling apart, recommendation from 0 to 10, and free text', () => {
    const page = aSurvey();
    expect(page.match(/name="outcome"/g)).toHaveLength(5);
    expect(page.match(/name="handling"/g)).toHaveLength(5);
    expect(page.match(/name="recommend"/g)).toHaveLength(11);
    expect(page).toContain('name="comment"');
  });

  it.each(NASTY)('shows subject and comment as text: %s', (value) => {
    const page = aSurvey({ subject: value, values: { comment: value } });
    expect(filled(page, 'comment')).toBe(value);
    expect(page).not.toMatch(/<script>|<img|<b>out/);
  });

  it('keeps the answers given and puts the token into its address safely', () => {
    const page = aSurvey({ token: 'a/b?c"', values: { outcome: '4' }, errors: [{ pointer: '/handling', code: 'required' }] });
    expect(page).toMatch(/name="outcome" value="4"[^>]* checked/);
    expect(page).toContain('action="/api/surveys/a%2Fb%3Fc%22"');
  });
});

describe('markup', () => {
  it('refuses what is neither text nor markup', () => {
    // @ts-expect-error a promise cannot stand in a page
    expect(() => html`<p>${Promise.resolve('late')}</p>`).toThrow('no promises');
  });
});

describe('the region of a customer', () => {
  const options = (page: string): string => /<select[^>]* name="customer\.region"[^>]*>(.*?)<\/select>/s.exec(page)?.[1] ?? '';

  it.each(['complaint', 'after-sales'] as const)('is asked for %s, says why, and may stay empty', (kind) => {
    const page = aForm({ kind });
    expect(options(page)).toMatch(/<option value="">.*<option value="CN"\s*>Mainland China.*<option value="TW"\s*>Taiwan/s);
    expect(options(page)).not.toContain('selected');
    expect(page).toMatch(/for="field-customer-region"[^>]*>Where are you\? <span class="optional">/);
    expect(page).toContain('working days, public holidays and laws of your place');
  });

  it('is not asked where it decides little', () => {
    expect(options(aForm({ kind: 'inquiry' }))).toBe('');
  });

  it.each(LOCALES)('is never guessed from the language %s', (locale) => {
    expect(options(aForm({ locale }))).not.toContain('selected');
  });

  it('comes back as it was chosen', () => {
    expect(options(aForm({ values: { 'customer.region': 'TW' } }))).toMatch(/value="TW"\s+selected/);
  });

  it('is told at the field and at the top when it is wrong', () => {
    const page = aForm({ errors: [{ pointer: '/customer/region', code: 'choice' }] });
    expect(page).toMatch(/id="field-customer-region-wrong"\s*>\s*Please choose one of the options\./);
    expect(page).toMatch(/<select[^>]* aria-invalid="true"/);
    expect(page).toContain('href="#field-customer-region"');
  });

  it('is parsed from the form: empty is absent, anything else than a region is refused with its pointer', async () => {
    const fields = {
      kind: 'inquiry',
      subject: 'Filter',
      description: 'Which one?',
      'customer.name': 'Li Na',
      'customer.email': 'li.na@example.com',
      'consent.service': 'true',
    };
    const sent = (region: string) => parse(opening, formToBody({ ...fields, 'customer.region': region }));
    expect(sent('')).toMatchObject({ ok: true, value: { customer: { name: 'Li Na' } } });
    expect(sent('TW')).toMatchObject({ ok: true, value: { customer: { region: 'TW' } } });
    expect(sent('tw')).toMatchObject({ ok: false, refusal: [{ pointer: '/customer/region', code: 'choice' }] });
  });
});
