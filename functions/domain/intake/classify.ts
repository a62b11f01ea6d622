import type { Category, Classification, Kind } from '../case/model.ts';

/** Words that say somebody may be hurt, in both scripts and in English. */
const SAFETY =
  /起火|着火|著火|失火|冒烟|冒煙|火花|烧焦|燒焦|焦味|爆炸|漏电|漏電|触电|觸電|烫伤|燙傷|烧伤|燒傷|灼伤|灼傷|割伤|割傷|受伤|受傷|中毒|过敏|過敏|住院|窒息|\b(?:fire|smoke|smoking|burn(?:t|ed|s|ing)?|explo(?:de[ds]?|ding|sions?)|sparks|electric shock|electrocuted|injur(?:y|ies|ed)|hospital(?:i[sz]ed)?|poison(?:ed|ing)?|allerg(?:y|ies|ic)|chok(?:e|ed|ing))\b/iu;

/** First match wins; the order puts the more specific first. */
const CATEGORIES: readonly (readonly [Category, RegExp])[] = [
  ['privacy', /隐私|隱私|个人信息|個人資料|泄露|洩漏|\b(?:privacy|personal data|data leak)/iu],
  ['service-attitude', /态度|態度|辱骂|辱罵|粗鲁|粗魯|不耐烦|不耐煩|\b(?:rude|attitude|impolite)/iu],
  ['repair-installation', /维修|維修|修理|返修|安装|安裝|\brepair|\binstall(?!ment)/iu],
  [
    'price-billing',
    /价格|價格|收费|收費|扣款|多收|发票|發票|账单|帳單|\b(?:bill(?:s|ed|ing)?|invoices?|overcharg\w*|price[sd]?|charged)\b/iu,
  ],
  ['delivery', /物流|快递|快遞|送货|送貨|发货|發貨|配送|未收到|delivery|shipping|shipment|courier|not arrived/iu],
  [
    'product-quality',
    /质量|質量|品質|瑕疵|损坏|損壞|故障|缺陷|坏了|壞了|不能用|裂|defect|broken|faulty|damaged|quality|does not work|doesn't work|stopped working/iu,
  ],
];

const BY_KIND: Readonly<Record<Kind, Classification>> = {
  complaint: { category: 'other', priority: 'high', safety: false },
  'after-sales': { category: 'product-quality', priority: 'normal', safety: false },
  inquiry: { category: 'information', priority: 'low', safety: false },
};

/** First classification of a new case by rule (F10, F11); staff correct it. A safety word makes it urgent. */
export const classify = (kind: Kind, subject: string, description: string): Classification => {
  const text = `${subject}\n${description}`;
  const category = CATEGORIES.find(([, words]) => words.test(text))?.[0] ?? BY_KIND[kind].category;
  const safety = SAFETY.test(text);
  return { category, safety, priority: safety ? 'urgent' : BY_KIND[kind].priority };
};
