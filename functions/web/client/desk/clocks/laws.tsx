import type { JSX } from 'preact';
import { lawName } from '../../../../content/names.ts';
import { LEGAL_CLOCKS, legalRulesOn, type LegalClockName } from '../../../../domain/clocks/legalRules.ts';
import type { ClockRules } from '../../../../domain/clocks/rules.ts';
import { withLaw, type RulesDraft } from '../../../desk/rulesDraft.ts';
import { useDesk } from '../context.ts';
import { WrongAt } from './fields.tsx';
import { useClockWords } from './words.ts';

/** Whom a law binds, and what it gives today in each region. */
const Law = ({ law }: { readonly law: LegalClockName }): JSX.Element => {
  const { labels, locale } = useDesk();
  const words = useClockWords();
  return (
    <>
      <p class="small">{words(`law.${law}`)}</p>
      {legalRulesOn(law, new Date().toISOString().slice(0, 10)).map(({ region, days, source }) => (
        <p key={region} class="small">
          {words('laws.line', { region: labels(`region.${region}`), days, source: lawName(source, locale) })}
        </p>
      ))}
    </>
  );
};

/** The statutory periods, and which of them bind the company. */
export const LawList = ({ laws }: Pick<ClockRules, 'laws'>): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  return (
    <section class="panel laws">
      <h2>{words('laws.title')}</h2>
      <p class="hint">{words('laws.text')}</p>
      {LEGAL_CLOCKS.map((law) => (
        <div key={law}>
          <p>
            <strong>{deskWords(`clock.${law}`)}</strong>{' '}
            <span class={`flag ${laws.includes(law) ? 'flag-outcome' : 'flag-internal'}`}>
              {words(laws.includes(law) ? 'laws.binds' : 'laws.bindsNot')}
            </span>
          </p>
          <Law law={law} />
        </div>
      ))}
    </section>
  );
};

interface EditorProps {
  readonly draft: RulesDraft;
  readonly onChange: (draft: RulesDraft) => void;
}

/** The laws being ticked. */
export const LawEditor = ({ draft, onChange }: EditorProps): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  return (
    <fieldset class="sub laws" data-pointer="/rules/laws" tabIndex={-1}>
      <legend>{words('laws.title')}</legend>
      <p class="hint">{words('laws.text')}</p>
      <WrongAt pointer="/rules/laws" deep />
      {LEGAL_CLOCKS.map((law) => (
        <div key={law}>
          <label>
            <input
              type="checkbox"
              checked={draft.laws.includes(law)}
              aria-describedby={`law-${law}`}
              onChange={(event) => onChange({ ...draft, laws: withLaw(draft.laws, law, event.currentTarget.checked) })}
            />{' '}
            {deskWords(`clock.${law}`)}
          </label>
          <div id={`law-${law}`}>
            <Law law={law} />
          </div>
        </div>
      ))}
    </fieldset>
  );
};
