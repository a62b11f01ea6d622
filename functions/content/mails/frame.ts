import { stageOf } from '../../domain/case/flow.ts';
import { STAGES, type Case } from '../../domain/case/model.ts';
import type { CommonKey } from '../common/index.ts';
import type { Translate } from '../translator.ts';
import type { Letter } from './letter.ts';
import { oneLine, shorten } from './plain.ts';
import type { MailKey } from './texts.ts';

// The title and as much of the topic as a list of mails shows; the number comes last.
const TOPIC_COLUMNS = 40;

const RUNNING = STAGES.filter((stage) => stage !== 'closed');

/** Subject of a mail about a case: what it says, about what, and the number. */
export const subjectLine = (title: string, { caseId, opening }: Case, t: Translate<MailKey>): string =>
  t('subjectLine', { title, topic: shorten(oneLine(opening.subject), TOPIC_COLUMNS), caseId });

/** Number and subject of the case that a mail is about. */
export const referenceOf = ({ caseId, opening }: Case, t: Translate<MailKey>): string =>
  t('reference', { caseId, subject: oneLine(opening.subject) });

/** Where the case stands among its stages; undefined when it is closed. */
export const progressOf = ({
  state,
  t,
  words,
}: {
  readonly state: Case;
  readonly t: Translate<MailKey>;
  readonly words: Translate<CommonKey>;
}): Letter['progress'] => {
  const stage = stageOf(state.step);
  if (stage === 'closed') return undefined;
  const [step, steps] = [RUNNING.indexOf(stage) + 1, RUNNING.length];
  return { step, steps, stage, text: t('progress', { step, steps, stage: words(`stage.${stage}`) }) };
};
