import { FIRST_CARE_BOOK } from '../../../domain/care/defaultRules.ts';
import type { CareBook, CareRules } from '../../../domain/care/rules.ts';

const NOTE = '半年回访改为四个月一次';
const CHANGED_RULES: CareRules = {
  ...FIRST_CARE_BOOK.rules,
  plans: FIRST_CARE_BOOK.rules.plans.map((plan) => ({
    ...plan,
    touchpoints: plan.touchpoints.map((point) => (point.id === 'visit' ? { ...point, when: { kind: 'every', months: 4 } } : point)),
  })),
};

/** A change of the care rules. */
export const CARE_RULES_CHANGE = { note: NOTE, rules: CHANGED_RULES };

/** The care rules after that change. */
export const EXAMPLE_CARE_BOOK: CareBook = {
  version: 1,
  at: '2026-03-02T02:00:00.000Z',
  by: 'zhao',
  note: NOTE,
  rules: CHANGED_RULES,
};

const { rules: _, ...EXAMPLE_VERSION } = EXAMPLE_CARE_BOOK;
/** Versions of the care rules, the newest first. */
export const CARE_RULES_VERSIONS = { items: [EXAMPLE_VERSION, { version: FIRST_CARE_BOOK.version, at: FIRST_CARE_BOOK.at }] };
