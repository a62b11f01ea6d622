import { describe, expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { mime, replyAddress, type MimeInput } from '../../../functions/adapters/ses/mime.ts';
import { contractMailId, parseContractMailId } from '../../../functions/domain/contract/contractMail.ts';
import { renderMail } from '../../../functions/content/mails/render.ts';
import { everyMail, LINKS } from '../../support/builders/mails.ts';

const mail: MimeInput = {
  from: { name: '售后服务 Aftercare', address: 'care@example.com' },
  to: { name: '王小明 "小王", <x@y.cn>', address: 'wang@example.cn' },
  replyTo: { address: replyAddress({ thing: 'case', id: 'AC-1' }, 'example.com') },
  about: { thing: 'case', id: 'AC-1' },
  messageId: 'AC-1.3.offer',
  locale: 'zh-CN',
  subject: '我们为您拟定的方案｜吸尘器用两分钟就自动关机，声音还特别大 👨‍👩‍👧（AC-1）',
  html: '<p>您好</p>\n.\n<p>再见</p>',
  text: '您好\n.\n再见\n',
  at: '2026-03-02T09:00:00.000Z',
};

const parse = async (input: MimeInput) => {
  const source = await mime(input);
  const parsed = await PostalMime.parse(source);
  const headers = new Map(parsed.headers.map(({ key, value }) => [key, value]));
  return { source: Buffer.from(source).toString('latin1'), parsed, headers };
};

const unix = (text: string | undefined): string | undefined => text?.replaceAll('\r\n', '\n');

describe('a mail as MIME', () => {
  test('parses back to what was written', async () => {
    const { parsed, headers } = await parse(mail);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.from).toEqual(mail.from);
    expect(parsed.to).toEqual([mail.to]);
    expect(parsed.replyTo).toEqual([{ name: '', address: 'case+AC-1@example.com' }]);
    expect(unix(parsed.text)).toBe(mail.text);
    expect(unix(parsed.html)).toBe(mail.html);
    expect(parsed.messageId).toBe('<AC-1.3.offer@example.com>');
    expect(parsed.date).toBe('2026-03-02T09:00:00.000Z');
    expect(headers.get('x-aftercare-case')).toBe('AC-1');
    expect(headers.get('x-aftercare-mail')).toBe('AC-1.3.offer');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-language')).toBe('zh-CN');
    expect(headers.has('list-unsubscribe')).toBe(false);
  });

  test('is 7-bit, base64, in short lines', async () => {
    const { source } = await parse({ ...mail, text: `${'很长'.repeat(5000)}\n`, html: '<p>x</p>'.repeat(5000) });
    expect(source).not.toMatch(/[^\r\n\t\x20-\x7e]/);
    expect(source.match(/Content-Transfer-Encoding: base64/g)).toHaveLength(2);
    expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('all mails of a case have one root, so that readers thread them', async () => {
    const [first, second] = await Promise.all([parse({ ...mail, messageId: 'AC-1.1.acknowledgement' }), parse(mail)]);
    for (const { parsed } of [first, second]) {
      expect(parsed.references).toBe('<AC-1@example.com>');
      expect(parsed.inReplyTo).toBe('<AC-1@example.com>');
    }
    expect(first.parsed.messageId).not.toBe(second.parsed.messageId);
  });

  test('can be unsubscribed from by one click, with a link as long as signed ones are', async () => {
    const unsubscribe = `https://care.example.com/unsubscribe?t=${'a'.repeat(700)}`;
    const { headers } = await parse({ ...mail, unsubscribe });
    expect(headers.get('list-unsubscribe')).toBe(`<${unsubscribe}>`);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  });

  test('carries every mail that we write', async () => {
    for (const [, input] of everyMail('zh-TW')) {
      const written = renderMail(input);
      const { parsed } = await parse({ ...mail, ...written, unsubscribe: LINKS.unsubscribe });
      expect([parsed.subject, unix(parsed.text), unix(parsed.html)]).toEqual([written.subject, written.text, written.html]);
    }
  });
});

describe('values that could break out of their header', () => {
  const BREAKS = ['a\r\nBcc: all@example.com', 'a\nb', 'a\rb', 'a\u0000b'];

  test.each(BREAKS)('%j is refused wherever it stands, and not repeated', async (bad) => {
    const inputs: readonly MimeInput[] = [
      { ...mail, subject: bad },
      { ...mail, about: { thing: 'case', id: bad } },
      { ...mail, about: { thing: 'contract', id: bad } },
      { ...mail, messageId: bad },
      { ...mail, unsubscribe: `https://care.example.com/${bad}` },
      { ...mail, from: { name: bad, address: mail.from.address } },
      { ...mail, to: { name: bad, address: mail.to.address } },
      { ...mail, to: { address: `${bad}@example.com` } },
      { ...mail, replyTo: { address: `case+${bad}@example.com` } },
    ];
    for (const input of inputs) {
      await expect(mime(input)).rejects.toThrow(TypeError);
      await expect(mime(input)).rejects.toThrow(expect.objectContaining({ message: expect.not.stringContaining(bad) }));
    }
  });

  test.each(['', 'a', 'a@', '@b.cn', 'a@b.cn, c@d.cn', 'a@b.cn;c@d.cn', 'a@b@c.cn', 'A <a@b.cn>', 'a b@c.cn', '"a"@b.cn'])(
    'address %j is refused: it is not exactly one',
    async (address) => {
      await expect(mime({ ...mail, to: { address } })).rejects.toThrow('to address is malformed');
    },
  );

  test.each(['javascript:alert(1)', 'https://a.example/ b', 'https://a.example/>,<mailto:x@y.cn', `https://a.example/${'a'.repeat(1000)}`])(
    'unsubscribe link %j is refused',
    async (unsubscribe) => {
      await expect(mime({ ...mail, unsubscribe })).rejects.toThrow('unsubscribe link is malformed');
    },
  );
});

describe('a mail about a contract', () => {
  const about = (id: string): MimeInput => ({
    ...mail,
    about: { thing: 'contract', id },
    messageId: `${id}.3.reminder`,
    replyTo: { address: replyAddress({ thing: 'contract', id }, 'example.com') },
  });

  test('names the contract, threads by it apart from any case, and is answered to it', async () => {
    const { parsed, headers } = await parse(about('P-2026.1001'));
    expect(headers.get('x-aftercare-contract')).toBe('P-2026.1001');
    expect(headers.has('x-aftercare-case')).toBe(false);
    expect(parsed.messageId).toBe('<P-2026.1001.3.reminder@example.com>');
    expect([parsed.references, parsed.inReplyTo]).toEqual(['<contract.P-2026.1001@example.com>', '<contract.P-2026.1001@example.com>']);
    expect(parsed.replyTo).toEqual([{ name: '', address: 'contract+P-2026.1001@example.com' }]);
  });

  test.each(['.P', 'P.', 'P..1', '-', '_', 'A'.repeat(64), `${'A'.repeat(60)}..${'B'}`])(
    'whose number %j fits no address or id still has good ones',
    async (id) => {
      const { parsed, headers } = await parse(about(id));
      const { address = '' } = parsed.replyTo?.[0] ?? {};
      expect(address).toMatch(/^(?=[^@]{1,64}@)[\w+-]+(\.[\w+-]+)*@example\.com$/);
      expect(parsed.messageId).toMatch(/^<[\w-]+(\.[\w-]+)*@example\.com>$/);
      expect(headers.get('x-aftercare-mail')).toBe(`${id}.3.reminder`);
    },
  );
});

describe('the id of a mail about a contract', () => {
  test.each([
    { contractId: 'P-1', version: 2, kind: 'reminder' },
    { contractId: 'P.1.2', version: 9999, kind: 'debit-failed' },
    { contractId: '1.1.reminder', version: 1, kind: 'touchpoint' },
    { contractId: 'A'.repeat(64), version: 10, kind: 'grace' },
  ] as const)('tells the same that it was made of: %j', (ref) => {
    expect(parseContractMailId(contractMailId(ref))).toEqual(ref);
  });

  test.each(['', 'P-1', 'P-1.reminder', 'P-1.x.reminder', 'P-1.2.offer', 'P 1.2.reminder', '.2.reminder', 'AC-1.2.acknowledgement'])(
    'is not %j',
    (text) => {
      expect(parseContractMailId(text)).toBeUndefined();
    },
  );
});
