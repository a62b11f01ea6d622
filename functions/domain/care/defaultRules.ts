import type { CareBook, ServicePlan, Touchpoint } from './rules.ts';

/** Touchpoints from the signing date on (F58): rules.md 4. */
const firstYear: readonly Touchpoint[] = [
  {
    id: 'delivery',
    name: { 'zh-CN': '送达合同并签收', 'zh-TW': '送達契約並簽收', en: 'Hand over the contract' },
    when: { kind: 'delivery' },
    purpose: 'service',
    task: { days: 7 },
    mail: {
      subject: { 'zh-CN': '您的合同已送达', 'zh-TW': '您的契約已送達', en: 'Your contract has been handed over' },
      text: {
        'zh-CN': `感谢您选择{product}。您的合同（编号 {contract}）已送达。

请抽几分钟核对姓名、联系方式、保障内容以及缴费日期和金额。如有不符，请告诉我们，我们会尽快更正。

近几天，您的服务专员 {owner} 会与您联系，请您签收合同，并逐一解答您的疑问。请妥善保管合同原件。`,
        'zh-TW': `感謝您選擇{product}。您的契約（編號 {contract}）已送達。

請撥幾分鐘核對姓名、聯絡方式、保障內容以及繳費日期和金額。如有不符，請告訴我們，我們會儘快更正。

近幾天，您的服務專員 {owner} 會與您聯絡，請您簽收契約，並逐一解答您的疑問。請妥善保管契約正本。`,
        en: `Thank you for choosing {product}. Your contract, number {contract}, has been handed over to you.

Please take a few minutes to check your name and contact details, what is covered, and when which premium is due. If anything is wrong, tell us and we will put it right.

In the next few days {owner}, who looks after your contract, will get in touch to ask for your signature on the receipt and to answer your questions. Please keep the original in a safe place.`,
      },
    },
    active: true,
  },
  {
    id: 'month-1',
    name: { 'zh-CN': '介绍服务体系与联系人', 'zh-TW': '介紹服務體系與聯絡人', en: 'Present the service and the contacts' },
    when: { kind: 'after', months: 1 },
    purpose: 'service',
    task: { days: 14 },
    active: true,
  },
  {
    id: 'month-4',
    name: { 'zh-CN': '合同检视，查找保障缺口', 'zh-TW': '契約檢視，找出保障缺口', en: 'Contract check-up: fill gaps in cover' },
    when: { kind: 'after', months: 4 },
    purpose: 'service',
    task: { days: 14 },
    active: true,
  },
  {
    id: 'month-7',
    name: { 'zh-CN': '邀请参加客户活动', 'zh-TW': '邀請參加客戶活動', en: 'Invitation to a customer event' },
    when: { kind: 'after', months: 7 },
    purpose: 'marketing',
    task: { days: 14 },
    mail: {
      subject: { 'zh-CN': '邀请您参加我们的客户活动', 'zh-TW': '邀請您參加我們的客戶活動', en: 'An invitation to our customer event' },
      text: {
        'zh-CN': `您的合同（编号 {contract}）已陪伴您半年多，我们希望有机会当面听听您的感受。

近期我们将举办客户活动，诚邀您参加，也欢迎您携一位家人或朋友同行。您的服务专员 {owner} 会与您联系，告知活动的时间、地点和内容。

是否参加完全由您决定，不影响您的合同和服务。`,
        'zh-TW': `您的契約（編號 {contract}）已陪伴您半年多，我們希望有機會當面聽聽您的感受。

近期我們將舉辦客戶活動，誠邀您參加，也歡迎您偕同一位家人或朋友前來。您的服務專員 {owner} 會與您聯絡，告知活動的時間、地點和內容。

是否參加完全由您決定，不影響您的契約與服務。`,
        en: `Your contract, number {contract}, has been with you for more than half a year, and we would like to hear from you in person how it has been.

We are holding an event for customers soon and would be glad to welcome you, with a relative or a friend if you like. {owner}, who looks after your contract, will get in touch with the date, the place and what to expect.

Whether you come is entirely up to you. It makes no difference to your contract or our service.`,
      },
    },
    active: true,
  },
  {
    id: 'month-10',
    name: { 'zh-CN': '提示下期保费', 'zh-TW': '提醒下期保費', en: 'Point out the coming premium' },
    when: { kind: 'after', months: 10 },
    purpose: 'service',
    task: { days: 14 },
    active: true,
  },
];

/** Care that returns for as long as the contract runs (F62). */
const cadence: readonly Touchpoint[] = [
  {
    id: 'birthday',
    name: { 'zh-CN': '生日祝福', 'zh-TW': '生日祝福', en: 'Birthday greeting' },
    when: { kind: 'birthday' },
    purpose: 'marketing',
    mail: {
      subject: { 'zh-CN': '{name}，生日快乐', 'zh-TW': '{name}，生日快樂', en: 'Happy birthday, {name}' },
      text: {
        'zh-CN': `今天是您的生日，祝您生日快乐！

愿新的一岁平安健康，所盼皆如愿。感谢您一直以来的信任。`,
        'zh-TW': `今天是您的生日，祝您生日快樂！

願新的一歲平安健康，心想事成。感謝您一直以來的信任。`,
        en: `Happy birthday!

We wish you a year of good health and many reasons to be glad. Thank you for the trust you place in us.`,
      },
    },
    active: true,
  },
  {
    id: 'lunar-new-year',
    name: { 'zh-CN': '春节祝福', 'zh-TW': '春節祝福', en: 'Lunar New Year greeting' },
    when: { kind: 'festival', festival: 'lunar-new-year' },
    purpose: 'marketing',
    mail: {
      subject: { 'zh-CN': '祝您新春快乐', 'zh-TW': '祝您新春愉快', en: 'A happy Lunar New Year' },
      text: {
        'zh-CN': `新春快乐！

感谢您在过去一年里的信任。祝您和家人在新的一年里平安健康、万事顺意。`,
        'zh-TW': `新春愉快！

感謝您在過去一年裡的信任。祝您和家人在新的一年裡平安健康、萬事如意。`,
        en: `Happy Lunar New Year!

Thank you for your trust over the past year. We wish you and your family health, happiness and a good year ahead.`,
      },
    },
    active: true,
  },
  {
    id: 'mid-autumn',
    name: { 'zh-CN': '中秋祝福', 'zh-TW': '中秋祝福', en: 'Mid-Autumn greeting' },
    when: { kind: 'festival', festival: 'mid-autumn' },
    purpose: 'marketing',
    mail: {
      subject: { 'zh-CN': '祝您中秋快乐', 'zh-TW': '祝您中秋佳節愉快', en: 'A happy Mid-Autumn Festival' },
      text: {
        'zh-CN': `中秋快乐！

愿今晚月色正好，祝您与家人团圆安康。`,
        'zh-TW': `中秋佳節愉快！

願今晚月色正好，祝您與家人團圓安康。`,
        en: `Happy Mid-Autumn Festival!

We wish you a bright moon tonight and a happy evening with the people who are dear to you.`,
      },
    },
    active: true,
  },
  {
    id: 'new-year',
    name: { 'zh-CN': '元旦祝福', 'zh-TW': '元旦祝福', en: 'New Year greeting' },
    when: { kind: 'festival', festival: 'new-year' },
    purpose: 'marketing',
    mail: {
      subject: { 'zh-CN': '祝您元旦快乐', 'zh-TW': '祝您新年快樂', en: 'A happy New Year' },
      text: {
        'zh-CN': `元旦快乐！

新的一年，祝您和家人平安健康、事事顺心。`,
        'zh-TW': `新年快樂！

新的一年，祝您和家人平安健康、事事順心。`,
        en: `Happy New Year!

We wish you and your family a healthy and happy year.`,
      },
    },
    active: false,
  },
  {
    id: 'dragon-boat',
    name: { 'zh-CN': '端午祝福', 'zh-TW': '端午祝福', en: 'Dragon Boat greeting' },
    when: { kind: 'festival', festival: 'dragon-boat' },
    purpose: 'marketing',
    mail: {
      subject: { 'zh-CN': '祝您端午安康', 'zh-TW': '祝您端午安康', en: 'A good Dragon Boat Festival' },
      text: {
        'zh-CN': `端午安康！

粽叶飘香，祝您和家人平安健康、诸事顺遂。`,
        'zh-TW': `端午安康！

粽葉飄香，祝您和家人平安健康、諸事順遂。`,
        en: `We wish you a good Dragon Boat Festival.

May it bring health and peace to you and your family.`,
      },
    },
    active: false,
  },
  {
    id: 'visit',
    name: { 'zh-CN': '半年回访', 'zh-TW': '半年回訪', en: 'Half-yearly visit' },
    when: { kind: 'every', months: 6 },
    purpose: 'service',
    task: { days: 21 },
    active: true,
  },
  {
    id: 'news',
    name: { 'zh-CN': '每月资讯', 'zh-TW': '每月資訊', en: 'Monthly news' },
    when: { kind: 'calendar', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], day: 10 },
    purpose: 'marketing',
    mail: {
      subject: { 'zh-CN': '本月服务资讯', 'zh-TW': '本月服務資訊', en: 'Our news of this month' },
      text: {
        'zh-CN': `这是本月为您整理的服务资讯。

您可以随时联系我们：更新电话和地址、查询缴费日期、申请理赔协助，或预约一次合同检视。服务专员 {owner} 很乐意为您办理。`,
        'zh-TW': `這是本月為您整理的服務資訊。

您可以隨時聯絡我們：更新電話和地址、查詢繳費日期、申請理賠協助，或預約一次契約檢視。服務專員 {owner} 很樂意為您辦理。`,
        en: `Here is our news of this month.

You can turn to us at any time: to change your phone number or address, to ask when your premium is due, for help with a claim, or for a check-up of your contract. {owner} will be glad to help you.`,
      },
    },
    active: false,
  },
  {
    id: 'event',
    name: { 'zh-CN': '季度客户活动', 'zh-TW': '季度客戶活動', en: 'Quarterly event' },
    when: { kind: 'calendar', months: [3, 6, 9, 12], day: 1 },
    purpose: 'marketing',
    mail: {
      subject: { 'zh-CN': '邀请您参加本季客户活动', 'zh-TW': '邀請您參加本季客戶活動', en: 'You are invited to our event this quarter' },
      text: {
        'zh-CN': `本季度我们为客户准备了一场活动，诚邀您参加，也欢迎您携家人同行。

如您有意参加，请直接回复本邮件，或联系您的服务专员 {owner}，我们会告知您时间和地点。`,
        'zh-TW': `本季我們為客戶準備了一場活動，誠邀您參加，也歡迎您偕同家人前來。

如您有意參加，請直接回覆本信，或聯絡您的服務專員 {owner}，我們會告知您時間和地點。`,
        en: `This quarter we are holding an event for our customers, and you are warmly invited. Your family is welcome too.

If you would like to come, please answer this mail or get in touch with {owner}, who looks after your contract, and we will tell you when and where.`,
      },
    },
    active: false,
  },
];

/** The plan for every product that has none of its own: the figures of rules.md 4. */
const standardPlan: ServicePlan = {
  id: 'standard',
  name: '标准 Standard',
  renewal: { remindDaysBefore: [90, 60, 30, 7], deliveredAtLeast: 3 },
  lapse: { graceDaysAfterDemand: 30, graceDays: 60, confirmationMonths: 1, reinstatementMonths: 24 },
  touchpoints: [...firstYear, ...cadence],
};

/** The care rules that come with the software; an admin's first change makes version 1. */
export const FIRST_CARE_BOOK: CareBook = {
  version: 0,
  at: '1970-01-01T00:00:00.000Z',
  rules: { plans: [standardPlan], quiet: { from: '21:00', to: '08:00' } },
};
