import { newFigures } from '../domain/care/figures.ts';
import type { CareSetting } from '../domain/care/setting.ts';
import type { ContractEvent } from '../domain/contract/model.ts';
import type { FiguresLog } from './figuresPorts.ts';
import { TEAM } from './team.ts';

/** Keeps what events after the first `known` changed in the measures (F66). */
export const carryFigures = async (
  figures: Pick<FiguresLog, 'keep'>,
  events: readonly ContractEvent[],
  known: number,
  setting: Pick<CareSetting, 'zone'>,
): Promise<void> => figures.keep(TEAM, newFigures(events, known, setting), events.length);
