import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { NEW_CASE_FIELDS, NEW_CASE_GROUPS, newCaseBody, newCaseStart } from '../../desk/newCase.ts';
import type { OpenedCase } from '../../desk/answers.ts';
import { hashOf } from '../../desk/routes.ts';
import { formatMoment } from '../../../content/format.ts';
import type { Failure } from './api.ts';
import { Notice, useFailureText } from './bits.tsx';
import { useDesk } from './context.ts';
import { Fields } from './formFields.tsx';
import { useHeadingFocus } from './hooks.ts';
import { useForm } from './useForm.ts';

const FORM = 'new';

const Opened = ({ opened, onAnother }: { readonly opened: OpenedCase; readonly onAnother: () => void }): JSX.Element => {
  const { words, locale, zone } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="fresh">
      <h1 ref={heading} tabIndex={-1}>
        {words('new.done')}
      </h1>
      <p>{words('new.tell')}</p>
      <p class="fresh-number">{opened.caseId}</p>
      <ul>
        <li>{words('new.first', { time: formatMoment(opened.firstResponseDue, locale, zone) })}</li>
        <li>{words('new.resolution', { time: formatMoment(opened.resolutionDue, locale, zone) })}</li>
      </ul>
      <div class="buttons">
        <a class="button primary" href={hashOf({ screen: 'case', caseId: opened.caseId })}>
          {words('new.open')}
        </a>
        <button type="button" class="quiet" onClick={onAnother}>
          {words('new.another')}
        </button>
        <a href={opened.trackingUrl} target="_blank" rel="noreferrer">
          {words('case.tracking')} <span aria-hidden="true">↗</span>
          <span class="unseen">{words('newWindow')}</span>
        </a>
      </div>
    </div>
  );
};

const Form = ({ onOpened }: { readonly onOpened: (opened: OpenedCase) => void }): JSX.Element => {
  const { words, api, locale, announce } = useDesk();
  const failureText = useFailureText();
  const form = useForm(FORM, NEW_CASE_FIELDS, newCaseStart(locale));
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>();
  const [loose, setLoose] = useState<readonly string[]>([]);
  const heading = useHeadingFocus('new', `${words('new.title')} · ${words('title')}`);

  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (sending || !form.check()) return;
    setSending(true);
    const body = newCaseBody(form.values);
    const answer = await api.open(body, form.keyFor(body));
    setSending(false);
    if (answer.ok) {
      announce(words('new.done'));
      form.forget();
      onOpened(answer.value);
      return;
    }
    setFailure(answer.failure);
    setLoose(answer.failure.kind === 'invalid' ? form.complain(answer.failure) : []);
    if (answer.failure.errors.length === 0) announce(failureText(answer.failure));
  };

  return (
    <form class="new-case" noValidate onSubmit={(event) => void send(event)}>
      <h1 ref={heading} tabIndex={-1}>
        {words('new.title')}
      </h1>
      <p class="hint">{words('new.text')}</p>
      {form.fromDraft && <p class="hint kept">{words('form.kept')}</p>}
      {failure && (
        <Notice tone="bad">
          <p>{failureText(failure)}</p>
          {loose.map((detail) => (
            <p key={detail}>{detail}</p>
          ))}
        </Notice>
      )}
      {NEW_CASE_GROUPS.map(({ title, fields }) => (
        <fieldset key={title} class={`new-group new-group-${title.slice(title.indexOf('.') + 1)}`}>
          <legend>{words(title)}</legend>
          <Fields
            form={FORM}
            fields={fields}
            values={form.values}
            complaints={form.complaints}
            onChange={form.change}
            onLeave={form.leave}
          />
        </fieldset>
      ))}
      <div class="buttons">
        <button type="submit" class="primary" disabled={sending}>
          {words(sending ? 'submit.working' : 'new.submit')}
        </button>
      </div>
    </form>
  );
};

/** Opens a case for a customer who phoned, wrote or came by (F3). */
export const NewCasePage = (): JSX.Element => {
  const [opened, setOpened] = useState<OpenedCase | undefined>();
  return opened ? <Opened opened={opened} onAnother={() => setOpened(undefined)} /> : <Form onOpened={setOpened} />;
};
