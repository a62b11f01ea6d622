/** Keys of the one table; every key is made here. Partitions of cases and of contracts begin so. */
export const CASE = 'CASE#';
export const CONTRACT = 'CONTRACT#';

export const caseKey = (caseId: string): string => CASE + caseId;
export const contractKey = (contractId: string): string => CONTRACT + contractId;

/** Sort key of event n: four digits, so that events sort by version; a case past 9,999 events is refused by the padding's reader. */
export const eventKey = (version: number): string => `EVENT#${String(version).padStart(4, '0')}`;

export const WAIT = 'WAIT';

/** Partition of the index `open`: the open cases of a team. */
export const openKey = (team: string): string => `OPEN#${team}`;

/** Partition of the contracts of a team: in the table they are sorted by number, in the index `contracts` by due date. */
export const contractsKey = (team: string): string => `CONTRACTS#${team}`;

/** Partition of the index `care`: contracts of one part, by the time at which they are to be looked at. */
export const careKey = (shard: number): string => `CARE#${shard}`;

/** Partition of the index `open` for contracts with open tasks. */
export const tasksKey = (team: string): string => `TASKS#${team}`;

/** Partition of an import of contracts. */
export const importKey = (importId: string): string => `IMPORT#${importId}`;

/** Sort key of the record of an import. */
export const IMPORT = 'IMPORT';

/** Sort keys of a finished chunk of an import: of its counts, and of its rows. */
export const chunkKey = (part: 'CHUNK' | 'ROWS', chunk: number): string => `${part}#${String(chunk).padStart(4, '0')}`;

/** Partition of what is known about one address. */
export const addressKey = (hash: string): string => `ADDRESS#${hash}`;

/** Sort key of the record of a mail. */
export const mailKey = (messageId: string): string => `MAIL#${messageId}`;

/** Beginning of the sort keys of what somebody said about messages. */
export const CONSENT = 'CONSENT#';

/** Sort key of one such saying, sorting by time. */
export const consentKey = (at: string, key: string): string => `${CONSENT}${at}#${key}`;

/** Partition of the rules by which clocks count. */
export const RULES = 'RULES';

/** Partition of the rules by which we care for contracts. */
export const CARE_RULES = 'CARE';

/** Sort key of version n of rules, sorting by version. */
export const versionKey = (version: number): string => `VERSION#${String(version).padStart(6, '0')}`;

/** Partition of the figures of cases that a team resolved in a month. */
export const keptKey = (team: string, month: string): string => `KEPT#${team}#${month}`;

/** Partition of the figures of contracts that a team cares for, by the month in which they count. */
export const figuresKey = (team: string, month: string): string => `FIGURES#${team}#${month}`;

export const SUPPRESSED = 'SUPPRESSED';
export const UNSUBSCRIBED_SURVEY = 'UNSUBSCRIBED#survey';
