import type { JSX } from 'preact';
import type { ContractKey } from '../../../../content/desk/contracts/index.ts';
import type { Failure } from '../api.ts';
import { Notice } from '../bits.tsx';
import { useContractFailure } from './words.ts';

interface FailedProps {
  readonly failure: Failure | undefined;
  /** Sentences that belong to no field. */
  readonly loose: readonly string[];
  /** Said where the contract does not allow what was asked. */
  readonly notNow?: ContractKey | undefined;
}

/** Why a form was not taken. */
export const Failed = ({ failure, loose, notNow }: FailedProps): JSX.Element | null => {
  const failureText = useContractFailure(notNow);
  if (!failure) return null;
  return (
    <Notice tone="bad">
      <p>{failureText(failure)}</p>
      {loose.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
    </Notice>
  );
};
