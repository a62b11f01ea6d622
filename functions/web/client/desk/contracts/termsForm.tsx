import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { meetTerms, termGroups, termsBody, termValues } from '../../../desk/contractForm.ts';
import { termsAt } from '../../../desk/contractStory.ts';
import type { Values } from '../../../desk/fields.ts';
import { useDesk } from '../context.ts';
import { useForm } from '../useForm.ts';
import { Changes } from './changes.tsx';
import { contractApi } from './contractApi.ts';
import { FormFrame } from './formFrame.tsx';
import { useSending } from './sending.ts';
import { TermsFields } from './termsFields.tsx';
import { useContractWords } from './words.ts';

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
  const { api, announce } = useDesk();
  const words = useContractWords();
  const id = termsDraft(of.contractId);
  const groups = useMemo(() => termGroups(words, false), []);
  const fields = useMemo(() => groups.flatMap((group) => group.fields), []);
  const form = useForm(id, fields, { ...termValues(of.terms), [BASE]: String(of.version) });
  const sending = useSending(form, onStale);
  const [seen] = useState(() => Number(form.values[BASE]));
  const [met, setMet] = useState<{ readonly both: readonly string[]; readonly taken: boolean }>({ both: [], taken: false });

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
  const send = async (): Promise<void> => {
    const body = termsBody(form.values);
    const answer = await sending.send(body, (key) => contractApi(api).put(of.contractId, body, Number(form.values[BASE]), key));
    if (!answer) return;
    announce(words(answer.version === of.version ? 'edit.same' : 'edit.done'));
    onDone(answer);
  };

  return (
    <FormFrame
      id={id}
      title={words('edit.title')}
      text={words('edit.text')}
      submit={words('edit.submit')}
      form={form}
      sending={sending}
      onSend={send}
      onCancel={onCancel}
      changes={
        of.version > seen && (
          <Changes of={of} seen={seen} notSaved={sending.state === 'stale'} both={met.both.map(nameOf)} taken={met.taken} />
        )
      }
    >
      <TermsFields id={id} form={form} groups={groups} owner={of.owner} />
    </FormFrame>
  );
};
