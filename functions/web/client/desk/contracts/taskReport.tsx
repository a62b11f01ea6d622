import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TaskLine } from '../../../../domain/contract/careView.ts';
import type { TaskOutcome } from '../../../../domain/contract/model.ts';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { stepTitle } from '../../../desk/contractSteps.ts';
import { possibleReports, reportBody, reportFields } from '../../../desk/taskForm.ts';
import { useDesk } from '../context.ts';
import { draftOf } from '../drafts.ts';
import { Fields } from '../formFields.tsx';
import { useForm } from '../useForm.ts';
import { contractApi } from './contractApi.ts';
import { FormFrame } from './formFrame.tsx';
import { useSending } from './sending.ts';
import { useContractWords, useDayText, useTeller } from './words.ts';

/** A task with what is needed to report on it. */
export interface ReportProps {
  readonly contractId: string;
  readonly task: TaskLine;
  readonly onDone: (answer: ContractAnswer) => void;
  /** Loads anew: the contract is not what it was. */
  readonly onStale: () => Promise<void>;
}

const draft = (contractId: string, task: string, outcome: TaskOutcome): string => `contract.${contractId}.task.${task}.${outcome}`;

const ReportForm = ({
  contractId,
  task,
  outcome,
  onDone,
  onCancel,
  onStale,
}: ReportProps & { readonly outcome: TaskOutcome; readonly onCancel: () => void }): JSX.Element => {
  const { api, announce } = useDesk();
  const words = useContractWords();
  const dayText = useDayText();
  const id = draft(contractId, task.id, outcome);
  const fields = reportFields(outcome, task, { words, dayText });
  const form = useForm(id, fields, {});
  const sending = useSending(form, onStale, 'task.notOpen');
  const send = async (): Promise<void> => {
    const body = reportBody(outcome, form.values);
    const answer = await sending.send(body, (key) => contractApi(api).report(contractId, task.id, body, key));
    if (!answer) return;
    announce(words(`task.told.${outcome}`));
    onDone(answer);
  };
  return (
    <FormFrame
      id={id}
      title={words(`task.form.${outcome}`)}
      level={3}
      text={words(`task.text.${outcome}`)}
      submit={words(`task.submit.${outcome}`)}
      form={form}
      sending={sending}
      onSend={send}
      onCancel={onCancel}
    >
      <Fields form={id} fields={fields} values={form.values} complaints={form.complaints} onChange={form.change} onLeave={form.leave} />
    </FormFrame>
  );
};

/** What can be reported of a task, and the form for it: the outcome is told where the task is read (F58). */
export const TaskReport = (props: ReportProps): JSX.Element | null => {
  const { contractId, task } = props;
  const words = useContractWords();
  const teller = useTeller();
  const possible = possibleReports(task);
  const [outcome, setOutcome] = useState(() => possible.find((one) => draftOf(draft(contractId, task.id, one))));
  const [back, setBack] = useState<TaskOutcome | undefined>();
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!back) return;
    buttons.current?.querySelector<HTMLElement>(`[data-report="${back}"]`)?.focus();
    setBack(undefined);
  }, [back]);
  const stop = (): void => {
    setBack(outcome);
    setOutcome(undefined);
  };
  if (outcome)
    return (
      <ReportForm
        {...props}
        outcome={outcome}
        onDone={(answer) => {
          stop();
          props.onDone(answer);
        }}
        onCancel={stop}
      />
    );
  if (possible.length === 0) return null;
  return (
    <div ref={buttons} class="buttons task-buttons">
      {possible.map((one) => {
        const what = words(`task.report.${one}`);
        return (
          <button
            key={one}
            type="button"
            class={one === 'done' ? 'quiet' : 'faint'}
            data-report={one}
            aria-label={words('task.reportAbout', { what, task: stepTitle(task, teller) })}
            onClick={() => setOutcome(one)}
          >
            {what}
          </button>
        );
      })}
    </div>
  );
};
