const isText = (value: unknown): value is string => typeof value === 'string';

/** Content hashes of the assets beside the bundle, from their manifest. Throws on anything else. */
export const assetHashes = (manifest: string): Readonly<Record<string, string>> => {
  const content: unknown = JSON.parse(manifest);
  if (typeof content !== 'object' || content === null) throw new TypeError('the manifest of the assets is none');
  return Object.fromEntries(Object.entries(content).filter((entry): entry is [string, string] => isText(entry[1])));
};
