import { common } from '../../content/common/index.ts';
import { pages } from '../../content/pages/index.ts';
import { KINDS, type Locale } from '../../domain/case/model.ts';
import { layout } from '../layout.ts';
import { html, type Markup } from '../markup.ts';
import { HERO_THREAD, KIND_ICONS } from './icons.ts';

export interface StartPage {
  readonly locale: Locale;
  readonly path: string;
}

const STORY = ['intake', 'investigation', 'resolution', 'feedback'] as const;

/** One line for each sentence: a line break elsewhere would cut Chinese words in two. */
const sentences = (title: string): readonly Markup[] => title.split(/(?<=[?？])\s*/).map((sentence) => html`<span>${sentence} </span>`);

/** `GET /`: the three ways in, what happens with a case, and how to find one again. */
export const startPage = ({ locale, path }: StartPage): string => {
  const [words, text] = [common(locale), pages(locale)];
  const body = html`
    <div class="hero">
      <h1>${sentences(text('start.title'))}</h1>
      <p class="lead">${text('start.lead')}</p>
      ${HERO_THREAD}
    </div>
    <section aria-labelledby="choose">
      <h2 id="choose">${text('start.choose')}</h2>
      <ul class="doors" role="list">
        ${KINDS.map(
          (kind) =>
            html`<li>
              <a class="door" href="/${kind}?lang=${locale}">
                ${KIND_ICONS[kind]}
                <span class="door-title">${text(`form.${kind}.title`)}</span>
                <span class="door-text">${text(`start.${kind}.text`)}</span>
              </a>
            </li>`,
        )}
      </ul>
    </section>
    <section class="story" aria-labelledby="how">
      <h2 id="how">${text('start.how')}</h2>
      <ol class="thread" role="list">
        ${STORY.map(
          (stage, index) =>
            html`<li>
              <span class="knot" aria-hidden="true">${index + 1}</span>
              <h3>${words(`stage.${stage}`)}</h3>
              <p>${text(`start.${stage}.text`)}</p>
            </li>`,
        )}
      </ol>
    </section>
    <section class="aside-note" aria-labelledby="known">
      <h2 id="known">${text('start.track')}</h2>
      <p>${text('start.track.text')}</p>
    </section>
  `;
  return layout({ locale, path, title: text('start.title'), body });
};
