import { expect, test } from '@jest/globals';
import { chen, lin, zhou } from '../support/stack/desk.ts';
import { call } from '../support/stack/http.ts';
import { tokenIn } from '../support/stack/inbox.ts';
import { logFiles, logsOfFunctions } from '../support/stack/logs.ts';
import { execution } from '../support/stack/probes.ts';
import { complaintBody, opened } from '../support/stack/steps.ts';
import { DAY, MINUTE, pass, quiet } from '../support/stack/time.ts';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

test('logs and execution histories hold no name, address, number, token or text of a customer', async () => {
  const planted: string[] = [];
  /** Text that occurs nowhere else. */
  const canary = (name: string): string => {
    const word = `canary${name}${crypto.randomUUID().slice(0, 8)}`;
    planted.push(word);
    return word;
  };
  const secret = (value: string): string => {
    planted.push(value);
    return value;
  };

  const key = secret(crypto.randomUUID());
  const body = complaintBody({
    subject: canary('Subject'),
    description: canary('Description'),
    desiredRemedy: canary('Remedy'),
    customer: {
      name: `王${canary('Name')}`,
      email: `${canary('mail')}@example.com`,
      phone: secret('+86 139 5550 1234 77'),
      locale: 'zh-CN',
    },
    product: { name: canary('Product'), orderNo: canary('Order'), serial: canary('Serial') },
  });
  const life = await opened(body, key);
  secret(life.token);
  const { caseId } = life;

  // What is refused must not be logged either.
  await call('POST', '/api/cases', { json: { ...body, [canary('Field')]: canary('Value'), subject: '' } });
  await call('POST', '/api/cases', { body: `{"broken": "${canary('Broken')}"`, headers: { 'content-type': 'application/json' } });
  await call('POST', '/api/cases', { json: { ...body, subject: canary('Other') }, headers: { 'idempotency-key': key } });
  await call('GET', `/track/${caseId}?t=${canary('Token')}`);
  await call('GET', `/survey/${canary('Survey')}`);
  await call('GET', `/api/cases/${caseId}`, { headers: { authorization: `Bearer ${canary('Bearer')}` } });
  await call('GET', `/${canary('Path')}?q=${canary('Query')}`);
  await lin.call('GET', `/api/desk/cases?cursor=${canary('Cursor')}`);

  await life.assignedTo(lin);
  await life.writes(canary('Message'));
  await life.customerTries('attachments', { name: `${canary('File')}.png`, contentType: 'image/png', data: PNG });
  await lin.does(caseId, 'respond', { message: canary('Answer') });
  await lin.does(caseId, 'note', { note: canary('Note') });
  await lin.does(caseId, 'hold', { reason: canary('Hold'), message: canary('Question') });
  await life.writes(canary('Reply'));
  await lin.does(caseId, 'resume');
  await lin.does(caseId, 'findings', { text: canary('Findings'), rootCause: canary('Cause') });
  await life.offeredBy(lin, { remedy: canary('Offer'), reasons: canary('Reasons') });
  await life.rejects(canary('Rejection'));
  await life.assignedTo(zhou);
  await life.investigatedBy(zhou);
  await life.offeredBy(zhou, { remedy: 'refund', amount: { amount: '1234.56', currency: 'CNY' }, reasons: canary('Reasons') });
  await chen.does(caseId, 'decline', { reasons: canary('Decline') });
  await life.offeredBy(zhou, { remedy: 'repair', reasons: canary('Reasons') });
  await life.accepts();
  await life.fulfilledBy(zhou, canary('Reference'));
  await life.workflowAt('feedback');
  await pass(DAY + MINUTE);
  const invitation = await life.mail('survey');
  secret(tokenIn(invitation, 'survey'));
  await call('POST', `/unsubscribe/${secret(tokenIn(invitation, 'unsubscribe'))}`, { body: new URLSearchParams() });
  await life.answersSurvey({ outcome: 5, handling: 5, recommend: 10, comment: canary('Comment') });
  await life.ended();
  for (const person of [lin, zhou, chen]) secret(await person.accessToken());
  await quiet();

  const logs = new Map([...(await logsOfFunctions()), ...logFiles(), ['history', (await execution(caseId))?.history ?? '']]);
  expect(logs.get('history')).toContain(caseId);
  expect([...logs.values()].join('\n')).toContain(`"caseId":"${caseId}"`); // the logs are there, and up to date
  const found = [...logs].flatMap(([where, text]) => planted.filter((word) => text.includes(word)).map((word) => `${where}: ${word}`));
  expect(found).toEqual([]);
  expect(planted.length).toBeGreaterThan(35);
});
