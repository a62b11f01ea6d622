import type { JSX } from 'preact';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { tellContract } from '../../../desk/contractStory.ts';
import { When } from '../bits.tsx';
import { ChangedTerms } from './changes.tsx';
import { Folded } from './section.tsx';
import { useContractWords, useTeller } from './words.ts';

interface PartProps {
  readonly of: ContractAnswer;
}

/** All that happened to a contract, the newest first (F76). */
export const History = ({ of }: PartProps): JSX.Element => {
  const words = useContractWords();
  const told = tellContract(of.history, useTeller()).toReversed();
  return (
    <Folded id="history" title={words('one.history')} about={words('one.eventCount', { count: told.length })}>
      <ol class="entries" role="list" reversed>
        {told.map(({ version, at, title, changes, facts }) => (
          <li key={version} class="entry">
            <p class="entry-head">
              <span class="entry-title">{title}</span>
              <span class="entry-at">
                <When at={at} />
              </span>
            </p>
            {changes.length > 0 && <ChangedTerms changes={changes} />}
            {facts.length > 0 && (
              <dl class="entry-facts">
                {facts.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </Folded>
  );
};
