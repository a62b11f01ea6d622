import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { meetTerms, termGroups, termsBody, termValues } from '../../../desk/contractForm.ts';
import { termsAt } from '../../../desk/contractStory.ts';
import type { Values } from '../../../desk/fields.ts';
import type { Failure } from '../api.ts';
import { useDesk } from '../context.ts';
import { useForm } from '../useForm.ts';
import { Changes } from './changes.tsx';
import { contractApi } from './contractApi.ts';
import { Failed } from './failed.tsx';
import { TermsFields } from './termsFields.tsx';
import { useContractFailure, useContractWords } from './words.ts';

interface TermsFormProps {
  readonly of: ContractAnswer;
  readonly onDone: (answer: ContractAnswer) => void;
  readonly onCancel: () => void;
  /** Loads the contract anew: somebody else changed it. */
  readonly onStale: () => Promise<void>;
}

/** The draft of changed terms belongs to its contract. */
export const termsDraft = (contractId: string): string => `contract.${contractId}.terms`;

/** The version that the values were last brought up to is kept with them, so that a draft is never older than it says. */
const BASE = 'version';

const baseOf = (of: ContractAnswer, values: Values): { readonly version: number; readonly values: Values } => {
  const version = Number(values[BASE]);
  return { version, values: termValues(termsAt(of.history, version) ?? of.terms) };
};

/** Changes the terms of a contract. What others save meanwhile is taken over where nothing was typed. */
export const TermsForm = ({ of, onDone, onCancel, onStale }: TermsFormProps): JSX.Element => {
  const { api, announce, words: deskWords } = useDesk();
  const words = useContractWords();
  const failureText = useContractFailure();
  const id = termsDraft(of.contractId);
  const groups = useMemo(() => termGroups(words, false), []);
  const fields = useMemo(() => groups.flatMap((group) => group.fields), []);
  const form = useForm(id, fields, { ...termValues(of.terms), [BASE]: String(of.version) });
  const [seen] = useState(() => Number(form.values[BASE]));
  const [state, setState] = useState<'idle' | 'sending' | 'stale'>('idle');
  const [met, setMet] = useState<{ readonly both: readonly string[]; readonly taken: boolean }>({ both: [], taken: false });
  const [failure, setFailure] = useState<Failure | undefined>();
  const [loose, setLoose] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const base = baseOf(of, form.values);
    if (of.version <= base.version) return;
    const now = meetTerms(base.values, form.values, termValues(of.terms));
    form.fill({ ...now.values, [BASE]: String(of.version) });
    setMet((before) => ({ both: [...new Set([...before.both, ...now.both])], taken: before.taken || now.taken }));
  }, [of.version]);

  const nameOf = (name: string): string => {
    const label = fields.find((field) => field.name === name)?.label;
    return typeof label === 'object' ? label.text : name;
  };
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (state === 'sending' || !form.check()) return;
    setState('sending');
    const body = termsBody(form.values);
    const answer = await contractApi(api).put(of.contractId, body, Number(form.values[BASE]), form.keyFor(body));
    if (answer.ok) {
      form.forget();
      announce(words(answer.value.version === of.version ? 'edit.same' : 'edit.done'));
      return onDone(answer.value);
    }
    const { failure: cause } = answer;
    setState(cause.kind === 'stale' ? 'stale' : 'idle');
    setFailure(cause.kind === 'stale' ? undefined : cause);
    setLoose(cause.kind === 'invalid' ? form.complain(cause) : []);
    if (cause.kind === 'stale') await onStale();
    if (cause.errors.length === 0) announce(failureText(cause));
  };

  return (
    <form class="contract-form" noValidate onSubmit={(event) => void send(event)} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {words('edit.title')}
      </h2>
      <p class="hint">{words('edit.text')}</p>
      {form.fromDraft && state === 'idle' && !failure && <p class="hint kept">{deskWords('form.kept')}</p>}
      {of.version > seen && <Changes of={of} seen={seen} notSaved={state === 'stale'} both={met.both.map(nameOf)} taken={met.taken} />}
      <Failed failure={failure} loose={loose} />
      <TermsFields id={id} form={form} groups={groups} owner={of.owner} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={state === 'sending'}>
          {state === 'sending' ? deskWords('submit.working') : state === 'stale' ? deskWords('changed.again') : words('edit.submit')}
        </button>
        <button
          type="button"
          class="faint"
          onClick={() => {
            form.forget();
            onCancel();
          }}
        >
          {deskWords('cancel')}
        </button>
      </div>
    </form>
  );
};
