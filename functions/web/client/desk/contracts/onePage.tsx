import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mayKeepContracts } from '../../../../domain/contract/permissions.ts';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { hashOf } from '../../../desk/routes.ts';
import { Loading, Notice } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { draftOf } from '../drafts.ts';
import { useHeadingFocus, useLoaded } from '../hooks.ts';
import { Consent } from './consent.tsx';
import { consentDraft, ConsentForm } from './consentForm.tsx';
import { contractApi } from './contractApi.ts';
import { History } from './history.tsx';
import { lastList } from './lastList.ts';
import { Mails } from './mails.tsx';
import { paymentDraft, PaymentForm } from './paymentForm.tsx';
import { PlanView } from './planView.tsx';
import { DueDates, Payments } from './premiums.tsx';
import { TaskList } from './taskList.tsx';
import { termsDraft, TermsForm } from './termsForm.tsx';
import { TermsShown } from './termsShown.tsx';
import { Today } from './today.tsx';
import { useContractFailure, useContractWords } from './words.ts';

const REFRESH_SECONDS = 30;

type Doing = 'edit' | 'pay' | 'consent';

/** What was being written about a contract in this tab. */
const begun = (contractId: string): Doing | undefined => {
  if (draftOf(termsDraft(contractId))) return 'edit';
  if (draftOf(paymentDraft(contractId))) return 'pay';
  return draftOf(consentDraft(contractId)) ? 'consent' : undefined;
};

interface ShownProps {
  readonly of: ContractAnswer;
  readonly onChanged: (answer: ContractAnswer) => void;
  readonly onStale: () => Promise<void>;
}

const Shown = ({ of, onChanged, onStale }: ShownProps): JSX.Element => {
  const { me } = useDesk();
  const words = useContractWords();
  const mayKeep = mayKeepContracts(me);
  const [doing, setDoing] = useState<Doing | undefined>(() => (mayKeep ? begun(of.contractId) : undefined));
  const [back, setBack] = useState<Doing | undefined>();
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!back) return;
    buttons.current?.querySelector<HTMLElement>(`[data-doing="${back}"]`)?.focus();
    setBack(undefined);
  }, [back]);
  const stop = (): void => {
    setBack(doing);
    setDoing(undefined);
  };
  const done = (answer: ContractAnswer): void => {
    stop();
    onChanged(answer);
  };
  const common = { of, onDone: done, onCancel: stop, onStale };
  return (
    <>
      <Today of={of} />
      {!mayKeep && <p class="hint">{words('one.readOnly')}</p>}
      {doing === undefined && mayKeep && (
        <div ref={buttons} class="buttons contract-doing">
          <button type="button" class="primary" data-doing="pay" onClick={() => setDoing('pay')}>
            {words('one.pay')}
          </button>
          <button type="button" class="quiet" data-doing="edit" onClick={() => setDoing('edit')}>
            {words('one.edit')}
          </button>
          <button type="button" class="quiet" data-doing="consent" onClick={() => setDoing('consent')}>
            {words('consent.record')}
          </button>
        </div>
      )}
      {doing === 'pay' && <PaymentForm {...common} />}
      {doing === 'edit' && <TermsForm {...common} />}
      {doing === 'consent' && <ConsentForm {...common} />}
      <div class="contract-body">
        <div>
          <TaskList of={of} onChanged={onChanged} onStale={onStale} />
          <PlanView of={of} />
          <DueDates of={of} />
          <Payments of={of} />
          <Mails of={of} />
          <History of={of} />
        </div>
        <div>
          <Consent of={of} />
          <TermsShown of={of} />
        </div>
      </div>
    </>
  );
};

/** One contract: what it is today, what is due and paid, what was agreed, and all that happened to it. */
export const OnePage = ({ contractId }: { readonly contractId: string }): JSX.Element => {
  const { api, announce, words: deskWords } = useDesk();
  const words = useContractWords();
  const failureText = useContractFailure();
  const one = useLoaded<ContractAnswer>(`contract ${contractId}`, () => contractApi(api).one(contractId), REFRESH_SECONDS);
  const { value, failure } = one;
  const heading = useHeadingFocus(
    `contract ${contractId}`,
    value ? `${value.contractId} ${value.customerName} · ${deskWords('title')}` : '',
  );
  const own = useRef(0);
  const known = useRef(0);

  useEffect(() => {
    if (!value) return;
    const byOthers = known.current > 0 && value.version > known.current && value.version !== own.current;
    known.current = value.version;
    if (byOthers) announce(words('one.changedNow'));
  }, [value?.version]);

  const changed = (answer: ContractAnswer): void => {
    own.current = answer.version;
    one.put(answer);
    // A replayed command answers with the contract as it was after it.
    void one.reload();
  };

  return (
    <div class="contracts-page">
      <p class="case-back">
        <a href={hashOf({ screen: 'contracts', filters: lastList() })}>
          <span aria-hidden="true">←</span> {words('one.back')}
        </a>
      </p>
      {failure && (
        <>
          {!value && (
            <h1 ref={heading} tabIndex={-1} class="unseen">
              {deskWords('problem.title')}
            </h1>
          )}
          <Notice tone="bad">
            <p>{failureText(failure)}</p>
            {failure.kind !== 'not-found' && (
              <button type="button" class="faint" onClick={() => void one.reload()}>
                {deskWords('tryAgain')}
              </button>
            )}
          </Notice>
        </>
      )}
      {!value && !failure && <Loading />}
      {value && (
        <>
          <header class="case-head">
            <p class="case-line">
              <span class="unseen">{words('one.number')} </span>
              <span class="case-id">{value.contractId}</span> · <span>{value.product}</span>
            </p>
            <h1 ref={heading} tabIndex={-1}>
              {value.customerName}
            </h1>
          </header>
          <Shown key={value.contractId} of={value} onChanged={changed} onStale={one.reload} />
        </>
      )}
    </div>
  );
};
