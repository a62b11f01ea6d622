import { openedCase } from '../../../functions/handlers/api/answers.ts';
import { answerOf, call } from './http.ts';
import { LiveCase } from './liveCase.ts';
import { countEvents } from './probes.ts';

let customers = 0;

/** An e-mail address that no other test uses. */
export const anAddress = (name = 'customer'): string => `${name}.${crypto.randomUUID().slice(0, 8)}.${(customers += 1)}@example.com`;

const common = (email: string) => ({
  customer: { name: '王小明', email, locale: 'zh-CN' },
  product: { name: '电饭煲 X1', orderNo: 'DD-20260301-77' },
  consent: { service: true, marketing: false },
});

/** The body of a complaint. */
export const complaintBody = (changes: object = {}, email = anAddress()) => ({
  kind: 'complaint',
  subject: '电饭煲坏了',
  description: '用了三天就不能加热。',
  desiredRemedy: '换一台新的',
  ...common(email),
  ...changes,
});

/** The body of a return. */
export const returnBody = (changes: object = {}, email = anAddress()) => ({
  kind: 'after-sales',
  request: 'return',
  subject: '退货申请',
  description: '颜色和图片不一样。',
  items: [{ name: '电饭煲 X1', quantity: 1 }],
  ...common(email),
  ...changes,
});

/** The body of an inquiry in English. */
export const inquiryBody = (changes: object = {}, email = anAddress()) => ({
  kind: 'inquiry',
  subject: 'Spare parts',
  description: 'Do you sell the inner pot of the rice cooker X1?',
  customer: { name: 'Jane Doe', email, locale: 'en' },
  consent: { service: true },
  ...changes,
});

/** Opens a case as its customer does. */
export async function opened(
  body: { readonly customer: { readonly email: string } },
  key: string = crypto.randomUUID(),
): Promise<LiveCase> {
  const reply = await call('POST', '/api/cases', { json: body, headers: { 'idempotency-key': key } });
  return new LiveCase(answerOf(openedCase, reply), body.customer.email);
}

/** Given a complaint, just sent. */
export const aComplaint = (changes: object = {}, email?: string): Promise<LiveCase> => opened(complaintBody(changes, email));

/** Given a complaint that must not wait, just sent: by the rules that come with the software its clocks run day and night. */
export const anUrgentComplaint = (changes: object = {}, email?: string): Promise<LiveCase> =>
  aComplaint({ subject: '电饭煲起火', ...changes }, email);

/** Given a return, just sent. */
export const aReturn = (changes: object = {}, email?: string): Promise<LiveCase> => opened(returnBody(changes, email));

/** Given an inquiry, just sent. */
export const anInquiry = (changes: object = {}, email?: string): Promise<LiveCase> => opened(inquiryBody(changes, email));

/** Expects that no door writes anything while `attempt` runs. */
export async function expectNothingWritten<T>(attempt: () => Promise<T>): Promise<T> {
  const before = await countEvents();
  const result = await attempt();
  const after = await countEvents();
  if (after !== before) throw new Error(`${after - before} events were written.`);
  return result;
}
