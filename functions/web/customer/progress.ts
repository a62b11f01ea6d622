import { common } from '../../content/common/index.ts';
import { pages } from '../../content/pages/index.ts';
import { STAGES, type Locale } from '../../domain/case/model.ts';
import type { CustomerCase } from '../../domain/case/view.ts';
import { html, type Markup } from '../markup.ts';

type Mark = 'done' | 'current' | 'todo';

/** A case that was broken off did not pass the stages that lay ahead; one that came to its end passed them all. */
const markOf = ({ stage, outcome }: Pick<CustomerCase, 'stage' | 'outcome'>, index: number): Mark => {
  if (stage === 'closed') return outcome === 'withdrawn' || outcome === 'expired' ? 'todo' : 'done';
  const at = STAGES.indexOf(stage);
  if (index === at) return 'current';
  return index < at ? 'done' : 'todo';
};

/** The four stages as a thread with knots, the current one marked, in words for those who do not see it. */
export const progressLine = (view: Pick<CustomerCase, 'stage' | 'outcome'>, locale: Locale): Markup => {
  const [words, text] = [common(locale), pages(locale)];
  const line = STAGES.filter((stage) => stage !== 'closed').map((stage, index) => {
    const mark = markOf(view, index);
    return html`<li class="knot-${mark}" ${mark === 'current' && html` aria-current="step"`}>
      <span class="knot" aria-hidden="true">${mark === 'done' ? '✓' : index + 1}</span>
      <span>${words(`stage.${stage}`)}</span>
      ${mark === 'done' && html`<span class="unseen">(${text('track.done')})</span>`}
    </li>`;
  });
  return html`<ol class="progress" role="list" aria-label="${text('track.progress')}">
    ${line}
  </ol>`;
};
