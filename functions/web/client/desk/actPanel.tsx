import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { listed } from '../../../content/common/index.ts';
import { formatMoment, formatMoney } from '../../../content/format.ts';
import { ACTIONS, GOODS_COME_BACK, mayOwn, type Action } from '../../../domain/case/permissions.ts';
import { leadingActions } from '../../desk/actionForms.ts';
import type { DeskCaseAnswer } from '../../desk/answers.ts';
import { ActionForm, draftName } from './actionForm.tsx';
import { Notice, useFailureText } from './bits.tsx';
import { useDesk } from './context.ts';
import { draftOf } from './drafts.ts';

interface ActPanelProps {
  readonly of: DeskCaseAnswer;
  readonly onChanged: (answer: DeskCaseAnswer) => void;
  readonly onStale: () => Promise<void>;
}

const OfferBox = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element | null => {
  const { words, locale } = useDesk();
  if (of.offer)
    return (
      <div class="proposal">
        <p>
          <strong>{listed(locale, 'remedy', of.offer.remedy)}</strong>
          {of.offer.amount && <span class="amount"> {formatMoney(of.offer.amount, locale)}</span>}
        </p>
        <p class="pre">{of.offer.reasons}</p>
      </div>
    );
  if (!of.refusal) return null;
  return (
    <div class="proposal">
      <p>
        <strong>{words('action.refuse')}</strong> · {of.refusal.rule}
      </p>
      <p class="pre">{of.refusal.reasons}</p>
    </div>
  );
};

const OwnerLine = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element | null => {
  const { words, me } = useDesk();
  if (of.stage === 'closed') return null;
  if (!of.owner) return <p class="owner nobody">{words('next.noOwner')}</p>;
  return <p class="owner">{of.owner === me.id ? words('next.ownerYou') : words('next.owner', { owner: of.ownerName ?? of.owner })}</p>;
};

/** True when one click can make the reader the owner. */
const mayTake = (of: DeskCaseAnswer, me: { readonly id: string; readonly groups: Parameters<typeof mayOwn>[0] }): boolean =>
  of.actions.includes('assign') &&
  of.owner !== me.id &&
  mayOwn(me.groups) &&
  !of.formerOwners.includes(me.id) &&
  (of.step !== 'review' || me.groups.some((group) => group === 'supervisor' || group === 'admin'));

const useTake = ({
  of,
  onChanged,
  onStale,
}: ActPanelProps): { readonly take: () => Promise<void>; readonly busy: boolean; readonly problem: string | undefined } => {
  const { api, me, words, announce } = useDesk();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const take = async (): Promise<void> => {
    setBusy(true);
    const answer = await api.change({
      caseId: of.caseId,
      action: 'assign',
      body: { owner: me.id },
      version: of.version,
      key: crypto.randomUUID(),
    });
    setBusy(false);
    setProblem(answer.ok ? undefined : (answer.failure.errors[0]?.detail ?? failureText(answer.failure)));
    if (!answer.ok) return onStale();
    onChanged(answer.value);
    announce(words('done.assign'));
  };
  return { take, busy, problem };
};

const Guidance = ({ of }: { readonly of: DeskCaseAnswer }): JSX.Element => {
  const { words, locale, zone } = useDesk();
  const goods = of.step === 'fulfilment' && GOODS_COME_BACK.includes(of.offer?.remedy ?? '');
  return (
    <>
      <p class="lead">{words(`next.${of.waitingFor}`)}</p>
      {goods && <p>{words(of.receivedAt ? 'next.goodsHere' : 'next.goods')}</p>}
      {of.answerBy && <p>{words('next.expires', { time: formatMoment(of.answerBy, locale, zone) })}</p>}
    </>
  );
};

/** What comes next, and everything that this person may do: the buttons that the API allows, each with its form. */
export const ActPanel = (props: ActPanelProps): JSX.Element => {
  const { of, onChanged, onStale } = props;
  const { words, announce } = useDesk();
  const [open, setOpen] = useState<Action | undefined>(() => ACTIONS.find((action) => draftOf(draftName(of.caseId, action)) !== undefined));
  const [back, setBack] = useState<Action | 'title' | undefined>();
  const title = useRef<HTMLHeadingElement>(null);
  const buttons = useRef<HTMLDivElement>(null);
  const { take, busy, problem } = useTake(props);
  const leading = leadingActions(of);
  const others = ACTIONS.filter((action) => of.actions.includes(action) && !leading.includes(action));
  const takes = mayTake(of, useDesk().me);

  useEffect(() => {
    if (!back) return;
    const button = back === 'title' ? undefined : buttons.current?.querySelector<HTMLElement>(`[data-action="${back}"]`);
    (button ?? title.current)?.focus();
    setBack(undefined);
  }, [back]);

  const done = (action: Action) => (answer: DeskCaseAnswer) => {
    setOpen(undefined);
    setBack('title');
    onChanged(answer);
    const waitsForApproval = action === 'offer' && answer.waitingFor === 'approval';
    announce(
      answer.caseId === of.caseId
        ? words(waitsForApproval ? 'done.offerForApproval' : `done.${action}`)
        : words('done.followUp', { caseId: answer.caseId }),
    );
  };
  const button = (action: Action, look: string): JSX.Element => (
    <button key={action} type="button" class={look} data-action={action} onClick={() => setOpen(action)}>
      {words(`action.${action}`)}
    </button>
  );

  return (
    <section class="act" aria-labelledby="act-title">
      <h2 id="act-title" ref={title} tabIndex={-1}>
        {words('next.title')}
      </h2>
      <Guidance of={of} />
      <OwnerLine of={of} />
      {(of.step === 'approval' || of.step === 'decision' || of.step === 'fulfilment') && <OfferBox of={of} />}
      {problem && (
        <Notice tone="bad">
          <p>{problem}</p>
        </Notice>
      )}
      {open ? (
        <ActionForm
          key={open}
          of={of}
          action={open}
          onDone={done(open)}
          onStale={onStale}
          onCancel={() => {
            setBack(open);
            setOpen(undefined);
          }}
        />
      ) : (
        <div ref={buttons}>
          {((takes && !of.owner) || leading.length > 0) && (
            <div class="buttons leading">
              {takes && !of.owner && (
                <button type="button" class="primary" disabled={busy} onClick={() => void take()}>
                  {words('next.take')}
                </button>
              )}
              {leading.map((action, index) => button(action, !(takes && !of.owner) && index === 0 ? 'primary' : 'quiet'))}
            </div>
          )}
          {others.length > 0 && (
            <div class="buttons others" role="group" aria-label={words('next.more')}>
              {takes && of.owner && (
                <button type="button" class="faint" disabled={busy} onClick={() => void take()}>
                  {words('next.take')}
                </button>
              )}
              {others.map((action) => button(action, 'faint'))}
            </div>
          )}
          {of.actions.length === 0 && <p class="hint">{words('next.readOnly')}</p>}
        </div>
      )}
    </section>
  );
};
