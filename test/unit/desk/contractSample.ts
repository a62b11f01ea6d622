import { contractWords } from '../../../functions/content/desk/contracts/index.ts';
import { common } from '../../../functions/content/common/index.ts';
import type { Locale } from '../../../functions/domain/case/model.ts';
import type { Terms } from '../../../functions/domain/contract/model.ts';
import type { ContractTeller } from '../../../functions/web/desk/contractFacts.ts';

/** Terms with everything that can be agreed. */
export const TERMS: Terms = {
  customer: {
    name: '王小明',
    email: 'wang@example.com',
    phone: '+86 138 0000 0000',
    locale: 'zh-CN',
    region: 'CN',
    timeZone: 'Asia/Shanghai',
    birthday: '1980-02-29',
  },
  owner: 'li',
  product: 'Whole life',
  signedOn: '2026-01-31',
  deliveredOn: '2026-02-03',
  premium: { amount: '1200.00', currency: 'CNY' },
  everyMonths: 3,
  paymentMethod: 'direct-debit',
  nextDueOn: '2026-05-31',
  endsOn: '2046-01-30',
  consent: { marketing: true },
};

/** Terms with nothing that can be left out. */
export const FEW_TERMS: Terms = {
  customer: { name: 'Jane Doe' },
  owner: 'li',
  product: 'Term life',
  signedOn: '2026-01-31',
  premium: { amount: '300', currency: 'USD' },
  everyMonths: 12,
  paymentMethod: 'cash',
};

/** Tells in a language; knows the name of one member of staff. */
export const teller = (locale: Locale): ContractTeller => ({
  locale,
  words: contractWords(locale),
  labels: common(locale),
  nameOf: (id) => (id === 'li' ? '李雷' : undefined),
});
