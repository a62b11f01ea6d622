import { describe, expect, test } from '@jest/globals';
import { desk } from '../../../functions/content/desk/index.ts';
import { deskCase } from '../../../functions/domain/case/deskView.ts';
import { LOCALES, type Locale } from '../../../functions/domain/case/model.ts';
import { ACTIONS, type Action } from '../../../functions/domain/case/permissions.ts';
import { aboutAction, ACTION_FIELDS, actionBody, leadingActions, startValues } from '../../../functions/web/desk/actionForms.ts';
import { fieldAt, mistakesIn, shownFields, type Values } from '../../../functions/web/desk/fields.ts';
import { NEW_CASE_FIELDS, newCaseBody, newCaseStart } from '../../../functions/web/desk/newCase.ts';
import { actions, opening as openingSchema } from '../../../functions/handlers/api/schemas.ts';
import { parse } from '../../../functions/handlers/api/parse.ts';
import { aCaseAt, type TestCase } from '../../support/builders/cases.ts';
import { BOOKS, POLICY } from '../../support/builders/policy.ts';
import { lin } from '../../support/builders/staff.ts';

const TODAY = '2026-03-02';

const wrongIn = (action: Action, values: Values) =>
  mistakesIn(ACTION_FIELDS[action], values, TODAY).map(({ name, code }) => `${name} ${code}`);

const FILLED: Readonly<Record<Action, Values>> = {
  assign: { owner: 'lin.mei@aftercare.example' },
  classify: { category: 'delivery', priority: 'high', safety: '' },
  respond: { message: ' Hello \n there ' },
  note: { note: 'n' },
  hold: { reason: 'customer-reply', message: 'When?' },
  resume: {},
  findings: { text: 'It broke.', rootCause: 'supplier' },
  offer: { remedy: 'refund', amount: '12.50', currency: 'CNY', reasons: 'Because.' },
  approve: {},
  decline: { reasons: 'Too much.' },
  refuse: { reasons: 'No.', rule: 'Article 24' },
  receive: { note: '' },
  fulfil: { reference: 'SF-1' },
  reopen: { reason: 'Came back.' },
  escalate: { reason: 'Again.' },
  extend: { reasons: 'The laboratory needs three weeks.' },
};

describe('the form of an action', () => {
  test.each(ACTIONS)('%s: what it takes, the API takes', (action) => {
    expect(wrongIn(action, FILLED[action])).toEqual([]);
    expect(parse(actions[action], actionBody(action, FILLED[action]))).toMatchObject({ ok: true });
  });

  const OPTIONAL_FOR_SCRIPTS: readonly Action[] = ['reopen', 'escalate']; // the desk asks people for their reason all the same

  test.each(ACTIONS.filter((action) => ACTION_FIELDS[action].some(({ required }) => required)))(
    '%s: empty, it is refused by both',
    (action) => {
      expect(wrongIn(action, {}).length).toBeGreaterThan(0);
      expect(parse(actions[action], actionBody(action, {})).ok).toBe(OPTIONAL_FOR_SCRIPTS.includes(action));
    },
  );

  test('asks the customer something when it waits for their reply', () => {
    expect(wrongIn('hold', { reason: 'customer-reply', message: '  ' })).toEqual(['message required']);
    expect(wrongIn('hold', { reason: 'parts' })).toEqual([]);
  });

  test.each(['0', '-1', '1.234', '1,5', 'abc', '１２'])('takes no amount like %s', (amount) => {
    expect(wrongIn('offer', { ...FILLED.offer, amount })).toEqual(['amount money']);
  });

  test('sends no money when none is named', () => {
    expect(actionBody('offer', { ...FILLED.offer, amount: ' ' })).toEqual({ remedy: 'refund', reasons: 'Because.' });
  });

  test('counts characters as people do', () => {
    expect(wrongIn('fulfil', { reference: '😀'.repeat(200) })).toEqual([]);
    expect(wrongIn('fulfil', { reference: '😀'.repeat(201) })).toEqual(['reference too-long']);
  });

  test('sends what was written for "other"', () => {
    expect(wrongIn('offer', { ...FILLED.offer, remedy: 'other' })).toEqual(['otherRemedy required']);
    expect(actionBody('offer', { ...FILLED.offer, remedy: 'other', otherRemedy: 'A voucher' })).toMatchObject({ remedy: 'A voucher' });
    expect(actionBody('hold', { reason: 'other', otherReason: 'The court' })).toEqual({ reason: 'The court' });
    expect(actionBody('hold', { reason: 'parts', otherReason: 'The court' })).toEqual({ reason: 'parts' });
  });

  test('a safety case is urgent, whatever was chosen before', () => {
    expect(actionBody('classify', { category: 'other', priority: 'low', safety: 'yes' })).toEqual({
      category: 'other',
      priority: 'urgent',
      safety: true,
    });
  });

  test('keeps segment, contract and region of a classification', () => {
    const opening = {
      kind: 'complaint',
      subject: '',
      description: '',
      customer: { name: '', email: '', locale: 'en' },
      channel: 'web',
      consent: { service: true, marketing: false },
    } as const;
    for (const segment of ['vip', 'gold', undefined]) {
      const classification = { category: 'other', priority: 'low', safety: false, segment, contract: 'C-1', region: 'TW' } as const;
      const body = actionBody('classify', startValues('classify', { opening, classification }));
      expect(body).toEqual(JSON.parse(JSON.stringify(classification)));
      expect(parse(actions.classify, body)).toMatchObject({ ok: true });
    }
    expect(wrongIn('classify', { ...FILLED.classify, segment: 'other' })).toEqual(['otherSegment required']);
    expect(actionBody('classify', { ...FILLED.classify, segment: '', contract: ' ', region: '' })).toEqual({
      category: 'delivery',
      priority: 'high',
      safety: false,
    });
  });

  test('starts with the remedy that the customer asked for', () => {
    const classification = { category: 'other', priority: 'low', safety: false } as const;
    const opening = {
      subject: '',
      description: '',
      customer: { name: '', email: '', locale: 'en' },
      channel: 'web',
      consent: { service: true, marketing: false },
    } as const;
    const start = (more: object) => startValues('offer', { opening: { ...opening, kind: 'complaint', ...more }, classification })['remedy'];
    expect(start({ kind: 'after-sales', request: 'return' })).toBe('return-refund');
    expect(start({ kind: 'inquiry' })).toBe('information');
    expect(start({})).toBe('');
  });

  test('shows an error of the API at its field', () => {
    const fields = ACTION_FIELDS.offer;
    expect(fieldAt(fields, '/amount')?.name).toBe('amount');
    expect(fieldAt(fields, '/amount/amount')?.name).toBe('amount');
    expect(fieldAt(fields, '/amount/currency')?.name).toBe('currency');
    expect(fieldAt(fields, '/remedy')?.name).toBe('remedy');
    expect(fieldAt(fields, '/elsewhere')).toBeUndefined();
  });
});

describe('what an action does', () => {
  const about = (of: TestCase, action: Action, locale: Locale = 'en') =>
    aboutAction(action, { clocks: deskCase(of.state, of.events, lin, POLICY, BOOKS, of.now).clocks }, { words: desk(locale), locale });

  test('is said of each, in every language', () => {
    for (const action of ACTIONS)
      for (const locale of LOCALES) expect(about(aCaseAt('investigation'), action, locale)).not.toMatch(/[{}]|undefined|^$/);
  });

  test('an extension says to how many days, until when, and that it is an approval', () => {
    expect(about(aCaseAt('investigation'), 'extend')).toContain('30 days in all for a complex complaint: until Wed, 1 Apr 2026');
    const again = about(aCaseAt('investigation').extended(), 'extend', 'zh-CN');
    expect(again).toContain('经您审批可以延长至共 60 日');
    expect(again).toContain('2026年5月6日');
    expect(about(aCaseAt('decision'), 'extend')).toBe(desk('en')('about.extend'));
  });
});

describe('what is offered first', () => {
  const all = { actions: ACTIONS, receivedAt: undefined, unansweredSince: undefined, owner: 'me', offer: undefined } as const;

  test('what the step calls for', () => {
    expect(leadingActions({ ...all, waitingFor: 'findings' })).toEqual(['findings']);
    expect(leadingActions({ ...all, waitingFor: 'findings', owner: undefined })).toEqual(['assign']);
    expect(leadingActions({ ...all, waitingFor: 'approval' })).toEqual(['approve', 'decline']);
  });

  test('an answer, while the customer waits for one', () => {
    expect(leadingActions({ ...all, waitingFor: 'customer-decision', unansweredSince: '2026-03-02T10:00:00.000Z' })).toEqual(['respond']);
  });

  test('the goods before the remedy, until they are here', () => {
    const offer = { remedy: 'exchange', reasons: '', by: { role: 'staff' } } as const;
    expect(leadingActions({ ...all, waitingFor: 'fulfilment', offer })).toEqual(['receive', 'fulfil']);
    expect(leadingActions({ ...all, waitingFor: 'fulfilment', offer, receivedAt: '2026-03-02T10:00:00.000Z' })).toEqual(['fulfil']);
  });

  test('nothing that the API does not allow', () => {
    expect(leadingActions({ ...all, waitingFor: 'approval', actions: ['note'] })).toEqual([]);
  });
});

describe('a new case', () => {
  const complaint: Values = {
    ...newCaseStart('zh-CN'),
    subject: 's',
    description: 'd',
    desiredRemedy: 'r',
    name: '王丽',
    email: 'li@example.com',
    service: 'yes',
  };
  const wrong = (values: Values) => mistakesIn(NEW_CASE_FIELDS, values, TODAY).map(({ name, code }) => `${name} ${code}`);

  test.each<readonly [string, Values]>([
    ['a complaint by phone', complaint],
    ['a return', { ...complaint, kind: 'after-sales', request: 'return', product: 'Kettle', purchasedOn: '2026-02-28' }],
    ['a complaint from Taiwan', { ...complaint, region: 'TW' }],
    ['an inquiry by letter', { ...complaint, kind: 'inquiry', desiredRemedy: '', channel: 'letter', marketing: 'yes' }],
  ])('%s: what the form takes, the API takes', (_, values) => {
    expect(wrong(values)).toEqual([]);
    expect(parse(openingSchema, newCaseBody(values))).toMatchObject({ ok: true });
  });

  test('needs what the API needs', () => {
    expect(wrong({ ...complaint, desiredRemedy: '' })).toEqual(['desiredRemedy required']);
    expect(wrong({ ...complaint, kind: 'after-sales' })).toEqual(['request choice', 'product required']);
    expect(wrong({ ...complaint, serial: '1' })).toEqual(['product required']);
    expect(wrong({ ...complaint, service: '' })).toEqual(['service consent']);
    expect(wrong({ ...complaint, email: 'a@example.com, b@example.com' })).toEqual(['email email']);
    expect(wrong({ ...complaint, product: 'p', purchasedOn: '2026-02-30' })).toEqual(['purchasedOn date']);
    expect(wrong({ ...complaint, product: 'p', purchasedOn: '2026-03-03' })).toEqual(['purchasedOn date-in-future']);
  });

  test('sends no request with anything but an after-sales case', () => {
    expect(newCaseBody({ ...complaint, request: 'return' })).not.toHaveProperty('request');
    expect(shownFields(NEW_CASE_FIELDS, complaint).map(({ name }) => name)).not.toContain('request');
  });

  test('every field can be found by the pointer of the API', () => {
    expect(fieldAt(NEW_CASE_FIELDS, '/customer/email')?.name).toBe('email');
    expect(fieldAt(NEW_CASE_FIELDS, '/product')?.name).toBe('product');
    expect(fieldAt(NEW_CASE_FIELDS, '/consent/service')?.name).toBe('service');
  });
});
