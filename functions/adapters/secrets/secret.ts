import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The text of a secret, fetched once per process. A failed fetch is tried again at the next call. */
export const secret = (secretId: string): (() => Promise<string>) => {
  const client = new SecretsManagerClient({});
  let value: Promise<string> | undefined;
  const fetch = async (): Promise<string> => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (!SecretString) throw new Error('the secret is empty');
    return SecretString;
  };
  return () => {
    value ??= fetch().catch((error: unknown) => {
      value = undefined;
      throw error;
    });
    return value;
  };
};
