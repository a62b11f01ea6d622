import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CommonKey } from '../../../content/common/index.ts';
import type { DeskKey } from '../../../content/desk/index.ts';
import type { Translate } from '../../../content/translator.ts';
import type { Locale } from '../../../domain/case/model.ts';
import type { Instant } from '../../../domain/kernel/time.ts';
import type { Me } from '../../desk/answers.ts';
import type { Api } from './api.ts';

/** What every part of the desk uses. */
export interface Desk {
  readonly locale: Locale;
  readonly words: Translate<DeskKey>;
  readonly labels: Translate<CommonKey>;
  /** Time zone of the workplace (IANA name). */
  readonly zone: string;
  readonly api: Api;
  readonly me: Me;
  /** Everybody to whom a case may be given. */
  readonly staff: readonly Me[];
  /** Ticks, so that the words about due times stay true. */
  readonly now: Instant;
  /** Says what came of something, seen and heard. */
  readonly announce: (text: string) => void;
}

const Context = createContext<Desk | undefined>(undefined);

/** Hands the desk to everything below it. */
export const DeskProvider = Context.Provider;

/** The desk. Throws outside of `DeskProvider`: then the page is put together wrongly. */
export const useDesk = (): Desk => {
  const desk = useContext(Context);
  if (!desk) throw new Error('no desk around this part');
  return desk;
};
