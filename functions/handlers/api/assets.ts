import * as z from 'zod/mini';

/** Content hashes of the assets beside the bundle, from their manifest. */
export const assetHashes = (manifest: string): Readonly<Record<string, string>> =>
  z.parse(z.record(z.string(), z.string()), JSON.parse(manifest));
