import { FIRST_CARE_BOOK } from '../../../functions/domain/care/defaultRules.ts';
import { planFor } from '../../../functions/domain/care/rules.ts';

/** The plan that comes with the software. */
export const STANDARD_PLAN = planFor(FIRST_CARE_BOOK.rules, '');
