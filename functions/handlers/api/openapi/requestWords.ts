import { ATTACHMENT_TYPES } from '../attachments.ts';
import { actions, attachment, decision, message, opening, reopening, survey, withdrawal } from '../schemas.ts';
import { CARE_RULE_REQUESTS } from './careWords.ts';
import { CLOCK_REQUESTS } from './clockWords.ts';
import { CARE_REQUESTS, CONTRACT_REQUESTS } from './contractWords.ts';
import { object, union, type Described } from './words.ts';

const [complaint, afterSales, inquiry] = opening._zod.def.options;
const { product } = afterSales.shape;
const { customer, consent } = complaint.shape;
const item = afterSales.shape.items._zod.def.innerType._zod.def.element;
const amount = actions.offer.shape.amount._zod.def.innerType;

const COMMON = {
  subject: 'What it is about, in one line.',
  description: 'What happened, in as many words as it takes. Line breaks are kept.',
  customer: 'Who asks, and where answers go.',
  channel: 'How the customer reached us; `web` when missing.',
  consent: 'What the customer agreed to.',
};

/** Every body that a request can have, by component name. */
export const REQUESTS: Readonly<Record<string, Described>> = {
  Opening: union(opening, 'A case to be opened. `kind` decides which other fields it has.', 'kind'),
  Complaint: object(
    complaint,
    'Something went wrong, and the customer wants it put right. A complaint says what would put it right (`desiredRemedy`).',
    {
      kind: 'Makes it a complaint.',
      ...COMMON,
      desiredRemedy: 'What would put it right, in the customer’s words.',
      product: 'The product, if the complaint is about one.',
    },
  ),
  AfterSales: object(
    afterSales,
    'A product is to be returned, exchanged, repaired or refunded. Such a request names the product, and which of the four it is (`request`).',
    {
      kind: 'Makes it an after-sales request.',
      request: 'What is to be done with the product.',
      ...COMMON,
      desiredRemedy: 'Anything the customer wants beyond `request`.',
      product: 'The product that it is about.',
      items: 'Lines of the order that come back or are exchanged, when it is not the whole order.',
    },
  ),
  Inquiry: object(inquiry, 'A question about a product, an order or our terms. Nothing went wrong, so nothing has to be put right.', {
    kind: 'Makes it an inquiry.',
    ...COMMON,
    desiredRemedy: 'What kind of answer would help.',
    product: 'The product, if the question is about one.',
  }),
  NewCustomer: object(customer, 'The person behind a case.', {
    name: 'How to address the customer.',
    email: 'One address; acknowledgement, offers and the survey go there.',
    phone: 'In any notation.',
    locale: 'Language of our mails and pages; that of the request (`Accept-Language`) when missing.',
    region: 'Whose statutory days and laws count for this customer; that of our team when missing. It does not follow from the language.',
  }),
  NewProduct: object(product, 'What was bought.', {
    name: 'As the customer calls it.',
    orderNo: 'Number of the order.',
    serial: 'Serial number on the product.',
    purchasedOn: 'Day of purchase; not in the future.',
  }),
  Consent: object(consent, 'Consents, each asked apart.', {
    service: 'The customer agrees that we process the data to handle this case. Without it there is no case.',
    marketing: 'The customer also wants to hear about products.',
  }),
  ItemLine: object(item, 'One line of a return or an exchange.', { name: 'The article.', quantity: 'How many of it.' }),
  Message: object(message, 'Something written to the other side.', { message: 'The text. Line breaks are kept.' }),
  Decision: object(decision, 'The customer’s answer to an offer, or to a refusal.', {
    accept: '`true` takes what was offered; `false` sends the case to another handler, after two rejections to a supervisor.',
    reason: 'Why, mostly for a rejection.',
  }),
  Withdrawal: object(withdrawal, 'The customer takes the case back.', { reason: 'Why, if the customer says so.' }),
  Reopening: object(reopening, 'The customer wants a closed case to go on.', { reason: 'What is still wrong.' }),
  Upload: object(attachment, 'A file as JSON. The multipart form saves a third of the bytes.', {
    name: 'File name; folders and control characters are taken out of it.',
    contentType: `What the sender takes it for. The first bytes decide: ${ATTACHMENT_TYPES.join(', ')}.`,
    data: 'The bytes. The whole body may have 4.4 MB, so a file fits in JSON up to 3.3 MB.',
  }),
  Survey: object(survey, 'Answers of the customer. Outcome and handling are asked apart: a fair no can be handled well.', {
    outcome: 'Content with what came out of it: 1 very dissatisfied to 5 very satisfied.',
    handling: 'Content with how it was handled, whatever came out of it: 1 to 5.',
    recommend: 'Would recommend us: 0 not at all likely to 10 extremely likely.',
    comment: 'Anything else. Read by a person.',
  }),
  Assign: object(actions.assign, 'Who takes care of the case from now on.', {
    owner: 'Staff id, as in `GET /api/desk/staff`. Nobody whose offer the customer rejected; at second-level review a supervisor.',
  }),
  Classify: object(actions.classify, 'What the case is sorted by; it was classified by its words when it was opened.', {
    category: 'What it is about.',
    priority: 'How fast it has to be; decides the due times.',
    safety: 'Somebody may be hurt. Makes the case urgent.',
    segment: 'Customer segment, for policies that ask for one.',
    contract: 'Service contract, for policies that ask for one.',
    region: 'Whose statutory days and laws count; what the customer said, else our team’s, when missing.',
  }),
  Note: object(actions.note, 'A note among staff; the customer never sees it.', { note: 'The text.' }),
  Hold: object(actions.hold, 'Why work has to wait. The clocks stand still meanwhile.', {
    reason:
      'One of the examples, or the reason in your own words, which counts as `other`. `customer-reply` asks the customer: it warns and in the end closes the case if no answer comes.',
    message: 'What the customer is told or asked, by mail.',
  }),
  Resume: object(actions.resume, 'Nothing to say. May be left out.', {}),
  Findings: object(actions.findings, 'What the investigation found.', {
    text: 'For colleagues; the customer does not see it.',
    rootCause: 'One of the examples, or what the list lacks in your own words.',
  }),
  NewOffer: object(actions.offer, 'What the customer is offered.', {
    remedy: 'One of the examples, or what the list lacks in your own words.',
    amount: 'Money, where the remedy has an amount. Above your limit a supervisor approves the offer first.',
    reasons: 'Why this and not something else, for the customer to read.',
  }),
  NewMoney: object(amount, 'An amount of money.', { amount: 'Above zero, with at most two decimal places.', currency: 'ISO 4217 code.' }),
  Approve: object(actions.approve, 'Nothing to say. May be left out.', {}),
  Decline: object(actions.decline, 'Why the offer does not go out.', { reasons: 'For the colleague who made it.' }),
  Refuse: object(actions.refuse, 'A reasoned no.', {
    reasons: 'For the customer to read.',
    rule: 'The law, contract term or warranty rule on which the refusal rests.',
  }),
  Receive: object(actions.receive, 'The goods have come back.', { note: 'For example their condition.' }),
  Fulfil: object(actions.fulfil, 'What was promised is done.', {
    reference: 'Number of the shipment, repair or refund; the customer gets it.',
  }),
  Reopen: object(actions.reopen, 'Why the case goes on.', { reason: 'For the history.' }),
  Escalate: object(actions.escalate, 'Why a supervisor should look.', { reason: 'For the supervisor.' }),
  Extend: object(actions.extend, 'Why our decision on a complaint needs more time.', { reasons: 'For the customer to read.' }),
  ...CONTRACT_REQUESTS,
  ...CARE_REQUESTS,
  ...CARE_RULE_REQUESTS,
  ...CLOCK_REQUESTS,
};
