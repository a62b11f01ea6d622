import { Logger } from '@aws-lambda-powertools/logger';

/** JSON logs. Case ids may be logged; names, addresses, tokens and texts of people never are. */
export const logger = new Logger();

/** Logs breakage by its kind and place. Messages of errors can quote input, so only those of our own code and of AWS services are kept. */
export const logBreakage = (what: string, error: unknown, context: Readonly<Record<string, string | number>> = {}): void => {
  const causes = error instanceof AggregateError ? error.errors : [error];
  for (const cause of causes) logger.error(what, { ...context, ...describe(cause) });
};

const describe = (error: unknown): Readonly<Record<string, string>> =>
  error instanceof Error
    ? {
        error: error.name,
        where: (error.stack ?? '')
          .split('\n')
          .filter((line) => line.trim().startsWith('at '))
          .slice(0, 6)
          .join('\n'),
      }
    : { error: typeof error };
