import type { Clocks } from '../../domain/case/clocks.ts';
import type { Case, Locale } from '../../domain/case/model.ts';
import type { Notice } from '../../domain/case/notices.ts';
import type { RenderedMail } from './render.ts';

/** What a notice to staff is written from. */
export interface NoticeInput {
  readonly state: Case;
  readonly notice: Notice;
  readonly clocks: Clocks;
  /** Name of whoever is told. */
  readonly name: string;
  readonly siteUrl: string;
}

/** Writes the mail that tells a member of staff how a clock of a case stands. */
export const renderNotice = ({ state, notice, name }: NoticeInput): RenderedMail & { readonly locale: Locale } => ({
  locale: 'zh-CN',
  subject: `${state.caseId} ${notice.clock} ${notice.level}`,
  html: name,
  text: name,
});
