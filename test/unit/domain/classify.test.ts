import { describe, expect, test } from '@jest/globals';
import { classify } from '../../../functions/domain/intake/classify.ts';
import { CASE_NUMBER, caseNumber } from '../../../functions/domain/intake/number.ts';

describe('category, in three languages', () => {
  test.each([
    ['水壶漏水，质量太差', 'product-quality'],
    ['水壺壞了，品質很差', 'product-quality'],
    ['The kettle stopped working', 'product-quality'],
    ['快递三天了还没到', 'delivery'],
    ['貨運一直未收到，物流查不到', 'delivery'],
    ['My parcel has not arrived', 'delivery'],
    ['多收了我两次钱，要发票', 'price-billing'],
    ['帳單金額錯誤', 'price-billing'],
    ['I was charged twice', 'price-billing'],
    ['客服态度恶劣', 'service-attitude'],
    ['店員態度很差', 'service-attitude'],
    ['The agent was rude', 'service-attitude'],
    ['维修了两次还是不行', 'repair-installation'],
    ['安裝師傅沒來', 'repair-installation'],
    ['The repair took six weeks', 'repair-installation'],
    ['我的个人信息被泄露', 'privacy'],
    ['個人資料外流', 'privacy'],
    ['A question of privacy', 'privacy'],
    ['Priceless intruders', 'other'],
  ])('%s: %s', (description, category) => {
    expect(classify('complaint', 'x', description).category).toBe(category);
  });

  test('the more specific wins: a repair of something broken is about the repair', () => {
    expect(classify('complaint', 'Broken again', 'The repair did not hold.').category).toBe('repair-installation');
  });

  test('without a word to go by, the kind decides', () => {
    expect(classify('complaint', 'Hm', 'Hm')).toEqual({ category: 'other', priority: 'high', safety: false });
    expect(classify('after-sales', 'Hm', 'Hm')).toEqual({ category: 'product-quality', priority: 'normal', safety: false });
    expect(classify('inquiry', 'Hm', 'Hm')).toEqual({ category: 'information', priority: 'low', safety: false });
  });
});

describe('safety', () => {
  test.each([
    '充电器冒烟了',
    '電池爆炸',
    '孩子被烫伤',
    '插头烧焦，有火花',
    '手被燙傷',
    'It caught FIRE',
    'A burning smell',
    'My son was injured',
    'an electric shock',
  ])('%s is urgent, whatever the kind', (subject) => {
    for (const kind of ['complaint', 'after-sales', 'inquiry'] as const)
      expect(classify(kind, subject, '')).toMatchObject({ safety: true, priority: 'urgent' });
  });

  test.each(['The firewall of my router', 'A sunburnt-orange case', '生火锅'])('%s is not', (subject) => {
    expect(classify('inquiry', subject, '').safety).toBe(false);
  });
});

describe('case numbers', () => {
  test('are made from a hash, have one form, and no letters that are confused on the phone', () => {
    const hash = '0123456789abcdef0123456789abcdef';
    expect(caseNumber(hash)).toBe(caseNumber(hash));
    expect(caseNumber(hash)).toMatch(CASE_NUMBER);
    expect(caseNumber('0'.repeat(32))).toMatch(CASE_NUMBER);
    expect(caseNumber('f'.repeat(32))).toMatch(CASE_NUMBER);
    expect(caseNumber(hash)).not.toBe(caseNumber(hash.replace('0', '1')));
  });
});
