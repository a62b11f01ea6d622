import { describe, expect, test } from '@jest/globals';
import { reportsOn } from '../../../infra/local/inbox/reports.ts';
import type { Message } from '../../../infra/local/inbox/message.ts';

const mail = (to: string, headers: Readonly<Record<string, string>>): Message => ({
  id: '000001',
  receivedAt: '2026-12-01T04:00:00.000Z',
  from: 'care@example.com',
  to: [to],
  replyTo: null,
  subject: 'Your premium',
  date: null,
  messageId: '<x@email.amazonses.com>',
  headers: { ...headers },
  text: null,
  html: null,
  attachments: [],
});

const CONTRACT = { 'x-aftercare-contract': 'P-1.5', 'x-aftercare-mail': 'P-1.5.12.reminder' };
const CASE = { 'x-aftercare-case': 'AC-1', 'x-aftercare-mail': 'AC-1.3.offer' };

const told = (to: string, headers: Readonly<Record<string, string>>): readonly string[] =>
  reportsOn(mail(to, headers), 'aftercare-local').map(({ eventType }) => eventType);

describe('the local inbox reports as SES does', () => {
  test('of mails about contracts that they were delivered, with the tags of the sender', () => {
    const [sent, delivered] = reportsOn(mail('wang@example.com', CONTRACT), 'aftercare-local');
    expect([sent?.eventType, delivered?.eventType]).toEqual(['Send', 'Delivery']);
    expect(delivered?.mail).toMatchObject({
      destination: ['wang@example.com'],
      tags: {
        about: ['contract'],
        kind: ['reminder'],
        message: [Buffer.from('P-1.5.12.reminder').toString('base64url')],
        'ses:configuration-set': ['aftercare-local'],
      },
    });
    for (const values of Object.values(sent?.mail.tags ?? {})) expect(values.join()).toMatch(/^[\w-]+$/);
  });

  test.each([
    ['bounce@simulator.amazonses.com', ['Send', 'Bounce']],
    ['bounce+any.label-1@simulator.amazonses.com', ['Send', 'Bounce']],
    ['Complaint+1@Simulator.AmazonSES.com', ['Send', 'Delivery', 'Complaint']],
    ['success@simulator.amazonses.com', ['Send', 'Delivery']],
    ['bounce@example.com', ['Send', 'Delivery']],
    ['bounce@not-simulator.amazonses.com', ['Send', 'Delivery']],
  ])('to %s: %j', (to, events) => {
    expect(told(to, CONTRACT)).toEqual(events);
  });

  test('of mails about cases only what the mailbox simulator makes of them', () => {
    expect(told('wang@example.com', CASE)).toEqual([]);
    const [, bounce] = reportsOn(mail('bounce@simulator.amazonses.com', CASE), 'aftercare-local');
    expect(bounce).toMatchObject({
      eventType: 'Bounce',
      bounce: { bounceType: 'Permanent' },
      mail: { tags: { case: ['AC-1'], kind: ['offer'] } },
    });
  });

  test('of mails that are none of ours nothing', () => {
    expect(told('bounce@simulator.amazonses.com', {})).toEqual([]);
  });
});
