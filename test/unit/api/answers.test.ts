import { describe, expect, test } from '@jest/globals';
import { parse } from 'zod/mini';
import type { CaseEvent } from '../../../functions/domain/case/model.ts';
import { customerCase as viewOf } from '../../../functions/domain/case/view.ts';
import { deskCase as deskViewOf } from '../../../functions/domain/case/deskView.ts';
import type { Position } from '../../../functions/domain/case/evolve.ts';
import * as answers from '../../../functions/handlers/api/answers.ts';
import { problemJson } from '../../../functions/handlers/http.ts';
import { Problem, PROBLEMS } from '../../../functions/http/problem.ts';
import { aCase, aCaseAt, type TestCase } from '../../support/builders/cases.ts';
import { BOOKS, POLICY } from '../../support/builders/policy.ts';
import { auditor, chen, lin, sun, wang } from '../../support/builders/staff.ts';
import { movesFrom } from '../../support/builders/walks.ts';
import { ask, bodyOf, SITE } from './doors.ts';

const POSITIONS: readonly Position[] = [
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
];

const full = aCase({
  kind: 'after-sales',
  request: 'exchange',
  customer: { name: '林怡婷', email: 'lin@example.com', phone: '0912 345 678', locale: 'zh-TW' },
  product: { name: 'K2', orderNo: 'A-1', serial: 'S-1', purchasedOn: '2026-02-01' },
  items: [{ name: 'K2', quantity: 1 }],
  followUpOf: 'AC-0',
});

const travelled = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Parses what both sides are shown of a case; a field that the schemas lack is an error, as is one that they have and the view lacks. */
const check = ({ state, events, now }: TestCase): void => {
  const shown = travelled(viewOf(state, events, POLICY, BOOKS, now));
  expect(parse(answers.customerCase, shown)).toEqual(shown);
  const { mails: _, trackingUrl: __, executionUrl: ___, ...fields } = answers.deskCase.shape;
  const desk = travelled(deskViewOf(state, events, lin, POLICY, BOOKS, now));
  expect(desk).toEqual(
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, schema]) => {
        const value: unknown = Reflect.get(Object(desk), name);
        return value === undefined && schema._zod.def.type === 'optional' ? [] : [[name, parse(schema, value)]];
      }),
    ),
  );
};

describe('what the domain shows is what the schemas say', () => {
  test.each(POSITIONS)('at %s', (position) => check(aCaseAt(position)));

  test('with every field of an opening', () => check(full.assigned().found().offered()));

  test.each(POSITIONS)('after every move from %s', (position) => {
    const from = aCaseAt(position);
    const seen = movesFrom(from).map(({ make }) => make(from));
    expect(seen.length).toBeGreaterThan(0);
    for (const one of seen) check(one);
  });

  test('every event has been shown', () => {
    const seen = new Set(
      POSITIONS.map(aCaseAt).flatMap((from) => movesFrom(from).flatMap(({ make }) => make(from).events.map(({ type }) => type))),
    );
    const known = answers.deskHistoryLine._zod.def.options.flatMap((option) => option.shape.type._zod.def.values);
    expect([...seen].sort()).toEqual([...known].sort());
  });
});

const events = (testCase: TestCase): readonly CaseEvent[] => testCase.events;
const byLink = { params: { caseId: 'AC-1' }, headers: { authorization: 'Bearer AC-1' } };
const atDesk = { params: { caseId: 'AC-1' }, as: lin };

describe('the doors answer in the shapes that are described', () => {
  const opening = {
    kind: 'inquiry',
    subject: '保修期',
    description: '请问保修期多长？',
    customer: { name: '李娜', email: 'li.na@example.com' },
    consent: { service: true },
  };

  test.each([
    ['/api/cases', {}],
    ['/api/desk/cases', { as: lin }],
  ])('POST %s', async (path, who) => {
    const answer = await ask([], 'POST', path, { body: opening, ...who });
    expect(answer.status).toBe(201);
    const opened = parse(answers.openedCase, bodyOf(answer));
    expect(opened.trackingUrl).toBe(`${SITE}/track/${opened.caseId}?t=${opened.caseId}`);
    expect(answer.headers).toMatchObject({ location: `${SITE}${path}/${opened.caseId}` });
  });

  test('a case for its customer', async () => {
    const answer = await ask(events(aCaseAt('decision')), 'GET', '/api/cases/{caseId}', byLink);
    expect(parse(answers.customerCase, bodyOf(answer))).toMatchObject({ waitingFor: 'customer-decision', offer: { remedy: 'exchange' } });
    expect(answer.headers).toMatchObject({ etag: '"4"' });
  });

  test('a case at the desk', async () => {
    const answer = await ask(events(full.assigned()), 'GET', '/api/desk/cases/{caseId}', atDesk);
    expect(parse(answers.deskCase, bodyOf(answer))).toMatchObject({ owner: 'lin', mails: [{ kind: 'acknowledgement' }] });
  });

  test('an action', async () => {
    const answer = await ask(events(aCaseAt('investigation')), 'POST', '/api/desk/cases/{caseId}/{action}', {
      params: { caseId: 'AC-1', action: 'note' },
      as: lin,
      headers: { 'if-match': '"2"' },
      body: { note: 'Called the shop.' },
    });
    expect(parse(answers.deskCase, bodyOf(answer)).history.at(-1)).toMatchObject({ type: 'noted', data: { note: 'Called the shop.' } });
  });

  test('an extension of the statutory period, counted by the rules in force', async () => {
    const extend = (of: TestCase, as = lin) =>
      ask(events(of), 'POST', '/api/desk/cases/{caseId}/{action}', {
        params: { caseId: 'AC-1', action: 'extend' },
        as,
        headers: { 'if-match': `"${of.state.version}"` },
        body: { reasons: 'The laboratory needs three weeks.' },
      });
    const first = parse(answers.deskCase, bodyOf(await extend(aCaseAt('investigation'))));
    expect(first.clocks.legal[0]).toMatchObject({ days: 30, regularDays: 15, extendable: { days: 60, approval: true } });
    expect(first.actions).not.toContain('extend');
    const again = await extend(aCaseAt('investigation').extended());
    expect(parse(answers.problems['not-allowed-now'], bodyOf(again)).allowed).not.toContain('extend');
    const approved = parse(answers.deskCase, bodyOf(await extend(aCaseAt('investigation').extended(), chen)));
    expect(approved.history.at(-1)).toMatchObject({
      type: 'extended',
      by: { role: 'staff', id: 'chen', group: 'supervisor' },
      data: { reasons: 'The laboratory needs three weeks.', days: 60, approval: true },
    });
  });

  test('a survey', async () => {
    const answer = await ask(events(aCaseAt('feedback')), 'POST', '/api/surveys/{token}', {
      params: { token: 'AC-1' },
      body: { outcome: 5, handling: 5, recommend: 10 },
    });
    expect(parse(answers.answeredSurvey, bodyOf(answer))).toEqual({ caseId: 'AC-1', answered: true });
  });

  test('lists', async () => {
    const open = events(aCaseAt('investigation'));
    const page = parse(answers.casesPage, bodyOf(await ask(open, 'GET', '/api/desk/cases', { as: lin, query: { limit: '1' } })));
    expect(page).toMatchObject({ items: [{ caseId: 'AC-1' }], nextCursor: expect.stringContaining('next') });
    expect(parse(answers.staffList, bodyOf(await ask(open, 'GET', '/api/desk/staff', { as: lin }))).items).toHaveLength(2);
    expect(parse(answers.queueCounts, bodyOf(await ask(open, 'GET', '/api/desk/queues', { as: lin }))).team).toBe(1);
    expect(parse(answers.me, bodyOf(await ask(open, 'GET', '/api/desk/me', { as: chen }))).name).toBe('Chen');
  });
});

describe('problems come in the shapes that are described', () => {
  const act = (action: string, as = lin, body: unknown = {}, headers: Readonly<Record<string, string>> = { 'if-match': '"2"' }) =>
    ask(events(aCaseAt('investigation')), 'POST', '/api/desk/cases/{caseId}/{action}', {
      params: { caseId: 'AC-1', action },
      as,
      headers,
      body,
    });

  const asked: readonly (readonly [keyof typeof answers.problems, () => ReturnType<typeof ask>])[] = [
    ['invalid-input', () => ask([], 'POST', '/api/cases', { body: { kind: 'complaint', colour: 'red' } })],
    ['invalid-input', () => act('note', lin, { note: 'x' }, { 'if-match': '"2"', 'idempotency-key': ' ' })],
    ['invalid-input', () => ask([], 'GET', '/api/desk/cases', { as: lin, query: { queue: 'all', limit: '0' } })],
    ['not-found', () => ask([], 'GET', '/api/cases/{caseId}', byLink)],
    ['gone', () => ask([], 'GET', '/api/cases/{caseId}', { ...byLink, headers: { authorization: 'Bearer expired' } })],
    ['unauthenticated', () => ask([], 'GET', '/api/desk/me')],
    ['forbidden', () => act('note', auditor, { note: 'x' })],
    ['not-allowed-now', () => act('approve', chen)],
    ['precondition-required', () => act('note', lin, { note: 'x' }, {})],
    ['stale', () => act('note', lin, { note: 'x' }, { 'if-match': '"1"' })],
    ['already-answered', () => ask(events(aCaseAt('closed')), 'POST', '/api/surveys/{token}', { params: { token: 'AC-1' }, body: {} })],
  ];

  test.each(asked)('%s', async (type, answering) => {
    const answer = await answering();
    expect(answer.status).toBe(PROBLEMS[type][0]);
    expect(answer.headers).toMatchObject({ 'content-type': expect.stringMatching(/^application\/problem\+json/) });
    const body = bodyOf(answer);
    expect(parse(answers.problems[type], body)).toEqual(body);
  });

  test('the case that somebody else changed is shown with what happened since', async () => {
    const { current } = parse(answers.problems.stale, bodyOf(await act('note', lin, { note: 'x' }, { 'if-match': '"1"' })));
    expect(current).toMatchObject({ version: 2, since: [{ type: 'assigned' }] });
  });

  test.each([
    ['malformed-body', new Problem('malformed-body', { detail: 'x' })],
    ['bad-cursor', new Problem('bad-cursor')],
    ['body-too-large', new Problem('body-too-large')],
    ['unsupported-media-type', new Problem('unsupported-media-type')],
    ['key-reused', new Problem('key-reused')],
    ['too-many-requests', new Problem('too-many-requests')],
    ['internal', new Problem('internal', {}, new Error('secret'))],
  ] as const)('%s', (type, problem) => {
    const body = bodyOf(problemJson(problem));
    expect(parse(answers.problems[type], body)).toEqual(body);
  });
});

test('a case rejected twice shows who may not own it again', () => {
  check(aCase().assigned(lin).rejectedOnce(wang).rejectedOnce(sun));
});
