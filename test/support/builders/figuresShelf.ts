import { figureKey, type Figure } from '../../../functions/domain/care/figures.ts';
import type { FiguresLog } from '../../../functions/usecases/figuresPorts.ts';

/** Figures of contracts, in memory. */
export class FiguresShelf implements FiguresLog {
  /** By month and key, each with the version of its contract. */
  readonly kept = new Map<string, { readonly figure: Figure; readonly version: number }>();
  /** How often a figure was written. */
  writes = 0;

  keep = async (_team: string, figures: readonly Figure[], version: number): Promise<void> => {
    for (const figure of figures) {
      const key = `${figure.month} ${figureKey(figure)}`;
      if ((this.kept.get(key)?.version ?? -1) >= version) continue;
      this.kept.set(key, { figure, version });
      this.writes += 1;
    }
  };

  ofMonth = async (_team: string, month: string): Promise<readonly Figure[]> => this.all().filter((figure) => figure.month === month);

  all = (): readonly Figure[] => [...this.kept.values()].map(({ figure }) => figure);
}
