import { describe, expect, test } from '@jest/globals';
import { contractWords } from '../../../functions/content/desk/contracts/index.ts';
import * as schemas from '../../../functions/handlers/api/contractSchemas.ts';
import { parse } from '../../../functions/handlers/api/parse.ts';
import {
  meetTerms,
  newTermValues,
  paymentBody,
  paymentFields,
  paymentStart,
  termGroups,
  termsBody,
  termValues,
} from '../../../functions/web/desk/contractForm.ts';
import { fieldAt, mistakesIn, shownFields, type Values } from '../../../functions/web/desk/fields.ts';
import { FEW_TERMS, TERMS } from './contractSample.ts';

const TODAY = '2026-11-22';
const words = contractWords('en');
const fieldsOf = (isNew: boolean) => termGroups(words, isNew).flatMap(({ fields }) => fields);

describe('the form of terms', () => {
  test.each([TERMS, FEW_TERMS])('shows terms and sends the same: $product', (terms) => {
    const body = termsBody(termValues(terms));
    expect(body).toEqual(terms);
    expect(parse(schemas.terms, body)).toEqual({ ok: true, value: terms });
  });

  test('finds nothing wrong with terms that are right, dates to come among them', () => {
    expect(mistakesIn(fieldsOf(false), termValues(TERMS), TODAY)).toEqual([]);
  });

  test('asks for what no contract can do without', () => {
    expect(mistakesIn(fieldsOf(true), newTermValues(undefined), TODAY).map(({ name }) => name)).toEqual([
      'contractId',
      'product',
      'owner',
      'amount',
      'everyMonths',
      'paymentMethod',
      'signedOn',
      'name',
    ]);
  });

  test('a contract is not signed tomorrow', () => {
    const values = { ...termValues(TERMS), signedOn: '2026-11-23' };
    expect(mistakesIn(fieldsOf(false), values, TODAY)).toEqual([{ name: 'signedOn', code: 'date-in-future' }]);
  });

  test.each([
    ['/contractId', 'contractId'],
    ['/premium/amount', 'amount'],
    ['/premium/currency', 'currency'],
    ['/premium', 'amount'],
    ['/customer/email', 'email'],
    ['/customer', 'name'],
    ['/owner', 'owner'],
    ['/nextDueOn', 'nextDueOn'],
    ['/consent/marketing', 'marketing'],
  ])('%s is the field %s', (pointer, name) => {
    expect(fieldAt(fieldsOf(true), pointer)?.name).toBe(name);
  });
});

describe('a form that somebody else overtook', () => {
  const base = termValues(TERMS);

  test('takes over what was not touched, and keeps what was typed', () => {
    const typed: Values = { ...base, phone: '1', name: 'Wang' };
    const theirs: Values = { ...base, owner: 'zhao', name: 'Wong' };
    const { values, both, taken } = meetTerms(base, typed, theirs);
    expect(values).toEqual({ ...typed, owner: 'zhao' });
    expect(both).toEqual(['name']);
    expect(taken).toBe(true);
  });

  test('has nothing to settle where both say the same', () => {
    expect(meetTerms(base, { ...base, name: ' Wong ' }, { ...base, name: 'Wong' })).toMatchObject({ both: [], taken: false });
  });

  test('takes over what was removed', () => {
    expect(meetTerms(base, base, { ...base, endsOn: '' }).values['endsOn']).toBe('');
  });
});

describe('the form of a payment', () => {
  const of = {
    dueOn: '2026-05-31',
    dueDates: [
      { dueOn: '2026-04-30', paid: true },
      { dueOn: '2026-05-31', paid: false },
      { dueOn: '2026-08-31', paid: false },
    ],
  };
  const fields = paymentFields(of, { words, dayText: (date) => date });
  const start = paymentStart({ premium: TERMS.premium }, TODAY);

  test('starts with the premium, paid today', () => {
    expect(parse(schemas.payment, paymentBody({ ...start, reference: ' R1 ' }))).toEqual({
      ok: true,
      value: { status: 'succeeded', reference: 'R1', amount: TERMS.premium, paidOn: TODAY },
    });
  });

  test('offers the due dates that are not paid', () => {
    expect(fields.find(({ name }) => name === 'dueOn')?.choices?.map(({ value }) => value)).toEqual(['2026-05-31', '2026-08-31']);
  });

  test('asks for reason and next attempt of what failed only, and sends them then', () => {
    const typed = { ...start, reference: 'R1', reason: 'No funds', nextAttemptOn: '2026-12-01' };
    expect(shownFields(fields, typed).map(({ name }) => name)).not.toContain('reason');
    expect(paymentBody(typed)).not.toHaveProperty('reason');
    const failed = { ...typed, status: 'failed' };
    expect(shownFields(fields, failed).filter(({ name }) => name === 'paidOn')).toHaveLength(1);
    expect(mistakesIn(fields, failed, TODAY)).toEqual([]);
    expect(parse(schemas.payment, paymentBody(failed))).toMatchObject({
      ok: true,
      value: { reason: 'No funds', nextAttemptOn: '2026-12-01' },
    });
  });

  test.each([
    ['/amount/amount', 'amount'],
    ['/amount/currency', 'currency'],
    ['/paidOn', 'paidOn'],
    ['/reference', 'reference'],
  ])('%s is the field %s', (pointer, name) => {
    expect(fieldAt(fields, pointer)?.name).toBe(name);
  });
});
