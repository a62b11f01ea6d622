/** Does every part of what follows from an event. Throws only after all of them were tried. */
export const all = async (parts: readonly (() => Promise<void>)[]): Promise<void> => {
  const results = await Promise.allSettled(parts.map((part) => part()));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, 'part of what follows from an event failed');
};
