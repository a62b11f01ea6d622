import { describe, expect, test } from '@jest/globals';
import { parse } from 'zod/mini';
import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import type { CareRules, ServicePlan, Touchpoint } from '../../../functions/domain/care/rules.ts';
import * as answers from '../../../functions/handlers/api/answers.ts';
import { careBook } from '../../../functions/handlers/api/careAnswers.ts';
import { bookShelf } from '../../support/builders/bookShelf.ts';
import { admin, auditor, chen, lin } from '../../support/builders/staff.ts';
import { ask, bodyOf, NOW } from './doors.ts';

const PATH = '/api/desk/care/rules';
const RULES = FIRST_CARE_BOOK.rules;
const [STANDARD] = RULES.plans;
if (!STANDARD) throw new Error('there is a first plan');
const EARLIER: CareRules = { ...RULES, quiet: { from: '20:00', to: '09:00' } };

/** A desk of its own, with the rules that came with the software. */
const aDesk = () => {
  const care = bookShelf([FIRST_CARE_BOOK]);
  const read = async (path = PATH) => bodyOf(await ask([], 'GET', path, { as: auditor, care }));
  const put = (body: unknown, seen: string | undefined = '"0"', more: Partial<Parameters<typeof ask>[3]> = {}) =>
    ask([], 'PUT', PATH, { as: admin, care, body, ...more, headers: { ...(seen && { 'if-match': seen }), ...more.headers } });
  const versions = async () => parse(answers.rulesVersions, await read(`${PATH}/versions`)).items;
  return { read, put, versions };
};

test('everybody at the desk reads the service plans, with their version', async () => {
  const answer = await ask([], 'GET', PATH, { as: auditor });
  expect(answer).toMatchObject({ status: 200, headers: { etag: '"0"' } });
  expect(parse(careBook, bodyOf(answer))).toEqual(FIRST_CARE_BOOK);
  expect(await ask([], 'GET', PATH)).toMatchObject({ status: 401 });
  expect(await ask([], 'GET', `${PATH}/versions`)).toMatchObject({ status: 401 });
});

test('an admin changes them: a new version that counts at once', async () => {
  const desk = aDesk();
  const answer = await desk.put({ note: 'Nobody at dinner', rules: EARLIER });
  expect(answer).toMatchObject({ status: 200, headers: { etag: '"1"' } });
  expect(parse(careBook, bodyOf(answer))).toEqual({ version: 1, at: NOW, by: 'admin', note: 'Nobody at dinner', rules: EARLIER });
  expect(await desk.read()).toEqual(bodyOf(answer));
  expect(await desk.versions()).toEqual([
    { version: 1, at: NOW, by: 'admin', note: 'Nobody at dinner' },
    { version: 0, at: FIRST_CARE_BOOK.at },
  ]);
});

test.each([
  ['agent', lin],
  ['supervisor', chen],
  ['auditor', auditor],
])('no %s changes them', async (_, as) => {
  const desk = aDesk();
  expect(await desk.put({ rules: EARLIER }, '"0"', { as })).toMatchObject({ status: 403 });
  expect(await desk.versions()).toHaveLength(1);
});

test('the same content, the same key and somebody slower make no version', async () => {
  const desk = aDesk();
  const key = { headers: { 'idempotency-key': 'k1' } };
  const first = await desk.put({ rules: EARLIER }, '"0"', key);
  expect(await desk.put({ rules: EARLIER }, '"0"')).toMatchObject({ status: 200, body: first.body });
  expect(await desk.put({ rules: EARLIER }, '"0"', key)).toMatchObject({ body: first.body, headers: { 'idempotency-replayed': 'true' } });
  const other = await desk.put({ rules: RULES }, '"1"', key);
  expect(parse(answers.problems['key-reused'], bodyOf(other))).toMatchObject({ status: 422 });
  const slower = await desk.put({ rules: RULES });
  expect(slower).toMatchObject({ status: 412, headers: { etag: '"1"' } });
  expect(parse(answers.problems['stale-care-rules'], bodyOf(slower)).current).toMatchObject({ version: 1, rules: EARLIER });
  expect(await desk.put({ rules: RULES }, '')).toMatchObject({ status: 428 });
  expect(await desk.versions()).toHaveLength(2);
});

describe('refused with the field', () => {
  const withPlan = (change: object): object => ({ ...RULES, plans: [{ ...STANDARD, ...change }] });
  const [delivery] = STANDARD.touchpoints;
  const withPoint = (change: object): object => withPlan({ touchpoints: [{ ...delivery, ...change }] });
  const POINT = '/rules/plans/0/touchpoints/0';

  test.each<readonly [what: string, rules: unknown, errors: readonly string[]]>([
    ['nothing', undefined, ['/rules required']],
    ['an unknown field', { ...RULES, colour: 1 }, ['/rules/colour unknown-field']],
    ['no plan', { ...RULES, plans: [] }, ['/rules/plans too-few']],
    ['quiet hours that are missing', { plans: RULES.plans }, ['/rules/quiet required']],
    ['quiet hours that are no times', { ...RULES, quiet: { from: '9', to: '08:00' } }, ['/rules/quiet/from time']],
    ['too little day', { ...RULES, quiet: { from: '08:00', to: '21:00' } }, ['/rules/quiet/to day-too-short']],
    ['a plan without a name', withPlan({ name: ' ' }), ['/rules/plans/0/name required']],
    ['an id with spaces', withPlan({ id: 'A b' }), ['/rules/plans/0/id id']],
    ['a plan for no product', withPlan({ products: [] }), ['/rules/plans/0/products too-few']],
    ['no plan for all', withPlan({ products: ['car'] }), ['/rules/plans no-catch-all']],
    [
      'no reminder',
      withPlan({ renewal: { remindDaysBefore: [], deliveredAtLeast: 1 } }),
      ['/rules/plans/0/renewal/remindDaysBefore too-few'],
    ],
    [
      'a reminder on the due date, and one more than a year before',
      withPlan({ renewal: { remindDaysBefore: [366, 0], deliveredAtLeast: 1 } }),
      ['/rules/plans/0/renewal/remindDaysBefore/0 too-big', '/rules/plans/0/renewal/remindDaysBefore/1 too-small'],
    ],
    ['half a day', withPlan({ lapse: { ...STANDARD.lapse, graceDays: 60.5 } }), ['/rules/plans/0/lapse/graceDays type']],
    [
      'no time to come back',
      withPlan({ lapse: { ...STANDARD.lapse, reinstatementMonths: 0 } }),
      ['/rules/plans/0/lapse/reinstatementMonths too-small'],
    ],
    ['a touchpoint without an id', withPoint({ id: '' }), [`${POINT}/id id`]],
    ['a text that is missing', withPoint({ name: { 'zh-CN': '送达', en: 'Deliver' } }), [`${POINT}/name/zh-TW required`]],
    ['an empty text', withPoint({ name: { 'zh-CN': '送达', 'zh-TW': '\u3000', en: 'Deliver' } }), [`${POINT}/name/zh-TW required`]],
    ['an unknown language', withPoint({ name: { ...delivery?.name, fr: 'Livrer' } }), [`${POINT}/name/fr unknown-field`]],
    [
      'a subject of two lines',
      withPoint({ mail: { ...delivery?.mail, subject: { ...delivery?.name, en: 'a\nb' } } }),
      [`${POINT}/mail/subject/en control-characters`],
    ],
    [
      'a placeholder that is none',
      withPoint({ mail: { ...delivery?.mail, subject: { ...delivery?.name, en: '{who}' } } }),
      [`${POINT}/mail/subject/en placeholder`],
    ],
    ['an occasion that we do not know', withPoint({ when: { kind: 'wedding' } }), [`${POINT}/when/kind choice`]],
    ['no occasion', withPoint({ when: undefined }), [`${POINT}/when required`]],
    ['months that are missing', withPoint({ when: { kind: 'after' } }), [`${POINT}/when/months required`]],
    ['every 0 months', withPoint({ when: { kind: 'every', months: 0 } }), [`${POINT}/when/months too-small`]],
    ['a festival that we do not know', withPoint({ when: { kind: 'festival', festival: 'easter' } }), [`${POINT}/when/festival choice`]],
    ['a date that does not exist', withPoint({ when: { kind: 'date', on: '2027-02-29' } }), [`${POINT}/when/on date`]],
    ['a date that cannot be counted', withPoint({ when: { kind: 'date', on: '2100-01-01' } }), [`${POINT}/when/on years`]],
    ['a month 13', withPoint({ when: { kind: 'calendar', months: [13], day: 1 } }), [`${POINT}/when/months/0 too-big`]],
    ['a field of another occasion', withPoint({ when: { kind: 'birthday', months: 2 } }), [`${POINT}/when/months unknown-field`]],
    ['an unknown purpose', withPoint({ purpose: 'spam' }), [`${POINT}/purpose choice`]],
    ['a task of no days', withPoint({ task: { days: 0 } }), [`${POINT}/task/days too-small`]],
    ['neither task nor mail', withPoint({ task: undefined, mail: undefined }), [`${POINT} nothing-to-do`]],
    ['nothing about whether it is active', withPoint({ active: undefined }), [`${POINT}/active required`]],
  ])('%s', async (_, rules, errors) => {
    const desk = aDesk();
    const answer = await desk.put({ rules });
    expect(answer.status).toBe(422);
    const { errors: found = [] } = parse(answers.problems['invalid-input'], bodyOf(answer));
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(errors);
    expect(await desk.versions()).toHaveLength(1);
  });

  test('more than an item of the table holds', async () => {
    const long = '中'.repeat(4000);
    const mail = { subject: STANDARD.touchpoints[0]?.name, text: { 'zh-CN': long, 'zh-TW': long, en: long } };
    const touchpoints = Array.from({ length: 10 }, (_, n) => ({ ...delivery, id: `p${n}`, mail }));
    const answer = await aDesk().put({ rules: withPlan({ touchpoints }) });
    expect(parse(answers.problems['body-too-large'], bodyOf(answer))).toMatchObject({ status: 413 });
  });
});

test('texts keep their paragraphs, and lose what surrounds them', async () => {
  const point: Touchpoint = {
    ...{ id: 'hello', name: { 'zh-CN': '好', 'zh-TW': '好', en: 'Hello' }, when: { kind: 'delivery' }, purpose: 'service', active: true },
    mail: { subject: { 'zh-CN': '好', 'zh-TW': '好', en: 'Good ' }, text: { 'zh-CN': '好', 'zh-TW': '好', en: '\r\nOne\r\n\r\nTwo\n' } },
  };
  const plan: ServicePlan = { ...STANDARD, touchpoints: [point] };
  const answer = await aDesk().put({ rules: { ...RULES, plans: [plan] } });
  expect(parse(careBook, bodyOf(answer)).rules.plans[0]?.touchpoints[0]?.mail).toMatchObject({
    subject: { en: 'Good' },
    text: { en: 'One\n\nTwo' },
  });
});
