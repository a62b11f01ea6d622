import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { STAGES } from '../../../domain/case/model.ts';
import type { DeskCaseAnswer } from '../../desk/answers.ts';
import { hashOf, type Route } from '../../desk/routes.ts';
import { ActPanel } from './actPanel.tsx';
import { FailureNotice, Flags, Loading, RowDue } from './bits.tsx';
import { useDesk } from './context.ts';
import { Facts } from './facts.tsx';
import { useHeadingFocus, useLoaded } from './hooks.ts';
import { Talk } from './talk.tsx';

const REFRESH_SECONDS = 30;
/** Mails and workflow follow a change within moments: look again after this. */
const AFTERMATH_MS = 2_500;

const Progress = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element => {
  const { words, labels } = useDesk();
  const now = STAGES.indexOf(of.stage);
  const look = (index: number): string => (index < now || of.stage === 'closed' ? 'done' : index === now ? 'now' : 'ahead');
  return (
    <ol class="steps" role="list" aria-label={words('case.stages')}>
      {STAGES.map((stage, index) => (
        <li key={stage} class={`step step-${look(index)}`} aria-current={index === now ? 'step' : undefined}>
          <span class="step-name">{labels(`stage.${stage}`)}</span>
          {look(index) === 'done' && <span class="unseen"> {words('case.stageDone')}</span>}
          {look(index) === 'now' && <span class="unseen"> {words('case.stageNow')}</span>}
        </li>
      ))}
    </ol>
  );
};

interface HeaderProps {
  readonly of: DeskCaseAnswer;
  readonly heading: { readonly current: HTMLHeadingElement | null };
}

const Header = ({ of, heading }: HeaderProps): JSX.Element => {
  const { words, labels, announce } = useDesk();
  const kind = of.request ? `${labels(`kind.${of.kind}`)} · ${labels(`request.${of.request}`)}` : labels(`kind.${of.kind}`);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(of.caseId);
    announce(words('copied'));
  };
  return (
    <header class="case-head">
      <p class="case-line">
        <span class="unseen">{words('case.number')} </span>
        <span class="case-id">{of.caseId}</span>
        <button type="button" class="faint tiny" onClick={() => void copy()}>
          {words('copy')}
        </button>
        <span>{kind}</span> · <span>{of.customerName}</span>
        {of.opening.followUpOf && <span class="flag flag-internal">{words('flag.followUp')}</span>}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {of.subject}
      </h1>
      <div class="case-marks">
        <Flags row={of} />
        <span class="case-due">
          <RowDue row={of} />
        </span>
        {of.outcome && <span class="flag flag-outcome">{labels(`outcome.${of.outcome}`)}</span>}
      </div>
      <Progress of={of} />
    </header>
  );
};

/** One case: where it stands, what is next, what was said, what is known. */
export const CasePage = ({ caseId, lastQueue }: { readonly caseId: string; readonly lastQueue: Route }): JSX.Element => {
  const { api, words, announce } = useDesk();
  const one = useLoaded<DeskCaseAnswer>(`case ${caseId}`, () => api.oneCase(caseId), REFRESH_SECONDS);
  const { value, failure } = one;
  const heading = useHeadingFocus(`case ${caseId}`, value ? `${value.caseId} ${value.subject} · ${words('title')}` : '');
  const own = useRef(0);
  const known = useRef(0);

  useEffect(() => {
    if (!value) return;
    const byOthers = known.current > 0 && value.version > known.current && value.version !== own.current;
    known.current = value.version;
    if (byOthers) announce(words('case.changedNow'));
  }, [value?.version]);

  const changed = (answer: DeskCaseAnswer): void => {
    if (answer.caseId !== caseId) {
      location.hash = hashOf({ screen: 'case', caseId: answer.caseId });
      return;
    }
    own.current = answer.version;
    one.put({ ...value, ...answer });
    setTimeout(() => void one.reload(), AFTERMATH_MS);
  };

  return (
    <div class="case">
      <p class="case-back">
        <a href={hashOf(lastQueue)}>
          <span aria-hidden="true">←</span> {words('case.back')}
        </a>
      </p>
      {failure && !value && (
        <h1 ref={heading} tabIndex={-1} class="unseen">
          {words('problem.title')}
        </h1>
      )}
      {failure && <FailureNotice failure={failure} again={failure.kind === 'not-found' ? undefined : () => void one.reload()} />}
      {!value && !failure && <Loading />}
      {value && (
        <>
          <Header of={value} heading={heading} />
          <div class="case-body">
            <ActPanel key={value.caseId} of={value} onChanged={changed} onStale={one.reload} />
            <Talk of={value} />
            <Facts of={value} />
          </div>
        </>
      )}
    </div>
  );
};
