import type * as z from 'zod/mini';
import type { Action } from '../../../domain/case/permissions.ts';
import type { Example } from '../../../web/docs/openapi.ts';
import type { actions, attachment, decision, message, opening, reopening, survey, withdrawal } from '../schemas.ts';

/** Examples of one body by name; the types are those that the parser takes. */
const examples = <Body>(...list: readonly (readonly [name: string, summary: string, value: Body])[]): Readonly<Record<string, Example>> =>
  Object.fromEntries(list.map(([name, summary, value]) => [name, { summary, value }]));

const liNa = { name: '李娜', email: 'li.na@example.com', phone: '+86 138 0013 8000', locale: 'zh-CN' } as const;
const emma = { name: 'Emma Brown', email: 'emma.brown@example.com', locale: 'en' } as const;
const linYiting = { name: '林怡婷', email: 'lin.yiting@example.com', locale: 'zh-TW' } as const;
const consent = { service: true, marketing: false } as const;

/** The complaint that the other examples go on with. */
export const COMPLAINT = {
  kind: 'complaint',
  subject: '电热水壶手柄处漏水',
  description: '上周收到的电热水壶，第一次使用手柄处就漏水。\n我拍了照片，可以随后上传。',
  desiredRemedy: '希望更换一个新的水壶',
  customer: liNa,
  product: { name: '电热水壶 K2', orderNo: 'A-1001', purchasedOn: '2026-02-24' },
  consent,
} as const satisfies z.input<typeof opening>;

const inquiryInEnglish = {
  kind: 'inquiry',
  subject: 'Spare lid for the K2 kettle',
  description: 'Do you sell the lid of the K2 kettle separately, and what does it cost?',
  customer: emma,
  product: { name: 'Kettle K2' },
  consent,
} as const satisfies z.input<typeof opening>;

export const OPENINGS = examples<z.input<typeof opening>>(
  ['complaint-zh', 'Complaint, in Chinese', COMPLAINT],
  [
    'complaint-en',
    'Complaint, in English',
    {
      kind: 'complaint',
      subject: 'Kettle leaks at the handle',
      description: 'The kettle that came last week leaks at the handle since the first day.\nI have photos and can add them.',
      desiredRemedy: 'A new kettle',
      customer: emma,
      product: { name: 'Kettle K2', orderNo: 'A-1002', purchasedOn: '2026-02-24' },
      consent,
    },
  ],
  [
    'after-sales-zh',
    'Return, in Chinese (Taiwan)',
    {
      kind: 'after-sales',
      request: 'return',
      subject: '七天鑑賞期內退貨',
      description: '耳機尺寸不合，包裝完整，希望退貨退款。',
      customer: linYiting,
      product: { name: '藍牙耳機 E5', orderNo: 'B-2040', serial: 'E5-009871', purchasedOn: '2026-02-27' },
      items: [{ name: '藍牙耳機 E5', quantity: 1 }],
      consent,
    },
  ],
  [
    'after-sales-en',
    'Repair, in English',
    {
      kind: 'after-sales',
      request: 'repair',
      subject: 'Left earbud does not charge',
      description: 'The left earbud stopped charging after two weeks. The case still shows a full battery.',
      desiredRemedy: 'Please repair it, or exchange it if that is faster.',
      customer: emma,
      product: { name: 'Earbuds E5', orderNo: 'B-2041', serial: 'E5-009902' },
      consent,
    },
  ],
  [
    'inquiry-zh',
    'Inquiry, in Chinese',
    {
      kind: 'inquiry',
      subject: '请问保修期多长',
      description: '想了解 K2 电热水壶的保修期，以及发票丢失后能否保修。',
      customer: liNa,
      consent: { service: true, marketing: true },
    },
  ],
  ['inquiry-en', 'Inquiry, in English', inquiryInEnglish],
);

export const DESK_OPENINGS = examples<z.input<typeof opening>>(
  ['phone-zh', 'A customer phoned, in Chinese', { ...COMPLAINT, channel: 'phone' }],
  ['visit-en', 'A customer came by, in English', { ...inquiryInEnglish, channel: 'visit' }],
);

export const MESSAGES = examples<z.input<typeof message>>(
  ['zh', 'In Chinese', { message: '请问处理到哪一步了？' }],
  ['en', 'In English', { message: 'Is there any news?' }],
);

export const DECISIONS = examples<z.input<typeof decision>>(
  ['accept', 'Accepts', { accept: true }],
  ['reject-zh', 'Rejects, in Chinese', { accept: false, reason: '维修时间太长，希望直接更换。' }],
  ['reject-en', 'Rejects, in English', { accept: false, reason: 'A repair takes too long, I would like a new one.' }],
);

export const WITHDRAWALS = examples<z.input<typeof withdrawal>>(
  ['zh', 'In Chinese', { reason: '问题已经解决，谢谢。' }],
  ['en', 'Without a reason', {}],
);

export const REOPENINGS = examples<z.input<typeof reopening>>(
  ['zh', 'In Chinese', { reason: '换来的新水壶又漏水了。' }],
  ['en', 'In English', { reason: 'The new kettle leaks as well.' }],
);

/** Eight bytes: how every PNG begins. */
export const UPLOADS = examples<z.input<typeof attachment>>([
  'photo',
  'A photo',
  { name: '漏水照片.png', contentType: 'image/png', data: 'iVBORw0KGgo=' },
]);

export const SURVEYS = examples<z.input<typeof survey>>(
  ['zh', 'Content, in Chinese', { outcome: 5, handling: 5, recommend: 9, comment: '处理很快，谢谢！' }],
  ['en', 'Not content, in English', { outcome: 2, handling: 4, recommend: 6, comment: 'Everybody was kind, but it took three weeks.' }],
);

/** Examples of the bodies of all actions. */
export const ACTION_EXAMPLES = {
  assign: examples<z.input<typeof actions.assign>>(['lin', 'To an agent', { owner: 'lin' }]),
  classify: examples<z.input<typeof actions.classify>>([
    'burn',
    'Somebody was hurt',
    { category: 'product-quality', priority: 'urgent', safety: true },
  ]),
  respond: examples<z.input<typeof actions.respond>>(
    ['zh', 'In Chinese', { message: '您好，我们已收到您的投诉，正在联系质检部门。' }],
    ['en', 'In English', { message: 'Thank you, we have it. Our quality people are looking into it.' }],
  ),
  note: examples<z.input<typeof actions.note>>(['zh', 'In Chinese', { note: '同一批次已有三起漏水反馈。' }]),
  hold: examples<z.input<typeof actions.hold>>(
    ['question-zh', 'Asks the customer, in Chinese', { reason: 'customer-reply', message: '请问水壶底部的批次号是多少？' }],
    ['parts-en', 'Waits for a part', { reason: 'parts' }],
    ['own-en', 'A reason of its own', { reason: 'The depot is closed for stocktaking' }],
  ),
  resume: examples<z.input<typeof actions.resume>>(['resume', 'Goes on', {}]),
  findings: examples<z.input<typeof actions.findings>>(
    ['zh', 'In Chinese', { text: '手柄密封圈胶水不足，属于批次质量问题。', rootCause: 'product-defect' }],
    ['en', 'In English', { text: 'The seal at the handle was glued badly; the whole batch is affected.', rootCause: 'product-defect' }],
  ),
  offer: examples<z.input<typeof actions.offer>>(
    ['exchange-zh', 'An exchange, in Chinese', { remedy: 'exchange', reasons: '经检测属于质量问题，为您免费更换同款新品。' }],
    [
      'refund-en',
      'Money, in English',
      { remedy: 'refund', amount: { amount: '199.00', currency: 'CNY' }, reasons: 'The kettle was faulty from the start.' },
    ],
  ),
  approve: examples<z.input<typeof actions.approve>>(['approve', 'Approves', {}]),
  decline: examples<z.input<typeof actions.decline>>([
    'en',
    'In English',
    { reasons: 'An exchange is enough here; please offer that first.' },
  ]),
  refuse: examples<z.input<typeof actions.refuse>>(
    ['zh', 'In Chinese', { reasons: '产品已超过保修期，且检测为人为损坏。', rule: '《产品保修条款》第二条' }],
    ['en', 'In English', { reasons: 'The warranty ended in May.', rule: 'Warranty terms, section 2' }],
  ),
  receive: examples<z.input<typeof actions.receive>>(['zh', 'In Chinese', { note: '包装完好，配件齐全。' }]),
  fulfil: examples<z.input<typeof actions.fulfil>>(['shipment', 'A parcel went out', { reference: 'SF-778899' }]),
  reopen: examples<z.input<typeof actions.reopen>>(['en', 'In English', { reason: 'The new kettle leaks as well.' }]),
  escalate: examples<z.input<typeof actions.escalate>>(['zh', 'In Chinese', { reason: '客户表示将向媒体投诉。' }]),
  extend: examples<z.input<typeof actions.extend>>(
    ['zh', 'In Chinese', { reasons: '需要送第三方机构检测，检测报告预计三周后出具。' }],
    ['en', 'In English', { reasons: 'An independent laboratory has to test the kettle; its report takes three weeks.' }],
  ),
} satisfies Record<Action, Readonly<Record<string, Example>>>;
