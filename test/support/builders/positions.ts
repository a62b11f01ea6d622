import type { Position } from '../../../functions/domain/case/evolve.ts';
import { STEPS } from '../../../functions/domain/case/model.ts';

/** Every word for where a case can stand. */
export const POSITIONS: readonly Position[] = [...STEPS, 'on-hold'];
