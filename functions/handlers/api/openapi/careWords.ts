import * as answers from '../careAnswers.ts';
import * as schemas from '../careSchemas.ts';
import { object, union, type Described } from './words.ts';

const LANGUAGES = {
  'zh-CN': 'In Simplified Chinese, as written in mainland China.',
  'zh-TW': 'In Traditional Chinese, as written in Taiwan.',
  en: 'In English.',
};

/** Bodies of requests about the care for contracts, and what their answers repeat of them, by component name. */
export const CARE_RULE_REQUESTS: Readonly<Record<string, Described>> = {
  CareRulesChange: object(
    schemas.careRulesChange,
    'The rules of care as they shall be: all of them, as `GET` gives them, with what is to change.',
    {
      note: 'Why, for those who read the versions.',
      rules: 'The rules.',
    },
  ),
  CareRules: object(schemas.careRules, 'Everything by which contracts are cared for, as one document, so that one version names it all.', {
    plans: 'The first that fits the contract’s product counts. The last one fits all.',
    quiet: 'When nobody is written to.',
  }),
  ServicePlan: object(schemas.servicePlan, 'What customers get over the life of a contract.', {
    id: 'Id within the rules.',
    name: 'What staff read.',
    products:
      'Words that the product’s name contains; upper and lower case are the same. A plan without them is for every product that no plan before it takes.',
    renewal: 'How we remind of a premium before it is due.',
    lapse: 'What follows when a premium stays unpaid.',
    touchpoints: 'Everything that is done without being asked.',
  }),
  RenewalRule: object(schemas.renewalRule, 'How we remind of a premium before it is due.', {
    remindDaysBefore: 'Days before the due date, the most first, each on a day of its own.',
    deliveredAtLeast:
      'Reminders that must be delivered, on different days. When they can no longer be, the owner gets a task to visit the customer.',
  }),
  LapseRule: object(
    schemas.lapseRule,
    'What follows when a premium stays unpaid. In mainland China 保险法 articles 36 and 37 apply: see to it that the figures agree with them and with the contracts.',
    {
      graceDaysAfterDemand: 'Days after the demand was delivered in which a payment still keeps the cover.',
      graceDays: 'The same after the due date, where no demand was delivered. Of the two days the earlier one counts.',
      confirmationMonths: 'Months in which the customer signs that the cover is suspended.',
      reinstatementMonths: 'Months from the suspension in which a payment brings the cover back.',
    },
  ),
  Touchpoint: object(schemas.touchpoint, 'One thing that is done without being asked: a task for the owner, a mail, or both.', {
    id: 'What was done is remembered by it, so it keeps its meaning. Under the same id nothing is done twice for the same occasion: a contract that had its check-up after 4 months gets no other when the touchpoint moves to 5. What shall be done again, such as the next edition of the news, needs an id of its own.',
    name: 'What staff read.',
    when: 'When it comes.',
    purpose:
      '`service` goes to every customer. `marketing` is mailed only to those who agreed to it: events, news, offers, and greetings always.',
    task: 'The task for the owner of the contract; none when missing.',
    mail: 'The mail to the customer; none when missing.',
    active: 'False for one that is kept for later: nothing comes of it.',
  }),
  Occasion: union(
    schemas.occasion,
    'When a touchpoint comes. Months count from the signing date, each from that date itself; where a month has no such day, on its last.',
    'kind',
    {
      kind: '`delivery`: when the contract is handed over. `after`: once, months after it was signed. `every`: again and again, so many months apart. `birthday` and `festival`: on that day of the customer or never, once for all contracts of the customer. `calendar`: on a day of some months of every year, and `date`: on one date, once for all contracts of the customer, within 14 days.',
      months:
        'For `after` and `every`: months, counted from the signing date. For `calendar`: months of the year, from 1 for January to 12 for December.',
      festival: 'The festival. Those of the moon are on other dates every year.',
      day: 'Day of the month; the last where a month has no such day.',
      on: 'The date. One in the past is for nobody any more.',
    },
  ),
  TouchpointTask: object(schemas.touchpointTask, 'A task for the owner of the contract.', { days: 'Days in which it is to be done.' }),
  TouchpointMail: object(
    schemas.touchpointMail,
    'A mail to the customer. `{name}`, `{product}`, `{contract}` and `{owner}` stand for the customer’s name, the product, the number of the contract and the name of its owner. The letter greets the customer by name and is signed by the house: the text does neither.',
    { subject: 'Its subject.', text: 'Its text; an empty line begins a paragraph.' },
  ),
  TouchpointName: object(schemas.names, 'What staff read, in every language.', LANGUAGES),
  MailSubject: object(schemas.subjects, 'A subject in every language.', LANGUAGES),
  MailText: object(schemas.paragraphs, 'A text in every language.', LANGUAGES),
  QuietHours: object(
    schemas.quietHours,
    'The night of the customer, in the customer’s zone, as `HH:MM`. It passes midnight and leaves four hours of day at least.',
    { from: 'When it begins; `24:00` for midnight.', to: 'When it ends.' },
  ),
};

/** Answers about the rules of care, by component name. */
export const CARE_RULE_ANSWERS: Readonly<Record<string, Described>> = {
  CareBook: object(answers.careBook, 'One version of the rules of care. It never changes.', {
    version: 'Number of the version, also the ETag; 0 came with the software.',
    at: 'From when it counts.',
    by: 'Staff id of whoever made it; missing for version 0.',
    note: 'Why, in the words of whoever made it.',
    rules: 'The rules.',
  }),
};
