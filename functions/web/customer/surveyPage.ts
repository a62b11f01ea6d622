import { pages } from '../../content/pages/index.ts';
import type { Locale } from '../../domain/case/model.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import { layout } from '../layout.ts';
import { html } from '../markup.ts';
import { choiceField, errorSummary, hiddenFields, textField, type ChoiceField, type Filling } from './fields.ts';
import { LIMITS } from './limits.ts';

export interface SurveyPage {
  readonly locale: Locale;
  readonly path: string;
  readonly token: string;
  readonly key: string;
  readonly caseId: string;
  readonly subject: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

const SATISFACTION = [1, 2, 3, 4, 5] as const;
const RECOMMENDATION = Array.from({ length: 11 }, (_, value) => String(value));

const questions = (locale: Locale): readonly ChoiceField[] => {
  const text = pages(locale);
  const scale = SATISFACTION.map((value) => ({ value: String(value), label: String(value), text: text(`survey.scale.${value}`) }));
  return [
    { name: 'outcome', label: text('field.outcome'), look: 'scale', choices: scale },
    { name: 'handling', label: text('field.handling'), look: 'scale', choices: scale },
    {
      name: 'recommend',
      label: text('field.recommend'),
      look: 'numbers',
      choices: RECOMMENDATION.map((value) => ({ value, label: value })),
      ends: [text('survey.recommend.low'), text('survey.recommend.high')],
    },
  ];
};

/** `GET /survey/{token}` (F51, F52, F56): outcome and handling asked apart, recommendation, and free text. Posts to `/api/surveys/{token}`. */
export const surveyPage = ({ locale, path, token, key, caseId, subject, values, errors }: SurveyPage): string => {
  const text = pages(locale);
  const filling: Filling = { locale, values, errors };
  const asked = questions(locale);
  const labels = { ...Object.fromEntries(asked.map(({ name, label }) => [name, label])), comment: text('field.comment') };
  const title = text('survey.title');
  const body = html`
    <div class="page-head narrow">
      <h1>${title}</h1>
      <p class="lead">${text('survey.lead')}</p>
      <p class="about">${text('survey.case')} <span class="case-id">${caseId}</span>${text('colon')}<bdi>${subject}</bdi></p>
    </div>
    <form
      class="survey narrow"
      method="post"
      action="/api/surveys/${encodeURIComponent(token)}"
      data-form
      data-guard
      data-sending="${text('form.sending')}"
    >
      ${errorSummary(filling, labels)} ${hiddenFields({ key })} ${asked.map((question) => choiceField(filling, question))}
      ${textField(filling, {
        name: 'comment',
        label: text('field.comment'),
        hint: text('survey.comment.hint'),
        type: 'textarea',
        max: LIMITS.comment,
        rows: 4,
      })}
      <p class="actions"><button class="primary" data-submit>${text('survey.send')}</button></p>
    </form>
  `;
  return layout({
    locale,
    path,
    title: errors.length > 0 ? `${text('error.prefix')}${title}` : title,
    body,
    script: 'site',
    unlisted: true,
  });
};
