import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { paymentBody, paymentFields, paymentStart } from '../../../desk/contractForm.ts';
import type { Failure } from '../api.ts';
import { useDesk } from '../context.ts';
import { Fields } from '../formFields.tsx';
import { useForm } from '../useForm.ts';
import { contractApi } from './contractApi.ts';
import { Failed } from './failed.tsx';
import { useContractFailure, useContractWords, useDayText, useToday } from './words.ts';

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
  const { api, announce, words: deskWords } = useDesk();
  const words = useContractWords();
  const failureText = useContractFailure();
  const dayText = useDayText();
  const today = useToday();
  const id = paymentDraft(of.contractId);
  const fields = paymentFields(of, { words, dayText });
  const form = useForm(id, fields, paymentStart(of, today));
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>();
  const [loose, setLoose] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFailed = form.values['status'] === 'failed';
  useEffect(() => heading.current?.focus(), []);

  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (sending || !form.check()) return;
    setSending(true);
    const body = paymentBody(form.values);
    const answer = await contractApi(api).pay(of.contractId, body, form.keyFor(body));
    setSending(false);
    if (answer.ok) {
      form.forget();
      announce(words(isFailed ? 'pay.doneFailed' : 'pay.done'));
      return onDone(answer.value);
    }
    const { failure: cause } = answer;
    setFailure(cause);
    setLoose(cause.kind === 'invalid' ? form.complain(cause) : []);
    if (cause.kind === 'not-now') await onStale();
    if (cause.errors.length === 0) announce(failureText(cause));
  };

  return (
    <form class="contract-form" noValidate onSubmit={(event) => void send(event)} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {words('pay.title')}
      </h2>
      <p class="hint">{words('pay.text')}</p>
      {form.fromDraft && !failure && <p class="hint kept">{deskWords('form.kept')}</p>}
      <Failed failure={failure} loose={loose} />
      <div class="contract-fields">
        <Fields form={id} fields={fields} values={form.values} complaints={form.complaints} onChange={form.change} onLeave={form.leave} />
      </div>
      <div class="buttons">
        <button type="submit" class="primary" disabled={sending}>
          {sending ? deskWords('submit.working') : words(isFailed ? 'pay.submitFailed' : 'pay.submit')}
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
