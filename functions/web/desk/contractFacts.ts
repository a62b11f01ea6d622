import type { CommonKey } from '../../content/common/index.ts';
import type { ContractKey } from '../../content/desk/contracts/index.ts';
import { formatDay, formatMoney } from '../../content/format.ts';
import type { Translate } from '../../content/translator.ts';
import type { Locale } from '../../domain/case/model.ts';
import type { Terms } from '../../domain/contract/model.ts';

/** What telling of a contract needs: words, and names of people. */
export interface ContractTeller {
  readonly locale: Locale;
  readonly words: Translate<ContractKey>;
  readonly labels: Translate<CommonKey>;
  /** Name of a member of staff by user name, where it is known. */
  readonly nameOf: (id: string) => string | undefined;
}

/** One thing that was agreed, with its name. */
export interface TermFact {
  readonly name: string;
  readonly group: 'contract' | 'customer';
  readonly label: string;
  /** Undefined where nothing is said. */
  readonly value: string | undefined;
}

/** All that was agreed, in words and in one order. */
export const termFacts = (terms: Terms, { locale, words, labels, nameOf }: ContractTeller): readonly TermFact[] => {
  const { customer, consent } = terms;
  const day = (date: string | undefined): string | undefined => date && formatDay(date, locale);
  const contract = (name: string, label: ContractKey, value: string | undefined): TermFact => ({
    name,
    group: 'contract',
    label: words(label),
    value,
  });
  const person = (name: string, label: ContractKey, value: string | undefined): TermFact => ({
    ...contract(name, label, value),
    group: 'customer',
  });
  return [
    contract('product', 'field.product', terms.product),
    contract('premium', 'field.premium', formatMoney(terms.premium, locale)),
    contract('everyMonths', 'field.everyMonths', words(`period.${terms.everyMonths}`)),
    contract('paymentMethod', 'field.paymentMethod', words(`method.${terms.paymentMethod}`)),
    contract('signedOn', 'field.signedOn', day(terms.signedOn)),
    contract('deliveredOn', 'field.deliveredOn', day(terms.deliveredOn)),
    contract('nextDueOn', 'field.nextDueOn', day(terms.nextDueOn)),
    contract('endsOn', 'field.endsOn', day(terms.endsOn)),
    contract('owner', 'field.owner', nameOf(terms.owner) ?? terms.owner),
    person('name', 'field.name', customer.name),
    person('email', 'field.email', customer.email),
    person('phone', 'field.phone', customer.phone),
    person('locale', 'field.locale', customer.locale && labels(`locale.${customer.locale}`)),
    person('region', 'field.region', customer.region && labels(`region.${customer.region}`)),
    person('timeZone', 'field.timeZone', customer.timeZone),
    person('birthday', 'field.birthday', day(customer.birthday)),
    person('marketing', 'field.consent', words(consent ? (consent.marketing ? 'consent.yes' : 'consent.no') : 'consent.unknown')),
  ];
};
