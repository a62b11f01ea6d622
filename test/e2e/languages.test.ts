import { expect, test } from '@jest/globals';
import { formatMoment } from '../../functions/content/format.ts';
import { Customer } from '../support/browser/customer.ts';
import { reads } from '../support/browser/look.ts';
import { useBrowser } from '../support/browser/windows.ts';
import { chen, lin } from '../support/stack/desk.ts';
import { LiveCase } from '../support/stack/liveCase.ts';
import { anAddress } from '../support/stack/steps.ts';

const windows = useBrowser();

const STORIES = {
  'zh-TW': {
    answers: { subject: '電熱水壺漏水', description: '用了兩週就漏水。', desiredRemedy: '換一個新的', 'product.name': '電熱水壺 E1' },
    name: '林怡君',
    subject: /投訴|客訴|申訴|受理/,
  },
  en: {
    answers: { subject: 'The kettle leaks', description: 'After two weeks.', desiredRemedy: 'A new one', 'product.name': 'Kettle E1' },
    name: 'Jane Doe',
    subject: /complaint/i,
  },
} as const;

test.each(['zh-TW', 'en'] as const)('pages and mails speak %s from the start page to the offer', async (locale) => {
  const { answers, name, subject } = STORIES[locale];
  const customer = new Customer(await windows.customer({ locale }), anAddress('reader'), locale);
  const { words, labels, page } = customer;
  const main = page.locator('main');
  await customer.opens('/');
  expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  await reads(main, words('start.lead'));
  await page.locator('a[href^="/complaint"]').first().click();
  await reads(main, words('form.complaint.lead'));
  await customer.fills({ ...answers, 'customer.name': name, 'customer.email': customer.email, 'consent.service': true });
  await customer.presses(words('form.send'));
  const caseId = await customer.numberOfNewCase();
  const live = new LiveCase({ caseId, trackingUrl: page.url().replace('&notice=opened', '') }, customer.email);
  const { clocks, opening } = await chen.look(caseId);
  expect(opening.customer.locale).toBe(locale);
  await reads(main, words('track.opened.title'), labels('waitingFor.assignment'), formatMoment(clocks.firstResponse.due, locale));
  const { mail, content } = await customer.readsMail('acknowledgement', caseId);
  expect(mail.subject).toMatch(subject);
  await reads(content, answers.subject, name, formatMoment(clocks.resolution.due, locale));
  await live.handledBy(lin);
  const offer = await customer.readsMail('offer', caseId);
  await reads(offer.content, labels('remedy.repair'));
  await page.goto(live.trackingUrl);
  await reads(main, words('offer.title'), words('offer.accept'), labels('remedy.repair'));
});

test('a chosen language stays chosen, and keeps what was typed', async () => {
  const customer = new Customer(await windows.customer({ locale: 'en' }), anAddress('chooser'), 'en');
  const { page } = customer;
  await customer.opens('/complaint');
  await customer.fills({ subject: '電熱水壺漏水' });
  await page.getByRole('link', { name: '繁體' }).click();
  const chosen = new Customer(page, customer.email, 'zh-TW');
  await reads(page.locator('main'), chosen.words('form.complaint.title'));
  expect(await chosen.field('subject').inputValue()).toBe('電熱水壺漏水');
  await page.getByRole('link', { name: 'Aftercare' }).click();
  await reads(page.locator('main'), chosen.words('start.lead'));
  await chosen.opens('/inquiry');
  await reads(page.locator('main'), chosen.words('form.inquiry.title'));
});
