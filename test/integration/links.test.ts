import { describe, expect, test } from '@jest/globals';
import { lin } from '../support/stack/desk.ts';
import { call, expectProblem, type Reply } from '../support/stack/http.ts';
import { tokenIn, trackingTokenIn } from '../support/stack/inbox.ts';
import { aComplaint, expectNothingWritten } from '../support/stack/steps.ts';
import { DAY, MINUTE, pass } from '../support/stack/time.ts';

/** The token with one character of its signature, payload or header changed. */
const tampered = (token: string): readonly string[] => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const changed = (part: string): string => `${part.slice(0, 8)}${part[8] === 'A' ? 'B' : 'A'}${part.slice(9)}`;
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  return [
    [header, payload, changed(signature)].join('.'),
    [header, changed(payload), signature].join('.'),
    [changed(header), payload, signature].join('.'),
    [header, payload, ''].join('.'),
    [unsigned, payload, ''].join('.'),
    [unsigned, payload, signature].join('.'),
    token.slice(0, -1),
    payload,
  ];
};

/** Every way by which a tracking token opens something. */
const useTracking = (caseId: string, token: string): Promise<readonly Reply[]> => {
  const headers = { authorization: `Bearer ${token}` };
  return Promise.all([
    call('GET', `/api/cases/${caseId}`, { headers }),
    call('GET', `/api/cases/${caseId}/attachments/0123456789abcdef`, { headers }),
    call('POST', `/api/cases/${caseId}/messages`, { headers, json: { message: 'Hello' } }),
    call('POST', `/api/cases/${caseId}/decision`, { headers, json: { accept: true } }),
    call('POST', `/api/cases/${caseId}/withdrawal`, { headers, json: {} }),
    call('POST', `/api/cases/${caseId}/reopening`, { headers, json: { reason: 'Again' } }),
  ]);
};

test('a tracking token that is changed, missing, of another case or for another purpose opens nothing, and tells nothing', async () => {
  const life = await aComplaint({ subject: 'Secret subject' });
  const other = await aComplaint();
  await life.resolvedBy(lin);
  await life.workflowAt('feedback');
  await pass(DAY + MINUTE);
  const invitation = await life.mail('survey');
  const survey = tokenIn(invitation, 'survey');
  const unsubscribe = tokenIn(invitation, 'unsubscribe');
  expect(trackingTokenIn(await life.mail('acknowledgement'))).toBe(life.token);

  await expectNothingWritten(async () => {
    const nothingThere = expectProblem(
      await call('GET', '/api/cases/AC-AAAAA-AAAAA', { headers: { authorization: `Bearer ${life.token}` } }),
      'not-found',
    );
    for (const token of [...tampered(life.token), '', ' ', 'x', 'a.b.c', other.token, survey, unsubscribe])
      for (const reply of await useTracking(life.caseId, token)) {
        expect(expectProblem(reply, 'not-found')).toEqual(nothingThere);
        expect(reply.text).not.toMatch(/Secret subject|AC-/);
      }
    for (const reply of await useTracking(other.caseId, life.token)) expect(expectProblem(reply, 'not-found')).toEqual(nothingThere);

    const pages = [
      ...[life.token, other.token, unsubscribe, ...tampered(survey)].map((token) => `/survey/${token}`),
      ...[life.token, survey, ...tampered(unsubscribe)].map((token) => `/unsubscribe/${token}`),
      ...[other.token, survey, ...tampered(life.token)].map((token) => `/track/${life.caseId}?t=${token}`),
      `/track/${life.caseId}`,
    ];
    for (const path of pages) {
      const reply = await call('GET', path);
      expect({ path, status: reply.status }).toMatchObject({ status: 404 });
      expect(reply.text).not.toMatch(/Secret subject|王小明/);
    }
    for (const token of [life.token, unsubscribe, ...tampered(survey)]) {
      const reply = await call('POST', `/api/surveys/${encodeURIComponent(token)}`, { json: { outcome: 1, handling: 1, recommend: 0 } });
      expect(expectProblem(reply, 'not-found')).toEqual(nothingThere);
    }
    for (const token of [life.token, survey, ...tampered(unsubscribe)])
      expect((await call('POST', `/unsubscribe/${encodeURIComponent(token)}`, { body: new URLSearchParams() })).status).toBe(404);
  });
});

describe('a link that has expired is 410, and tells nothing', () => {
  test('to the survey, after thirty days', async () => {
    const life = await aComplaint({ subject: 'Secret subject' });
    await life.resolvedBy(lin);
    await life.workflowAt('feedback');
    await pass(DAY + MINUTE);
    const invitation = await life.mail('survey');
    await pass(30 * DAY);
    const replies = [
      await call('GET', `/survey/${tokenIn(invitation, 'survey')}`),
      await call('GET', `/unsubscribe/${tokenIn(invitation, 'unsubscribe')}`),
      await call('POST', `/api/surveys/${tokenIn(invitation, 'survey')}`, { json: { outcome: 1, handling: 1, recommend: 0 } }),
    ];
    for (const { status, text } of replies) {
      expect(status).toBe(410);
      expect(text).not.toMatch(/Secret subject|AC-/);
    }
  });

  test('to the case, after a year', async () => {
    const life = await aComplaint({ subject: 'Secret subject' });
    await life.withdraws();
    await life.mail('closing');
    await pass(364 * DAY);
    expect((await life.view()).subject).toBe('Secret subject');
    await pass(2 * DAY);
    await expectNothingWritten(async () => {
      for (const reply of await useTracking(life.caseId, life.token)) {
        expectProblem(reply, 'gone');
        expect(reply.text).not.toMatch(/Secret subject|AC-/);
      }
    });
    const page = await call('GET', life.trackingUrl);
    expect(page.status).toBe(410);
    expect(page.text).not.toMatch(/Secret subject/);
  });
});
