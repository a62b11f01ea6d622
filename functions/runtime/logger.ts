import { Logger } from '@aws-lambda-powertools/logger';

/** JSON logs. Case ids may be logged; names, addresses, tokens and texts of people never are. */
export const logger = new Logger();
