import type { JSX } from 'preact';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { consentBody, consentFields } from '../../../desk/taskForm.ts';
import { useDesk } from '../context.ts';
import { Fields } from '../formFields.tsx';
import { useForm } from '../useForm.ts';
import { contractApi } from './contractApi.ts';
import { FormFrame } from './formFrame.tsx';
import { useSending } from './sending.ts';
import { useContractWords } from './words.ts';

interface ConsentFormProps {
  readonly of: ContractAnswer;
  readonly onDone: (answer: ContractAnswer) => void;
  readonly onCancel: () => void;
  /** Loads the contract anew: it is not what it was. */
  readonly onStale: () => Promise<void>;
}

/** The draft of a consent belongs to its contract. */
export const consentDraft = (contractId: string): string => `contract.${contractId}.consent`;

/** Records what the customer said about messages, told by phone, in person or by letter (F78). */
export const ConsentForm = ({ of, onDone, onCancel, onStale }: ConsentFormProps): JSX.Element => {
  const { api, announce } = useDesk();
  const words = useContractWords();
  const id = consentDraft(of.contractId);
  const fields = consentFields(words);
  const form = useForm(id, fields, {});
  const sending = useSending(form, onStale);
  const send = async (): Promise<void> => {
    const body = consentBody(form.values);
    const answer = await sending.send(body, (key) => contractApi(api).consent(of.contractId, body, key));
    if (!answer) return;
    announce(words('consent.recorded'));
    onDone(answer);
  };
  return (
    <FormFrame
      id={id}
      title={words('consent.form')}
      text={words('consent.formText')}
      submit={words('consent.submit')}
      form={form}
      sending={sending}
      onSend={send}
      onCancel={onCancel}
    >
      <div class="contract-fields">
        <Fields form={id} fields={fields} values={form.values} complaints={form.complaints} onChange={form.change} onLeave={form.leave} />
      </div>
    </FormFrame>
  );
};
