import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { mayOwn } from '../../../../domain/case/permissions.ts';
import { mayKeepContracts } from '../../../../domain/contract/permissions.ts';
import { newTermValues, termGroups, termsBody } from '../../../desk/contractForm.ts';
import { hashOf } from '../../../desk/routes.ts';
import type { Failure } from '../api.ts';
import { Notice } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { useHeadingFocus } from '../hooks.ts';
import { useForm } from '../useForm.ts';
import { contractApi } from './contractApi.ts';
import { Failed } from './failed.tsx';
import { lastList } from './lastList.ts';
import { TermsFields } from './termsFields.tsx';
import { useContractFailure, useContractWords } from './words.ts';

const FORM = 'new-contract';

/** Registers one contract (F57). */
export const NewContractPage = (): JSX.Element => {
  const { api, me, announce, words: deskWords } = useDesk();
  const words = useContractWords();
  const failureText = useContractFailure();
  const groups = useMemo(() => termGroups(words, true), []);
  const fields = useMemo(() => groups.flatMap((group) => group.fields), []);
  const form = useForm(FORM, fields, newTermValues(mayOwn(me.groups) ? me.id : undefined));
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>();
  const [loose, setLoose] = useState<readonly string[]>([]);
  /** Number of a contract that was there before. */
  const [exists, setExists] = useState<string | undefined>();
  const heading = useHeadingFocus(FORM, `${words('new.title')} · ${deskWords('title')}`);

  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (sending || !form.check()) return;
    setSending(true);
    setExists(undefined);
    const contractId = form.values['contractId']?.trim() ?? '';
    const body = termsBody(form.values);
    const answer = await contractApi(api).put(contractId, body, 0, form.keyFor({ contractId, body }));
    setSending(false);
    if (answer.ok) {
      form.forget();
      announce(words('new.done'));
      location.hash = hashOf({ screen: 'contract', contractId: answer.value.contractId });
      return;
    }
    const { failure: cause } = answer;
    const isThere = cause.kind === 'stale';
    setExists(isThere ? contractId : undefined);
    setFailure(isThere ? undefined : cause);
    const errors = isThere ? [{ pointer: '/contractId', detail: words('new.exists') }] : cause.errors;
    setLoose(isThere || cause.kind === 'invalid' ? form.complain({ ...cause, errors }) : []);
    if (errors.length === 0) announce(failureText(cause));
  };

  return (
    <form class="new-case" noValidate onSubmit={(event) => void send(event)}>
      <p class="case-back">
        <a href={hashOf({ screen: 'contracts', filters: lastList() })}>
          <span aria-hidden="true">←</span> {words('one.back')}
        </a>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {words('new.title')}
      </h1>
      <p class="hint">{words('new.text')}</p>
      {!mayKeepContracts(me) && (
        <Notice tone="info">
          <p>{deskWords('problem.forbidden')}</p>
        </Notice>
      )}
      {form.fromDraft && <p class="hint kept">{deskWords('form.kept')}</p>}
      <Failed failure={failure} loose={loose} />
      {exists && (
        <Notice tone="info">
          <p>
            {words('new.exists')} <a href={hashOf({ screen: 'contract', contractId: exists })}>{words('new.open')}</a>
          </p>
        </Notice>
      )}
      <TermsFields id={FORM} form={form} groups={groups} />
      <div class="buttons">
        <button type="submit" class="primary" disabled={sending || !mayKeepContracts(me)}>
          {sending ? deskWords('submit.working') : words('new.submit')}
        </button>
      </div>
    </form>
  );
};
