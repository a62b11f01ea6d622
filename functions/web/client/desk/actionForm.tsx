import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Action } from '../../../domain/case/permissions.ts';
import { aboutAction, ACTION_FIELDS, actionBody, startValues } from '../../desk/actionForms.ts';
import type { DeskCaseAnswer, Me } from '../../desk/answers.ts';
import { namesOf, since, tell } from '../../desk/story.ts';
import type { Failure } from './api.ts';
import { Notice, useFailureText, When } from './bits.tsx';
import { useDesk } from './context.ts';
import { controlId, Fields } from './formFields.tsx';
import { useForm } from './useForm.ts';

interface ActionFormProps {
  readonly of: DeskCaseAnswer;
  readonly action: Action;
  readonly onDone: (answer: DeskCaseAnswer) => void;
  readonly onCancel: () => void;
  /** Loads the case anew: somebody else changed it. */
  readonly onStale: () => Promise<void>;
}

/** The draft of an action belongs to its case. */
export const draftName = (caseId: string, action: Action): string => `${caseId}.${action}`;

/** Who can be the next owner: everybody, with the reason at those who cannot. */
const usePeople = (of: DeskCaseAnswer): readonly { readonly person: Me; readonly why?: string | undefined }[] => {
  const { staff, me, words } = useDesk();
  const leads = (person: Me): boolean => person.groups.some((group) => group === 'supervisor' || group === 'admin');
  const why = (person: Me): string | undefined => {
    if (of.formerOwners.includes(person.id)) return words('hint.former');
    if (person.id === of.owner) return `(${words('queue.column.owner')})`;
    return undefined;
  };
  return staff
    .filter((person) => of.step !== 'review' || leads(person))
    .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.name.localeCompare(b.name))
    .map((person) => ({ person, why: why(person) }));
};

const Changes = ({
  of,
  seen,
  notSaved,
}: {
  readonly of: DeskCaseAnswer;
  readonly seen: number;
  readonly notSaved: boolean;
}): JSX.Element => {
  const { words, labels, locale, staff, me } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const teller = { locale, words, labels, nameOf: namesOf([...staff, me], of.history), customerName: of.customerName };
  useEffect(() => {
    if (notSaved) box.current?.focus();
  }, [notSaved]);
  return (
    <div ref={box} tabIndex={-1} class="box box-info changes">
      <p>
        <strong>{words(notSaved ? 'changed.notSent' : 'changed.while')}</strong>
      </p>
      <ul>
        {since(of, seen).map((line) => {
          const { title, text } = tell(line, teller);
          return (
            <li key={line.version}>
              {title} (<When at={line.at} relative />){text && <q>{text}</q>}
            </li>
          );
        })}
      </ul>
      {notSaved && <p>{words('changed.keep')}</p>}
    </div>
  );
};

/** The form of one action: checks, sends, and keeps what was typed whatever comes of it. */
export const ActionForm = ({ of, action, onDone, onCancel, onStale }: ActionFormProps): JSX.Element => {
  const { words, locale, api, announce } = useDesk();
  const failureText = useFailureText();
  const id = draftName(of.caseId, action);
  const fields = ACTION_FIELDS[action];
  const form = useForm(id, fields, startValues(action, of));
  const people = usePeople(of);
  const [seen] = useState(of.version);
  const [state, setState] = useState<'idle' | 'sending' | 'stale'>('idle');
  const [failure, setFailure] = useState<Failure | undefined>();
  const [loose, setLoose] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  const possible = of.actions.includes(action);
  const changed = of.version > seen;

  useEffect(() => {
    const first = fields.find((field) => field.kind !== 'check');
    (first ? document.getElementById(controlId(id, first)) : heading.current)?.focus();
  }, [id]);

  const fail = async (cause: Failure): Promise<void> => {
    setState(cause.kind === 'stale' ? 'stale' : 'idle');
    setFailure(cause.kind === 'stale' ? undefined : cause);
    setLoose(cause.kind === 'invalid' ? form.complain(cause) : []);
    if (cause.kind === 'stale' || cause.kind === 'not-now') await onStale();
    if (cause.kind !== 'invalid' || cause.errors.length === 0) announce(failureText(cause));
  };

  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (state === 'sending' || !form.check()) return;
    setState('sending');
    const body = actionBody(action, form.values);
    const answer = await api.change({ caseId: of.caseId, action, body, version: of.version, key: form.keyFor(body) });
    if (!answer.ok) return fail(answer.failure);
    form.forget();
    onDone(answer.value);
  };

  const cancel = (): void => {
    form.forget();
    onCancel();
  };

  return (
    <form class="action-form" noValidate onSubmit={(event) => void send(event)} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {words(`action.${action}`)}
      </h3>
      <p class="hint">{aboutAction(action, of, { words, locale })}</p>
      {form.fromDraft && state === 'idle' && !failure && <p class="hint kept">{words('form.kept')}</p>}
      {changed && <Changes of={of} seen={seen} notSaved={state === 'stale'} />}
      {failure && (
        <Notice tone="bad">
          <p>{failureText(failure)}</p>
          {loose.map((detail) => (
            <p key={detail}>{detail}</p>
          ))}
        </Notice>
      )}
      {!possible && (
        <Notice tone="bad">
          <p>{words('changed.closed')}</p>
        </Notice>
      )}
      <Fields
        form={id}
        fields={fields}
        values={form.values}
        complaints={form.complaints}
        onChange={form.change}
        onLeave={form.leave}
        people={people}
      />
      <div class="buttons">
        <button
          type="submit"
          class={action === 'refuse' || action === 'decline' ? 'danger' : 'primary'}
          disabled={!possible || state === 'sending'}
        >
          {state === 'sending' ? words('submit.working') : words(state === 'stale' ? 'changed.again' : `submit.${action}`)}
        </button>
        <button type="button" class="faint" onClick={cancel}>
          {words('cancel')}
        </button>
      </div>
    </form>
  );
};
