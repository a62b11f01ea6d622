import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** The text of a secret. Throws when it has none. */
export const fetchSecret = async (secretId: string): Promise<string> => {
  const client = new SecretsManagerClient({}); // for one call: nothing is left of it afterwards
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  client.destroy();
  if (!SecretString) throw new Error('the secret is empty');
  return SecretString;
};
