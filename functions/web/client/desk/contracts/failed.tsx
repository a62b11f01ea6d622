import type { JSX } from 'preact';
import type { Failure } from '../api.ts';
import { Notice } from '../bits.tsx';
import { useContractFailure } from './words.ts';

interface FailedProps {
  readonly failure: Failure | undefined;
  /** Sentences that belong to no field. */
  readonly loose: readonly string[];
}

/** Why a form was not taken. */
export const Failed = ({ failure, loose }: FailedProps): JSX.Element | null => {
  const failureText = useContractFailure();
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
