import type { StackInfo } from '../stack_file.ts';
import { Colleague, Customer } from './people.ts';

/** One step of a life: what is told, and what is done. A string that it returns is told as well. */
export interface Step {
  title: string;
  play(): Promise<unknown>;
}

/** A life of a case, from form to survey. */
export interface Life {
  title: string;
  steps: Step[];
}

/** A complaint in Chinese: the first offer is rejected, another colleague looks again, the second is accepted. */
export async function complaint(stack: StackInfo): Promise<Life> {
  const customer = new Customer(stack, `wang.fang+${Date.now()}@example.com`);
  const lin = await Colleague.signIn(stack, 'Lin Mei');
  const zhou = await Colleague.signIn(stack, 'Zhou Jun');
  const act = (who: Colleague, action: string, body: object = {}) => who.act(customer.caseId, action, body);
  const steps: Step[] = [
    {
      title: '王芳 sends the complaint form: her rice cooker has twice stopped working',
      play: async () => {
        await customer.fillIn('/complaint', {
          kind: 'complaint',
          'customer.name': '王芳',
          'customer.locale': 'zh-CN',
          subject: '电饭煲一个月内坏了两次',
          description: '十月一日购买的电饭煲，第一次维修后用了三天又不加热了。家里有老人和孩子，很不方便。',
          desiredRemedy: '希望换一台新的',
          'product.name': '电饭煲 RC-40',
          'product.orderNo': '20261001-8841',
        });
        return `case ${customer.caseId}`;
      },
    },
    { title: 'The acknowledgement is in her inbox', play: () => subjectOf(customer.mail('the case number', () => true)) },
    { title: 'Lin Mei takes the case', play: () => act(lin, 'assign', { owner: lin.email }) },
    {
      title: 'Lin Mei answers her',
      play: () => act(lin, 'respond', { message: '王女士您好，非常抱歉给您带来不便。我们正在联系维修站核实情况，很快给您答复。' }),
    },
    {
      title: 'Lin Mei writes down what she found',
      play: () => act(lin, 'findings', { text: '维修站更换了温控器，但未检查电源板。', rootCause: 'repair-quality' }),
    },
    {
      title: 'Lin Mei offers another repair',
      play: () => act(lin, 'offer', { remedy: 'repair', reasons: '我们将免费更换电源板，并延长三个月保修。' }),
    },
    {
      title: '王芳 reads the offer and rejects it',
      play: async () => {
        await customer.mail('the offer', offers('延长三个月保修'));
        await customer.decide(false, '已经修过一次了，我不想再修。');
      },
    },
    { title: 'The case goes to another colleague: Zhou Jun', play: () => act(zhou, 'assign', { owner: zhou.email }) },
    {
      title: 'Zhou Jun looks at it again',
      play: () => act(zhou, 'findings', { text: '同一批次电源板有缺陷，符合三包规定的换货条件。', rootCause: 'product-defect' }),
    },
    {
      title: 'Zhou Jun offers a new cooker',
      play: () => act(zhou, 'offer', { remedy: 'exchange', reasons: '我们为您更换一台全新的同型号电饭煲，并上门取回旧机。' }),
    },
    {
      title: '王芳 accepts',
      play: async () => {
        await customer.mail('the second offer', offers('上门取回旧机'));
        await customer.decide(true);
      },
    },
    { title: 'The old cooker arrives', play: () => act(zhou, 'receive', { note: '旧机已收到' }) },
    { title: 'The new one leaves', play: () => act(zhou, 'fulfil', { reference: 'SF1029384756' }) },
    ...survey(customer, '王芳', { outcome: '5', handling: '4', recommend: '9', comment: '第二位客服处理得很好。' }),
  ];
  return { title: 'A complaint, rejected once, then accepted', steps };
}

/** A return in English, accepted at once. */
export async function returnOfGoods(stack: StackInfo): Promise<Life> {
  const customer = new Customer(stack, `oliver.hart+${Date.now()}@example.com`);
  const emma = await Colleague.signIn(stack, 'Emma Clarke');
  const act = (action: string, body: object = {}) => emma.act(customer.caseId, action, body);
  const steps: Step[] = [
    {
      title: 'Oliver Hart asks to return a pair of headphones',
      play: async () => {
        await customer.fillIn('/after-sales', {
          kind: 'after-sales',
          request: 'return',
          'customer.name': 'Oliver Hart',
          'customer.locale': 'en',
          subject: 'Headphones do not fit, return within seven days',
          description: 'I bought these on Monday. They are unused and in their box, but too small for me.',
          'product.name': 'Headphones HP-2',
          'product.orderNo': '20261116-1207',
        });
        return `case ${customer.caseId}`;
      },
    },
    { title: 'The acknowledgement is in his inbox', play: () => subjectOf(customer.mail('the case number', () => true)) },
    { title: 'Emma Clarke takes the case', play: () => act('assign', { owner: emma.email }) },
    {
      title: 'Emma Clarke checks the order',
      play: () => act('findings', { text: 'Delivered four days ago, unused.', rootCause: 'other' }),
    },
    {
      title: 'Emma Clarke offers the money back',
      play: () =>
        act('offer', {
          remedy: 'return-refund',
          amount: { amount: '180.00', currency: 'CNY' },
          reasons: 'Send them back free of charge; the refund follows their arrival.',
        }),
    },
    {
      title: 'Oliver accepts',
      play: async () => {
        await customer.mail('the offer', offers('free of charge'));
        await customer.decide(true);
      },
    },
    { title: 'The headphones arrive', play: () => act('receive') },
    { title: 'The refund is made', play: () => act('fulfil', { reference: 'REFUND-20261121-77' }) },
    ...survey(customer, 'Oliver', { outcome: '5', handling: '5', recommend: '10' }),
  ];
  return { title: 'A return', steps };
}

function survey(customer: Customer, name: string, answers: Record<string, string>): Step[] {
  return [
    {
      title: `A little later ${name} is asked how it went, and answers`,
      play: async () => {
        const invitation = await customer.mail('the survey', ({ text }) => text?.includes('/survey/') ?? false);
        await customer.answerSurvey(invitation, answers);
        return invitation.subject;
      },
    },
    { title: 'The case is closed', play: () => customer.closed().then(() => `${customer.caseId} is closed`) },
  ];
}

const offers = (words: string) => (message: { text: string | null }) => message.text?.replace(/\s+/g, ' ').includes(words) ?? false;

const subjectOf = (mail: Promise<{ subject: string }>): Promise<string> => mail.then(({ subject }) => subject);
