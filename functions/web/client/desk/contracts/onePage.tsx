import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatMoney } from '../../../../content/format.ts';
import { mayKeepContracts } from '../../../../domain/contract/permissions.ts';
import type { ContractAnswer } from '../../../desk/contractAnswers.ts';
import { dateOf, daysUntil, dueLines, graceEnd, type DueLine } from '../../../desk/contractDue.ts';
import { termFacts, type TermFact } from '../../../desk/contractFacts.ts';
import { tellContract } from '../../../desk/contractStory.ts';
import { hashOf } from '../../../desk/routes.ts';
import { Loading, Notice, When } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { draftOf } from '../drafts.ts';
import { useHeadingFocus, useLoaded } from '../hooks.ts';
import { ChangedTerms } from './changes.tsx';
import { contractApi } from './contractApi.ts';
import { lastList } from './lastList.ts';
import { paymentDraft, PaymentForm } from './paymentForm.tsx';
import { Status } from './statusBits.tsx';
import { termsDraft, TermsForm } from './termsForm.tsx';
import { useContractFailure, useContractWords, useDayText, useDistance, useTeller } from './words.ts';

const REFRESH_SECONDS = 30;

interface PartProps {
  readonly of: ContractAnswer;
}

const Section = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ComponentChildren }) => (
  <section class="panel" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
);

/** What the status of today means, in a sentence. */
const useMeaning = (): ((of: ContractAnswer) => string) => {
  const { now } = useDesk();
  const words = useContractWords();
  const dayText = useDayText();
  const distance = useDistance();
  return ({ status, dueOn, terms }) => {
    if (status === 'ended') return words('today.ended', { date: terms.endsOn ? dayText(terms.endsOn) : '' });
    if (!dueOn) return words('today.nothing');
    const days = daysUntil(dateOf(terms.customer, now), dueOn);
    return words(`today.${status}`, { date: dayText(dueOn), lastDay: dayText(graceEnd(dueOn)), distance: distance(days) });
  };
};

const Today = ({ of }: PartProps): JSX.Element => {
  const words = useContractWords();
  const dayText = useDayText();
  const meaning = useMeaning();
  const { status, terms } = of;
  return (
    <div class={`contract-today contract-edge-${status}`}>
      <p class="contract-today-status">
        <span class="unseen">{words('one.status')}: </span>
        <Status status={status} />
      </p>
      <p>{meaning(of)}</p>
      {terms.endsOn && status !== 'ended' && <p class="small">{words('today.lastDay', { date: dayText(terms.endsOn) })}</p>}
    </div>
  );
};

const FactValue = ({ name, value }: { readonly name: string; readonly value: string }): JSX.Element => {
  if (name === 'email') return <a href={`mailto:${encodeURIComponent(value)}`}>{value}</a>;
  if (name === 'phone') return <a href={`tel:${value.replace(/[^+\d]/g, '')}`}>{value}</a>;
  return <>{value}</>;
};

const FactList = ({ facts }: { readonly facts: readonly TermFact[] }): JSX.Element => (
  <dl class="known-list">
    {facts.map(
      ({ name, label, value }) =>
        value && (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <FactValue name={name} value={value} />
            </dd>
          </div>
        ),
    )}
  </dl>
);

const TermsShown = ({ of }: PartProps): JSX.Element => {
  const words = useContractWords();
  const teller = useTeller();
  const left = of.ownerName === undefined ? `${of.owner} (${words('left')})` : of.ownerName;
  // The first unpaid due date of the terms is history once something is paid: the due dates tell.
  const facts = termFacts(of.terms, { ...teller, nameOf: (id) => (id === of.owner ? left : teller.nameOf(id)) });
  return (
    <>
      <Section id="terms" title={words('one.terms')}>
        <FactList facts={facts.filter(({ group, name }) => group === 'contract' && name !== 'nextDueOn')} />
      </Section>
      <Section id="customer" title={words('one.customer')}>
        <FactList facts={facts.filter(({ group }) => group === 'customer')} />
        {!of.terms.customer.email && <p class="hint">{words('one.noEmail')}</p>}
      </Section>
    </>
  );
};

const DUE_SIGNS: Readonly<Record<DueLine['state'], string>> = { paid: '✓', 'paid-before': '✓', overdue: '!', next: '◔', open: '○' };

const DueRow = ({ line }: { readonly line: DueLine }): JSX.Element => {
  const words = useContractWords();
  const dayText = useDayText();
  const { dueOn, state, days, paidOn, reference, failed } = line;
  const said: Readonly<Record<DueLine['state'], () => string>> = {
    paid: () => words('due.paid', { date: dayText(paidOn ?? dueOn) }),
    'paid-before': () => words('due.paidBefore'),
    overdue: () => words('due.overdue', { days: -days }),
    next: () => words('due.next'),
    open: () => words('due.open'),
  };
  return (
    <tr>
      <th scope="row">
        <time dateTime={dueOn}>{dayText(dueOn)}</time>
      </th>
      <td>
        <span class={`due-state due-${state}`}>
          <span aria-hidden="true">{DUE_SIGNS[state]}</span> {said[state]()}
        </span>
        {failed && (
          <span class="due-failed">
            {failed.nextAttemptOn
              ? words('due.failedNext', { date: dayText(failed.paidOn), next: dayText(failed.nextAttemptOn) })
              : words('due.failed', { date: dayText(failed.paidOn) })}
          </span>
        )}
      </td>
      <td>{reference}</td>
    </tr>
  );
};

const DueDates = ({ of }: PartProps): JSX.Element => {
  const { now } = useDesk();
  const words = useContractWords();
  const lines = dueLines(of, dateOf(of.terms.customer, now));
  return (
    <Section id="due" title={words('one.dueDates')}>
      {lines.length === 0 ? (
        <p class="hint">{words('one.noDueDates')}</p>
      ) : (
        <>
          <p class="hint">{words('one.dueDatesText')}</p>
          <div class="scroll contract-scroll" tabIndex={0} role="group" aria-labelledby="due-title">
            <table class="grid">
              <thead>
                <tr>
                  <th scope="col">{words('due.column.date')}</th>
                  <th scope="col">{words('due.column.state')}</th>
                  <th scope="col">{words('due.column.reference')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <DueRow key={line.dueOn} line={line} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Section>
  );
};

const Payments = ({ of }: PartProps): JSX.Element => {
  const { locale } = useDesk();
  const words = useContractWords();
  const dayText = useDayText();
  return (
    <Section id="payments" title={words('one.payments')}>
      {of.payments.length === 0 ? (
        <p class="hint">{words('one.noPayments')}</p>
      ) : (
        <div class="scroll contract-scroll" tabIndex={0} role="group" aria-labelledby="payments-title">
          <table class="grid">
            <thead>
              <tr>
                <th scope="col">{words('payment.column.day')}</th>
                <th scope="col">{words('payment.column.result')}</th>
                <th scope="col" class="num">
                  {words('payment.column.amount')}
                </th>
                <th scope="col">{words('payment.column.dueOn')}</th>
                <th scope="col">{words('payment.column.reference')}</th>
                <th scope="col">{words('payment.column.note')}</th>
              </tr>
            </thead>
            <tbody>
              {of.payments.toReversed().map(({ status, reference, paidOn, dueOn, amount, reason, nextAttemptOn }) => (
                <tr key={reference}>
                  <td>{dayText(paidOn)}</td>
                  <td class={status === 'failed' ? 'grid-late' : undefined}>{words(`payment.${status}`)}</td>
                  <td class="num">{formatMoney(amount, locale)}</td>
                  <td>{dayText(dueOn)}</td>
                  <td>{reference}</td>
                  <td>{[reason, nextAttemptOn && words('payment.next', { date: dayText(nextAttemptOn) })].filter(Boolean).join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
};

const History = ({ of }: PartProps): JSX.Element => {
  const words = useContractWords();
  const told = tellContract(of.history, useTeller()).toReversed();
  return (
    <Section id="history" title={words('one.history')}>
      <ol class="entries" role="list" reversed>
        {told.map(({ version, at, title, changes, facts }) => (
          <li key={version} class="entry">
            <p class="entry-head">
              <span class="entry-title">{title}</span>
              <span class="entry-at">
                <When at={at} />
              </span>
            </p>
            {changes.length > 0 && <ChangedTerms changes={changes} />}
            {facts.length > 0 && (
              <dl class="entry-facts">
                {facts.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
};

type Doing = 'edit' | 'pay';

/** What was being written about a contract in this tab. */
const begun = (contractId: string): Doing | undefined => {
  if (draftOf(termsDraft(contractId))) return 'edit';
  return draftOf(paymentDraft(contractId)) ? 'pay' : undefined;
};

interface ShownProps extends PartProps {
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
        </div>
      )}
      {doing === 'pay' && <PaymentForm {...common} />}
      {doing === 'edit' && <TermsForm {...common} />}
      <div class="contract-body">
        <div>
          <DueDates of={of} />
          <Payments of={of} />
          <History of={of} />
        </div>
        <div>
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
