import type { Actor, Case, Opening } from '../domain/case/model.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { OpenedCase, openCase } from './openCase.ts';

type Open = ReturnType<typeof openCase>;

const followUp = (state: Case, description: string): Omit<Opening, 'classification'> => {
  const { kind, request, subject, desiredRemedy, customer, product, consent } = state.opening;
  return { kind, request, subject, description, desiredRemedy, customer, product, consent, channel: 'follow-up', followUpOf: state.caseId };
};

const opened = async (open: Open, state: Case, key: string, description: string, by: Actor, now: Instant): Promise<OpenedCase> => {
  const result = await open({ opening: followUp(state, description), key, by, now });
  if (!result.ok) throw new Error(`follow-up of ${state.caseId} was refused: ${result.refusal.kind}`);
  return result.value;
};

/** Opens the linked follow-up case after a low score (F55), with what the survey said. Once, however often it is asked. */
export const openLowScoreFollowUp = async (open: Open, state: Case, now: Instant): Promise<void> => {
  const { outcome, handling, recommend, comment } = state.survey ?? {};
  const scores = `${state.caseId}: ${outcome}/5, ${handling}/5, ${recommend}/10`;
  await opened(open, state, `follow-up:low-score:${state.caseId}`, [scores, comment].filter(Boolean).join('\n\n'), { role: 'system' }, now);
};

/** Opens the linked follow-up case that takes the place of a reopening after its window (F38). Once per closing. */
export const openLateFollowUp = (open: Open, state: Case, by: Actor, reason: string | undefined, now: Instant): Promise<OpenedCase> =>
  opened(
    open,
    state,
    `follow-up:late:${state.caseId}.${state.version}`,
    [state.caseId, reason ?? state.opening.description].join('\n\n'),
    by,
    now,
  );
