import type { JSX } from 'preact';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { termFacts, type TermFact } from '../../../desk/contractFacts.ts';
import { Section } from './section.tsx';
import { useContractWords, useTeller } from './words.ts';

const FactValue = ({ name, value }: { readonly name: string; readonly value: string }): JSX.Element => {
  if (name === 'email') return <a href={`mailto:${encodeURIComponent(value)}`}>{value}</a>;
  if (name === 'phone') return <a href={`tel:${value.replace(/[^+\d]/g, '')}`}>{value}</a>;
  return <>{value}</>;
};

const FactList = ({ facts }: { readonly facts: readonly TermFact[] }): JSX.Element => (
  <dl class="known-list">
    {facts.map(
      ({ name, label, value }) =>
        value && (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <FactValue name={name} value={value} />
            </dd>
          </div>
        ),
    )}
  </dl>
);

/** What was agreed, and with whom. */
export const TermsShown = ({ of }: { readonly of: ContractAnswer }): JSX.Element => {
  const words = useContractWords();
  const teller = useTeller();
  const left = of.ownerName === undefined ? `${of.owner} (${words('left')})` : of.ownerName;
  // The first unpaid due date of the terms is history once something is paid: the due dates tell. So does the ledger of what the customer agreed to.
  const facts = termFacts(of.terms, { ...teller, nameOf: (id) => (id === of.owner ? left : teller.nameOf(id)) });
  return (
    <>
      <Section id="terms" title={words('one.terms')}>
        <FactList facts={facts.filter(({ group, name }) => group === 'contract' && name !== 'nextDueOn')} />
      </Section>
      <Section id="customer" title={words('one.customer')}>
        <FactList facts={facts.filter(({ group, name }) => group === 'customer' && name !== 'marketing')} />
        {!of.terms.customer.email && <p class="hint">{words('one.noEmail')}</p>}
      </Section>
    </>
  );
};
