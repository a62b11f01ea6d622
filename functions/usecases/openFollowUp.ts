import type { Case } from '../domain/case/model.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { openCase } from './openCase.ts';

/** The key from which the number of a case's follow-up comes: one follow-up per case and reason. */
export const followUpKey = (caseId: string, why: 'low-score' | 'reopened-late'): string => `follow-up:${why}:${caseId}`;

/** Opens the linked follow-up case after a low score (F55): complaint of the same customer, with what the survey said. Once, however often it is asked. */
export const openFollowUp = async (open: ReturnType<typeof openCase>, state: Case, now: Instant): Promise<void> => {
  const { customer, subject, product, consent } = state.opening;
  const { outcome, handling, recommend, comment } = state.survey ?? {};
  const opened = await open({
    opening: {
      kind: 'complaint',
      subject,
      description: [`${state.caseId}: outcome ${outcome}/5, handling ${handling}/5, recommend ${recommend}/10`, comment]
        .filter(Boolean)
        .join('\n\n'),
      desiredRemedy: state.opening.desiredRemedy,
      customer,
      product,
      consent,
      channel: 'follow-up',
      followUpOf: state.caseId,
    },
    key: followUpKey(state.caseId, 'low-score'),
    by: { role: 'system' },
    now,
  });
  if (!opened.ok) throw new Error(`follow-up of ${state.caseId} was refused: ${opened.refusal.kind}`);
};
