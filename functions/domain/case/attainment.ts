import type { RuleBook, ServiceClockName } from '../clocks/rules.ts';
import { localDate, REGION_ZONE } from '../clocks/localDate.ts';
import type { Instant } from '../kernel/time.ts';
import { answeredClocks, bookAt, clocksOf, type ServiceClock } from './clocks.ts';
import type { Case } from './model.ts';

/** One clock of one case: how often its target was met, and the open minutes of each miss, rounded down. */
export interface ClockFigures {
  readonly met: number;
  readonly missed: readonly number[];
}

/** How the targets of one resolved case were kept (F25). */
export interface KeptTargets {
  readonly caseId: string;
  /** `YYYY-MM` of its first resolution, in the zone of the team's region. */
  readonly month: string;
  readonly resolvedAt: Instant;
  readonly owner?: string | undefined;
  readonly policy: ServiceClock['policy'];
  readonly clocks: Readonly<Record<ServiceClockName, ClockFigures>>;
}

/** A clock over many cases. */
export interface AttainedClock {
  readonly met: number;
  readonly missed: number;
  /** Open minutes by which the middle one of those was late that were missed; absent when none was. */
  readonly medianLateMinutes?: number | undefined;
  readonly worstLateMinutes?: number | undefined;
}

/** How the targets of one policy were kept in a month. */
export interface PolicyAttainment {
  readonly policy: ServiceClock['policy'];
  readonly cases: number;
  readonly clocks: Readonly<Record<ServiceClockName, AttainedClock>>;
}

/** Targets kept by the cases of a team that were first resolved in one month. */
export interface Attainment {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly team: string;
  readonly cases: number;
  readonly clocks: Readonly<Record<ServiceClockName, AttainedClock>>;
  readonly policies: readonly PolicyAttainment[];
}

const figures = (clocks: readonly ServiceClock[]): ClockFigures => ({
  met: clocks.filter(({ state }) => state === 'met').length,
  missed: clocks.filter(({ state }) => state === 'missed').map(({ lateSeconds }) => Math.floor(lateSeconds / 60)),
});

const forEachClock = <Value>(of: (name: ServiceClockName) => Value): Readonly<Record<ServiceClockName, Value>> => ({
  firstResponse: of('firstResponse'),
  nextResponse: of('nextResponse'),
  resolution: of('resolution'),
});

/** The figures of a case that stands resolved; undefined for every other. */
export const keptTargets = (state: Case, books: readonly RuleBook[]): KeptTargets | undefined => {
  const { caseId, owner, resolvedAt, firstResolvedAt } = state;
  if (!resolvedAt || !firstResolvedAt) return undefined;
  const { firstResponse, resolution } = clocksOf(state, books, resolvedAt);
  const clocks = { firstResponse: [firstResponse], nextResponse: answeredClocks(state, books), resolution: [resolution] };
  const zone = REGION_ZONE[bookAt(books, resolvedAt).rules.region];
  return {
    caseId,
    month: localDate(zone, firstResolvedAt).slice(0, 7),
    resolvedAt,
    owner,
    policy: resolution.policy,
    clocks: forEachClock((name) => figures(clocks[name])),
  };
};

const attained = (cases: readonly KeptTargets[]): Readonly<Record<ServiceClockName, AttainedClock>> =>
  forEachClock((name) => {
    const late = cases.flatMap(({ clocks }) => clocks[name].missed).sort((a, b) => a - b);
    return {
      met: cases.reduce((sum, { clocks }) => sum + clocks[name].met, 0),
      missed: late.length,
      medianLateMinutes: late[Math.floor((late.length - 1) / 2)],
      worstLateMinutes: late.at(-1),
    };
  });

/** The figures of a month: per policy, most cases first, and together. */
export const attainmentOf = (month: string, team: string, cases: readonly KeptTargets[]): Attainment => {
  const byPolicy = Map.groupBy(cases, ({ policy }) => policy.id);
  return {
    month,
    team,
    cases: cases.length,
    clocks: attained(cases),
    policies: [...byPolicy.values()]
      .map((group) => ({ policy: group.at(-1)?.policy ?? { id: '', name: '' }, cases: group.length, clocks: attained(group) }))
      .sort((a, b) => b.cases - a.cases),
  };
};
