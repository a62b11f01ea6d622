import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '../context.ts';
import type { FormState } from '../useForm.ts';
import { Failed } from './failed.tsx';
import type { Sending } from './sending.ts';

interface FormFrameProps {
  /** Names the form and its heading. */
  readonly id: string;
  readonly title: string;
  /** Level of its heading. */
  readonly level?: 2 | 3;
  /** One sentence about the form. */
  readonly text: string;
  readonly submit: string;
  readonly form: FormState;
  readonly sending: Sending;
  readonly onSend: () => Promise<void>;
  readonly onCancel: () => void;
  /** What others did meanwhile. */
  readonly changes?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A form about a contract: its heading gets the focus; what failed stands above the fields, and cancelling forgets what was typed. */
export const FormFrame = ({
  id,
  title,
  level = 2,
  text,
  submit,
  form,
  sending,
  onSend,
  onCancel,
  changes,
  children,
}: FormFrameProps): JSX.Element => {
  const { words } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  const Heading = `h${level}` as const;
  const { state, failure, loose, notNow } = sending;
  useEffect(() => heading.current?.focus(), []);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    void onSend();
  };
  const cancel = (): void => {
    form.forget();
    onCancel();
  };
  return (
    <form class="contract-form" noValidate onSubmit={send} aria-labelledby={`${id}-title`}>
      <Heading id={`${id}-title`} ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      <p class="hint">{text}</p>
      {form.fromDraft && state === 'idle' && !failure && <p class="hint kept">{words('form.kept')}</p>}
      {changes}
      <Failed failure={failure} loose={loose} notNow={notNow} />
      {children}
      <div class="buttons">
        <button type="submit" class="primary" disabled={state === 'sending'}>
          {state === 'sending' ? words('submit.working') : state === 'stale' ? words('changed.again') : submit}
        </button>
        <button type="button" class="faint" onClick={cancel}>
          {words('cancel')}
        </button>
      </div>
    </form>
  );
};
