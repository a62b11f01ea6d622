import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The text of a secret, fetched once per process. A failed fetch is tried again at the next call. */
export const secret = (secretId: string): (() => Promise<string>) => {
  let value: Promise<string> | undefined;
  const fetch = async (): Promise<string> => {
    const client = new SecretsManagerClient({}); // for one call: nothing is left of it afterwards
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    client.destroy();
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
