/** The text of a secret, fetched once per process, and its client loaded only then. A failed fetch is tried again at the next call. */
export const secret = (secretId: string): (() => Promise<string>) => {
  let value: Promise<string> | undefined;
  const fetch = async (): Promise<string> => (await import('./fetchSecret.ts')).fetchSecret(secretId);
  return () => {
    value ??= fetch().catch((error: unknown) => {
      value = undefined;
      throw error;
    });
    return value;
  };
};
