import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const version = readFileSync(fileURLToPath(import.meta.url));

/** Jest transformer: strips the types with esbuild and leaves ESM as it is. Type errors are the business of `npm run check`. */
export default {
  getCacheKey: (source: string, path: string): string => createHash('sha256').update(version).update(path).update(source).digest('hex'),
  process: (source: string, path: string): { code: string } => ({
    code: transformSync(source, { loader: 'ts', format: 'esm', target: 'node24', sourcefile: path, sourcemap: 'inline' }).code,
  }),
};
