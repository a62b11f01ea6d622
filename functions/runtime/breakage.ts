/**
 * Logs breakage by its kind and place. Messages of errors can quote input, so only those of our own code and of AWS services are kept.
 * The logger is loaded when something breaks: functions that answer people log nothing else.
 */
export const logBreakage = async (what: string, error: unknown, context: Readonly<Record<string, string | number>> = {}): Promise<void> => {
  const { logger } = await import('./logger.ts');
  const causes: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
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
