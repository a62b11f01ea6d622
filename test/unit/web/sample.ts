import { LOCALES, type Locale } from '../../../functions/domain/case/model.ts';
import type { RuleBook } from '../../../functions/domain/clocks/rules.ts';
import { customerCase, type CustomerCase } from '../../../functions/domain/case/view.ts';
import {
  formPage,
  marketingPage,
  messagePage,
  startPage,
  surveyDonePage,
  surveyPage,
  trackingPage,
  unsubscribePage,
  type FormPage,
  type SurveyPage,
  type TrackingPage,
} from '../../../functions/web/customer/index.ts';
import { aCaseAt, type TestCase } from '../../support/builders/cases.ts';
import { BOOKS, POLICY } from '../../support/builders/policy.ts';

/** Texts that break a page which does not escape, or that a template engine would take for its own. */
export const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</textarea><b>out</b>',
  '{{7*7}}',
  '${7*7}',
  '&amp;&#60;',
];

/** What its customer sees of a case. */
export const viewOf = ({ state, events, now }: TestCase, books: readonly RuleBook[] = BOOKS): CustomerCase =>
  customerCase(state, events, POLICY, books, now);

/** A form page; `changes` replaces what it is made from. */
export const aForm = (changes: Partial<FormPage> = {}): string =>
  formPage({ locale: 'en', path: '/complaint', kind: 'complaint', values: {}, errors: [], key: 'key-1', ...changes });

/** The tracking page of a case. */
export const aTracking = (story: TestCase, changes: Partial<TrackingPage> = {}): string =>
  trackingPage({ locale: 'en', path: '/track/AC-1', view: viewOf(story), token: 'token-1', key: 'key-1', now: story.now, ...changes });

/** A survey page. */
export const aSurvey = (changes: Partial<SurveyPage> = {}): string =>
  surveyPage({
    locale: 'en',
    path: '/survey/token-1',
    token: 'token-1',
    key: 'key-1',
    caseId: 'AC-1',
    subject: 'Kettle leaks',
    values: {},
    errors: [],
    ...changes,
  });

const POSITIONS = [
  'intake',
  'investigation',
  'offer',
  'approval',
  'review',
  'decision',
  'fulfilment',
  'feedback',
  'closed',
  'on-hold',
] as const;
const REASONS = ['not-found', 'gone', 'conflict', 'too-many', 'too-large', 'bad-request', 'unavailable'] as const;

const pagesIn = (locale: Locale): readonly (readonly [string, string])[] => [
  [`${locale} start`, startPage({ locale, path: '/' })],
  [`${locale} complaint`, aForm({ locale })],
  [`${locale} after-sales`, aForm({ locale, kind: 'after-sales', path: '/after-sales' })],
  [`${locale} inquiry`, aForm({ locale, kind: 'inquiry', path: '/inquiry' })],
  ...POSITIONS.map(
    (position) => [`${locale} tracking at ${position}`, aTracking(aCaseAt(position), { locale, notice: 'opened' })] as const,
  ),
  [`${locale} tracking of a refusal`, aTracking(aCaseAt('offer').refused(), { locale, notice: 'sent' })],
  [`${locale} survey`, aSurvey({ locale })],
  [`${locale} survey done`, surveyDonePage({ locale, path: '/survey/token-1' })],
  [`${locale} unsubscribe`, unsubscribePage({ locale, path: '/unsubscribe/token-1', token: 'token-1', done: false })],
  ...[true, false].flatMap((agreed) =>
    [true, false].map(
      (changed) =>
        [
          `${locale} marketing ${agreed ? 'agreed' : 'withdrawn'}${changed ? ' just now' : ''}`,
          marketingPage({ locale, path: '/withdraw/token-1', token: 'token-1', agreed, changed }),
        ] as const,
    ),
  ),
  ...REASONS.map((reason) => [`${locale} message ${reason}`, messagePage({ locale, path: '/', status: 404, reason })] as const),
];

/** Every page in every language, with its name. */
export const EVERY_PAGE: readonly (readonly [string, string])[] = LOCALES.flatMap(pagesIn);
