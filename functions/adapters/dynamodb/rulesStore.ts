import { FIRST_CARE_BOOK } from '../../domain/care/defaultRules.ts';
import { FIRST_BOOK } from '../../domain/clocks/defaultRules.ts';
import type { CareRulesStore } from '../../usecases/carePorts.ts';
import type { RulesStore } from '../../usecases/ports.ts';
import { bookStore } from './bookStore.ts';
import { CARE_RULES, RULES } from './keys.ts';

/** The rules by which clocks count, in the table `tableName`. */
export const rulesStore = (tableName: string): RulesStore => bookStore(tableName, RULES, FIRST_BOOK);

/** The rules by which we care for contracts, in the table `tableName`. */
export const careRulesStore = (tableName: string): CareRulesStore => bookStore(tableName, CARE_RULES, FIRST_CARE_BOOK);
