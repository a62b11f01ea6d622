import type { JSX } from 'preact';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { paymentBody, paymentFields, paymentStart } from '../../../desk/contractForm.ts';
import { useDesk } from '../context.ts';
import { Fields } from '../formFields.tsx';
import { useForm } from '../useForm.ts';
import { contractApi } from './contractApi.ts';
import { FormFrame } from './formFrame.tsx';
import { useSending } from './sending.ts';
import { useContractWords, useDayText, useToday } from './words.ts';

interface PaymentFormProps {
  readonly of: ContractAnswer;
  readonly onDone: (answer: ContractAnswer) => void;
  readonly onCancel: () => void;
  /** Loads the contract anew: it is not what it was. */
  readonly onStale: () => Promise<void>;
}

/** The draft of a payment belongs to its contract. */
export const paymentDraft = (contractId: string): string => `contract.${contractId}.payment`;

/** Records a payment, or a debit that failed (F60). Its reference makes a second try harmless. */
export const PaymentForm = ({ of, onDone, onCancel, onStale }: PaymentFormProps): JSX.Element => {
  const { api, announce } = useDesk();
  const words = useContractWords();
  const dayText = useDayText();
  const today = useToday();
  const id = paymentDraft(of.contractId);
  const fields = paymentFields(of, { words, dayText });
  const form = useForm(id, fields, paymentStart(of, today));
  const sending = useSending(form, onStale);
  const isFailed = form.values['status'] === 'failed';

  const send = async (): Promise<void> => {
    const body = paymentBody(form.values);
    const answer = await sending.send(body, (key) => contractApi(api).pay(of.contractId, body, key));
    if (!answer) return;
    announce(words(isFailed ? 'pay.doneFailed' : 'pay.done'));
    onDone(answer);
  };

  return (
    <FormFrame
      id={id}
      title={words('pay.title')}
      text={words('pay.text')}
      submit={words(isFailed ? 'pay.submitFailed' : 'pay.submit')}
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
