import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Locale } from '../../../domain/case/model.ts';
import type { DeskCaseAnswer } from '../../desk/answers.ts';
import { hashOf } from '../../desk/routes.ts';
import { namesOf, tell, type Told } from '../../desk/story.ts';
import { FileButton } from './fileButton.tsx';
import { When } from './bits.tsx';
import { useDesk } from './context.ts';

const VIEWS = ['conversation', 'internal', 'all'] as const;
type View = (typeof VIEWS)[number];

const belongs = (view: View, { reach }: Told): boolean => view === 'all' || reach === (view === 'internal' ? 'internal' : 'customer');

interface EntryProps {
  readonly told: Told;
  readonly caseId: string;
  /** The customer's language: their words are drawn in its script. */
  readonly customerLocale: Locale;
}

const Entry = ({ told, caseId, customerLocale }: EntryProps): JSX.Element => {
  const { words } = useDesk();
  return (
    <li class={`entry entry-${told.side} entry-reach-${told.reach}`}>
      <p class="entry-head">
        <span class="entry-title">{told.title}</span>
        {told.reach === 'internal' && <span class="flag flag-internal">{words('case.internal')}</span>}
        <span class="entry-at">
          <When at={told.at} />
        </span>
      </p>
      {told.text && (
        <p class="entry-text pre" lang={told.side === 'customer' ? customerLocale : undefined}>
          {told.text}
        </p>
      )}
      {told.facts.length > 0 && (
        <dl class="entry-facts">
          {told.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd class="pre">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {told.file && <FileButton caseId={caseId} file={told.file} />}
      {told.followUpOf && (
        <p>
          <a href={hashOf({ screen: 'case', caseId: told.followUpOf })}>{words('case.followUpOf', { caseId: told.followUpOf })}</a>
        </p>
      )}
    </li>
  );
};

/** What was said and done, newest first: the talk with the customer, what only staff see, or all of it. */
export const Talk = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element => {
  const { words, labels, locale, staff, me } = useDesk();
  const [view, setView] = useState<View>('all');
  const teller = { locale, words, labels, nameOf: namesOf([...staff, me], of.history), customerName: of.customerName };
  const told = of.history.map((line) => tell(line, teller)).toReversed();
  const shown = told.filter((one) => belongs(view, one));
  return (
    <section class="talk" aria-labelledby="talk-title">
      <div class="talk-top">
        <h2 id="talk-title">{words('case.talk')}</h2>
        <div class="switch" role="group" aria-label={words('case.show')}>
          {VIEWS.map((one) => (
            <button key={one} type="button" aria-pressed={one === view} onClick={() => setView(one)}>
              {words(`case.show.${one}`)} <span class="count">{told.filter((line) => belongs(one, line)).length}</span>
            </button>
          ))}
        </div>
      </div>
      {shown.length === 0 ? (
        <p class="empty">{words('case.talkEmpty')}</p>
      ) : (
        <ol class="entries" role="list" reversed>
          {shown.map((one) => (
            <Entry key={one.version} told={one} caseId={of.caseId} customerLocale={of.opening.customer.locale} />
          ))}
        </ol>
      )}
    </section>
  );
};
