import { showCopyButtons } from './site/copying.ts';
import { countCharacters } from './site/counters.ts';
import { clearSentDrafts, keepDraft } from './site/drafts.ts';
import { guardLeaving } from './site/leaving.ts';
import { sendOnce } from './site/sending.ts';
import { tellMistakes } from './site/mistakes.ts';

/** Makes the pages, which work without any script, quicker to use: mistakes told while typing, drafts, one sending per press. */
clearSentDrafts();
showCopyButtons();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form]')) {
  tellMistakes(form);
  keepDraft(form);
  countCharacters(form);
  sendOnce(form);
}
guardLeaving();
document.querySelector<HTMLElement>('[data-summary]')?.focus();
