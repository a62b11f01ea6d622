import { CHANNELS, KINDS, LOCALES, REQUESTS, type Channel } from '../../domain/case/model.ts';
import { REGION_CHOICES } from './actionForms.ts';
import { MAX_LINE, MAX_TEXT, type Field, type Values } from './fields.ts';

const BY_STAFF: readonly Channel[] = CHANNELS.filter((channel) => channel !== 'web' && channel !== 'follow-up');

const isAfterSales = (values: Values): boolean => values['kind'] === 'after-sales';
const isComplaint = (values: Values): boolean => values['kind'] === 'complaint';
/** An after-sales request is about a product; elsewhere it is named when something about it is. */
const needsProduct = (values: Values): boolean =>
  isAfterSales(values) || ['orderNo', 'serial', 'purchasedOn'].some((name) => Boolean(values[name]?.trim()));

/** Fields of a case that staff open for a customer (F3), in groups as they are shown. */
export const NEW_CASE_GROUPS = [
  {
    title: 'new.about',
    fields: [
      {
        name: 'channel',
        label: 'field.channel',
        kind: 'choice',
        required: true,
        choices: BY_STAFF.map((value) => ({ value, label: `channel.${value}` })),
      },
      {
        name: 'kind',
        label: 'field.kind',
        kind: 'choice',
        required: true,
        choices: KINDS.map((value) => ({ value, label: `kind.${value}` })),
      },
      {
        name: 'request',
        label: 'field.request',
        kind: 'choice',
        required: true,
        when: isAfterSales,
        choices: REQUESTS.map((value) => ({ value, label: `request.${value}` })),
      },
      { name: 'subject', label: 'field.subject', kind: 'line', required: true, max: MAX_LINE },
      { name: 'description', label: 'field.description', kind: 'text', required: true, max: MAX_TEXT },
      { name: 'desiredRemedy', label: 'field.desiredRemedy', kind: 'text', required: isComplaint, max: 1000 },
    ],
  },
  {
    title: 'new.customer',
    fields: [
      { name: 'name', label: 'field.customerName', kind: 'line', required: true, max: 100, pointer: '/customer/name' },
      { name: 'email', label: 'field.customerEmail', kind: 'email', required: true, max: 254, pointer: '/customer/email' },
      { name: 'phone', label: 'field.customerPhone', kind: 'phone', max: 40, pointer: '/customer/phone' },
      {
        name: 'locale',
        label: 'field.customerLocale',
        kind: 'choice',
        required: true,
        pointer: '/customer/locale',
        choices: LOCALES.map((value) => ({ value, label: `locale.${value}` })),
      },
      {
        name: 'region',
        label: 'field.region',
        hint: 'hint.region',
        kind: 'choice',
        none: 'region.none',
        pointer: '/customer/region',
        choices: REGION_CHOICES,
      },
    ],
  },
  {
    title: 'new.product',
    fields: [
      { name: 'product', label: 'field.productName', kind: 'line', required: needsProduct, max: MAX_LINE, pointer: '/product/name' },
      { name: 'orderNo', label: 'field.orderNo', kind: 'line', max: 100, pointer: '/product/orderNo' },
      { name: 'serial', label: 'field.serial', kind: 'line', max: 100, pointer: '/product/serial' },
      { name: 'purchasedOn', label: 'field.purchasedOn', kind: 'date', pointer: '/product/purchasedOn' },
    ],
  },
  {
    title: 'new.consent',
    fields: [
      { name: 'service', label: 'field.service', kind: 'check', required: true, pointer: '/consent/service' },
      { name: 'marketing', label: 'field.marketing', kind: 'check', pointer: '/consent/marketing' },
    ],
  },
] as const satisfies readonly { readonly title: string; readonly fields: readonly Field[] }[];

/** All fields of the form. */
export const NEW_CASE_FIELDS: readonly Field[] = NEW_CASE_GROUPS.flatMap(({ fields }): readonly Field[] => fields);

/** What the form starts with: a complaint by phone in the language of the desk. */
export const newCaseStart = (locale: string): Values => ({ channel: 'phone', kind: 'complaint', locale });

const filled = (entries: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(entries).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));

/** The body of `POST /api/desk/cases`; empty optional fields are left out. */
export const newCaseBody = (values: Values): Readonly<Record<string, unknown>> => {
  const { channel, kind, subject, description, desiredRemedy, name, email, phone, locale, region, product, orderNo, serial, purchasedOn } =
    values;
  return {
    ...filled({ channel, kind, request: isAfterSales(values) ? values['request'] : undefined, subject, description, desiredRemedy }),
    customer: filled({ name, email, phone, locale, region }),
    ...(product?.trim() ? { product: filled({ name: product, orderNo, serial, purchasedOn }) } : {}),
    consent: { service: values['service'] === 'yes', marketing: values['marketing'] === 'yes' },
  };
};
