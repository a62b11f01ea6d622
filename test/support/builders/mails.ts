import { mailFor, mailOrder, timersOf, type MailKind } from '../../../functions/domain/case/consequences.ts';
import { clocksOf } from '../../../functions/domain/case/clocks.ts';
import { fold } from '../../../functions/domain/case/evolve.ts';
import type { RuleBook } from '../../../functions/domain/clocks/rules.ts';
import type { Locale, Opening } from '../../../functions/domain/case/model.ts';
import type { MailInput } from '../../../functions/content/mails/render.ts';
import { aCase, anOpening, type TestCase } from './cases.ts';
import { BOOKS, POLICY } from './policy.ts';
import { chen, lin, sun, wang } from './staff.ts';

/** Links as a mail gets them. */
export const LINKS = {
  tracking: 'https://care.example.com/track/AC-1?t=tracking-token&x=1',
  survey: 'https://care.example.com/survey/survey-token',
  unsubscribe: 'https://care.example.com/unsubscribe?t=unsubscribe-token',
} as const;

/** What the sender hands over for a mail of `kind` that is ordered for `version` of a case. */
export const mailInput = ({ events }: TestCase, kind: MailKind, version: number, books: readonly RuleBook[] = BOOKS): MailInput => {
  const past = events.slice(0, version);
  const event = past.at(-1);
  if (!event) throw new Error('a mail needs an event');
  const state = fold(past);
  const clocks = clocksOf(state, books, event.at);
  return { kind, state, event, clocks, policy: POLICY, links: LINKS, siteUrl: 'https://care.example.com/' };
};

/** The mail that the last event of a case calls for. Throws when it calls for none. */
export const mailOf = (story: TestCase): MailInput => {
  const order = mailFor(story.events.at(-1) ?? fail());
  return order ? mailInput(story, order.kind, order.version) : fail();
};

/** A mail that a timer of the case calls for. Throws when no such timer runs. */
export const timedMail = (story: TestCase, kind: 'warning-1' | 'warning-2' | 'survey' | 'survey-reminder'): MailInput => {
  const timer = timersOf(story.state, POLICY).find(({ purpose }) => purpose === kind) ?? fail();
  const { version } = mailOrder(timer.caseId, timer.version, kind);
  return mailInput(story, kind, version);
};

const fail = (): never => {
  throw new Error('this case calls for no such mail');
};

const inquiry: Partial<Opening> = { kind: 'inquiry', desiredRemedy: undefined, subject: 'Is the K2 dishwasher-safe?' };
const money = { remedy: 'refund', amount: { amount: '129.90', currency: 'CNY' } } as const;

/** Stories that end in each mail in each of its wordings, by name. `opening` replaces what the customer wrote. */
const stories = (opening: Partial<Opening>) => {
  const at = (changes: Partial<Opening> = {}): TestCase => aCase({ ...changes, ...opening });
  const found = (changes: Partial<Opening> = {}): TestCase => at(changes).assigned(lin).found();
  const inReview = (): TestCase => at().assigned(lin).rejectedOnce(wang).rejectedOnce(sun).found().offered().rejected().assigned(chen);
  const done = (changes: Partial<Opening> = {}): TestCase => found(changes).offered().accepted().received().fulfilled();
  const answer = { remedy: 'information', reasons: 'Yes: the jug, but not the base.' } as const;
  return {
    'acknowledgement of a complaint': () => mailOf(at()),
    'acknowledgement of a return': () =>
      mailOf(at({ kind: 'after-sales', request: 'return', items: [{ name: 'Kettle K2', quantity: 2 }] })),
    'acknowledgement of an inquiry': () => mailOf(at(inquiry)),
    'acknowledgement of a call about danger': () =>
      mailOf(at({ channel: 'phone', classification: { category: 'product-quality', priority: 'urgent', safety: true } })),
    'acknowledgement of a follow-up': () => mailOf(at({ channel: 'follow-up', followUpOf: 'AC-0' })),
    reply: () => mailOf(at().assigned().replied()),
    'reply when put on hold for somebody else': () => mailOf(at().assigned().held('parts', 'The part comes in May.')),
    question: () => mailOf(at().assigned().asked()),
    'extension of the period': () => mailOf(at().assigned().extended()),
    'further extension of the period': () => mailOf(at().assigned().extended().extended(chen)),
    'offer of money': () => mailOf(found().offered(money)),
    'offer after approval': () =>
      mailOf(
        found()
          .offered({ ...money, amount: { amount: '900', currency: 'CNY' } })
          .approved(),
      ),
    'offer after two rejections': () => mailOf(at().assigned(lin).rejectedOnce(wang).rejectedOnce(sun).found().offered()),
    'offer of the review': () => mailOf(inReview().offered()),
    'answer to an inquiry': () => mailOf(found(inquiry).offered(answer)),
    refusal: () => mailOf(found().refused()),
    'refusal after two rejections': () => mailOf(at().assigned(lin).rejectedOnce(wang).rejectedOnce(sun).found().refused()),
    'refusal by the review': () => mailOf(inReview().refused()),
    'end without agreement': () => mailOf(inReview().offered().rejected()),
    fulfilment: () => mailOf(done()),
    'fulfilment of an inquiry': () => mailOf(found(inquiry).offered(answer).accepted().fulfilled('by mail')),
    'first warning about a question': () => timedMail(at().assigned().asked(), 'warning-1'),
    'first warning about a question asked elsewhere': () => timedMail(at().assigned().held('customer-reply'), 'warning-1'),
    'first warning about an offer': () => timedMail(found().offered(money), 'warning-1'),
    'second warning about a refusal': () => timedMail(found().refused(), 'warning-2'),
    reopening: () => mailOf(done().finished().reopened()),
    'survey after a solution': () => timedMail(done(), 'survey'),
    'survey after a refusal': () => timedMail(found().refused().accepted(), 'survey'),
    'survey reminder': () => timedMail(done(), 'survey-reminder'),
    'closing without answer': () => mailOf(done().finished()),
    'closing of a refused case': () => mailOf(found().refused().accepted().finished()),
    'closing of an unresolved case': () => mailOf(inReview().offered().rejected().finished()),
    'closing of a withdrawn case': () => mailOf(at().withdrew()),
    'closing of a question without answer': () => mailOf(at().assigned().asked().expired()),
    'closing of an expired case': () => mailOf(found().offered().expired()),
  } satisfies Readonly<Record<string, () => MailInput>>;
};

/** Every mail in every wording, as its sender hands it over, by name. */
export const everyMail = (locale: Locale, opening: Partial<Opening> = {}): readonly (readonly [string, MailInput])[] => {
  const customer = { ...(opening.customer ?? anOpening().customer), locale };
  return Object.entries(stories({ ...opening, customer })).map(([name, tell]) => [name, tell()]);
};
