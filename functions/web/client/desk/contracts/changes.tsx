import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { tellContract, type ChangedTerm } from '../../../desk/contractStory.ts';
import { When } from '../bits.tsx';
import { useContractWords, useTeller } from './words.ts';

/** Fields that a change of terms changed, each with what it was. */
export const ChangedTerms = ({ changes }: { readonly changes: readonly ChangedTerm[] }): JSX.Element => {
  const words = useContractWords();
  const empty = words('story.empty');
  return (
    <dl class="entry-facts">
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words('story.change', { before: before ?? empty, after: after ?? empty })}</dd>
        </div>
      ))}
    </dl>
  );
};

interface ChangesProps {
  readonly of: ContractAnswer;
  /** Version at which the form was opened. */
  readonly seen: number;
  readonly notSaved: boolean;
  /** Names of fields that both changed. */
  readonly both: readonly string[];
  /** True when the form took something over. */
  readonly taken: boolean;
}

/** What others did to a contract while somebody was writing. Gets the focus when it kept something from being saved. */
export const Changes = ({ of, seen, notSaved, both, taken }: ChangesProps): JSX.Element => {
  const words = useContractWords();
  const teller = useTeller();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (notSaved) box.current?.focus();
  }, [notSaved, of.version]);
  return (
    <div ref={box} tabIndex={-1} class="box box-info changes">
      <p>
        <strong>{words(notSaved ? 'changed.notSaved' : 'changed.while')}</strong>
      </p>
      <ul>
        {tellContract(of.history, teller, seen).map(({ version, at, title, changes }) => (
          <li key={version}>
            {title} (<When at={at} relative />){changes.length > 0 && <ChangedTerms changes={changes} />}
          </li>
        ))}
      </ul>
      {taken && <p>{words('changed.taken')}</p>}
      {both.length > 0 && (
        <p>
          <strong>{words('changed.both', { fields: both.join(words('comma')) })}</strong>
        </p>
      )}
      {notSaved && <p>{words('changed.keep')}</p>}
    </div>
  );
};
