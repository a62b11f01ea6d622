import { useState } from 'preact/hooks';
import type { ContractKey } from '../../../../content/desk/contracts/index.ts';
import type { Answer, Failure } from '../api.ts';
import { useDesk } from '../context.ts';
import type { FormState } from '../useForm.ts';
import { useContractFailure } from './words.ts';

/** How the sending of a form goes. */
export interface Sending {
  /** `stale` after somebody else was quicker: the next try counts for what is shown then. */
  readonly state: 'idle' | 'sending' | 'stale';
  readonly failure?: Failure | undefined;
  /** Sentences that belong to no field. */
  readonly loose: readonly string[];
  /** Said where the contract does not allow what was asked. */
  readonly notNow?: ContractKey | undefined;
  /** Checks the form, sends its body, and tells what is wrong. The key stays while the body does. Undefined unless it was taken. */
  readonly send: <T>(body: unknown, call: (key: string) => Promise<Answer<T>>) => Promise<T | undefined>;
}

/** Sends a form about a contract. `onStale` loads anew what the form is about. */
export const useSending = (form: FormState, onStale: () => Promise<void>, notNow?: ContractKey): Sending => {
  const { announce } = useDesk();
  const failureText = useContractFailure(notNow);
  const [state, setState] = useState<Sending['state']>('idle');
  const [failure, setFailure] = useState<Failure | undefined>();
  const [loose, setLoose] = useState<readonly string[]>([]);

  const fail = async (cause: Failure): Promise<void> => {
    const isStale = cause.kind === 'stale';
    setState(isStale ? 'stale' : 'idle');
    setFailure(isStale ? undefined : cause);
    setLoose(cause.kind === 'invalid' ? form.complain(cause) : []);
    if (isStale || cause.kind === 'not-now') await onStale();
    if (cause.errors.length === 0) announce(failureText(cause));
  };

  return {
    state,
    failure,
    loose,
    notNow,
    send: async (body, call) => {
      if (state === 'sending' || !form.check()) return undefined;
      setState('sending');
      const answer = await call(form.keyFor(body));
      if (!answer.ok) {
        await fail(answer.failure);
        return undefined;
      }
      setState('idle');
      form.forget();
      return answer.value;
    },
  };
};
