import type { Body } from '../letter.ts';
import { needed, reopenUntil, timerAt, type Writer } from '../writer.ts';

const ask = (writer: Writer, kind: 'survey' | 'survey-reminder', lead: string): Body => {
  const { t, links, when, paragraph } = writer;
  return {
    title: t(`${kind}.title`),
    preview: lead,
    blocks: [
      { type: 'paragraph', text: lead },
      { type: 'buttons', buttons: [{ label: t('button.survey'), url: needed(links.survey, 'the survey link', writer) }] },
      { type: 'facts', facts: when('label.surveyUntil', timerAt(writer, 'finish')) },
      { type: 'heading', text: t('survey.questions') },
      {
        type: 'steps',
        items: [t('survey.question.outcome'), t('survey.question.handling'), t('survey.question.recommend'), t('survey.question.comment')],
      },
      paragraph('survey.followUp'),
      { type: 'small', text: t('survey.use') },
    ],
  };
};

/** The invitation to the survey (F51): outcome and handling are asked apart. */
export const survey = (writer: Writer): Body =>
  ask(writer, 'survey', writer.t(writer.state.outcome === 'resolved' ? 'survey.lead.done' : 'survey.lead.other'));

/** The one reminder of the survey. */
export const surveyReminder = (writer: Writer): Body => ask(writer, 'survey-reminder', writer.t('survey-reminder.lead'));

/** Tells that the case is closed, how it ended, and until when it can be opened again. */
export const closing = (writer: Writer): Body => {
  const { t, words, state, fact, when, fullMoment, paragraph, toCase } = writer;
  const outcome = needed(state.outcome, 'an outcome', writer);
  const closedAt = needed(state.closedAt, 'a closing time', writer);
  const until = reopenUntil(closedAt, writer);
  return {
    title: t('closing.title'),
    preview: t(`closing.lead.${outcome}`),
    blocks: [
      paragraph(`closing.lead.${outcome}`),
      {
        type: 'facts',
        facts: [...fact('label.outcome', words(`outcome.${outcome}`)), ...when('label.closed', closedAt)],
      },
      paragraph('closing.reopen', { date: fullMoment(until) }),
      { type: 'buttons', buttons: [toCase('button.case')] },
    ],
  };
};
