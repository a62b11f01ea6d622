import type { JSX } from 'preact';
import { formatDay } from '../../../../content/format.ts';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { sourceName } from '../../../desk/contractSteps.ts';
import { wallTime } from '../../../desk/localTime.ts';
import { When } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { Section } from './section.tsx';
import { useContractWords, useTeller } from './words.ts';

const Ledger = ({ of: { ledger } }: { readonly of: ContractAnswer['consent'] }): JSX.Element => {
  const words = useContractWords();
  const teller = useTeller();
  return (
    <details>
      <summary>{words('consent.ledger', { count: ledger.length })}</summary>
      <ol class="consent-ledger" role="list" reversed>
        {ledger.toReversed().map(({ purpose, given, source, note, at }) => (
          <li key={`${at} ${purpose} ${source}`}>
            <strong>{words(given ? 'consent.given' : 'consent.withdrawn')}</strong> · {words(`consent.purpose.${purpose}`)}
            <br />
            <span class="small">
              {sourceName(source, teller)} · <When at={at} />
            </span>
            {note && <span class="small pre consent-note">{note}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
};

/** What the customer wants to get, and everything that was said about it (F78). */
export const Consent = ({ of }: { readonly of: ContractAnswer }): JSX.Element => {
  const { zone, locale } = useDesk();
  const words = useContractWords();
  const teller = useTeller();
  const { current, ledger } = of.consent;
  const marketing = current.find(({ purpose }) => purpose === 'marketing');
  const said = (): string => {
    if (marketing?.given === undefined || !marketing.at) return words('consent.none');
    return words('consent.since', {
      state: words(marketing.given ? 'consent.given' : 'consent.withdrawn'),
      source: sourceName(marketing.source ?? '', teller),
      date: formatDay(wallTime(marketing.at, zone).slice(0, 10), locale),
    });
  };
  return (
    <Section id="consent" title={words('consent.title')}>
      <dl class="known-list">
        <div>
          <dt>{words('consent.purpose.service')}</dt>
          <dd>{words('consent.always')}</dd>
        </div>
        <div>
          <dt>{words('consent.purpose.marketing')}</dt>
          <dd>{said()}</dd>
        </div>
      </dl>
      {ledger.length > 0 && <Ledger of={of.consent} />}
    </Section>
  );
};
