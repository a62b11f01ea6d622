/** Content hashes by asset name, for example `site.css`. */
export type AssetHashes = Readonly<Record<string, string>>;

let hashes: AssetHashes = {};

/** Tells the pages the hashes of the deployed assets: called once when a function starts, before any page is made. */
export const setAssetHashes = (known: AssetHashes): void => {
  hashes = known;
};

/** Address of an asset; with its hash it may be cached for ever, since another content has another address. */
export const assetUrl = (name: string): string => {
  const hash = hashes[name];
  return hash ? `/assets/${name}?v=${hash}` : `/assets/${name}`;
};
