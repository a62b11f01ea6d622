import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { buildSync, type BuildOptions } from 'esbuild';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';

const PROJECT = resolve(import.meta.dirname, '../..');
const FUNCTIONS = join(PROJECT, 'functions');
const MAPS = join(PROJECT, '.build', 'maps');

/** A file of a function's package: path inside it, and content. */
interface BundledFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Ways to credentials and a protocol that the SDK imports only when it comes to them, which it never does in a Lambda:
 * credentials are in its environment. They would be 110 to 130 KB of every bundle.
 */
const NEVER_LOADED = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/core/event-streams',
  '@smithy/credential-provider-imds',
];

/** CommonJS loads about 25 ms faster than ES modules; `module` first, so that the SDK sheds what is not used. */
const handlerOptions: BuildOptions = {
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: NEVER_LOADED,
  // The map stays here (.build/maps), to read a stack trace of production; the package carries none.
  sourcemap: 'external',
  sourcesContent: false,
  loader: { '.html': 'text', '.svg': 'text' },
};

const browserOptions: BuildOptions = {
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  loader: { '.svg': 'dataurl', '.woff2': 'dataurl' },
};

/** The package of `functions/handlers/<entry>.ts`: one `index.js`, and for pages the browser's files in `assets/`. */
export function bundled(entry: string, options: { readonly withPages?: boolean } = {}): Code {
  const files = () => [handlerFile(entry), ...(options.withPages ? pageFiles() : [])];
  return Code.fromAsset(FUNCTIONS, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('esbuild-runs-here'), // never started: `local` always builds
      command: [entry], // tells the packages apart in the CDK's cache
      local: { tryBundle: (folder) => write(folder, files()) },
    },
  });
}

function write(folder: string, files: readonly BundledFile[]): true {
  for (const { path, content } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  return true;
}

const built = new Map<string, BundledFile>(); // one build serves all stages of a process

function handlerFile(entry: string): BundledFile {
  const known = built.get(entry);
  if (known) return known;
  const file = { path: 'index.js', content: build(join(FUNCTIONS, 'handlers', `${entry}.ts`), handlerOptions, entry) };
  built.set(entry, file);
  return file;
}

/** Browser code and styles, and `assets/manifest.json`: name → hash, for addresses that may be cached for ever. */
function pageFiles(): BundledFile[] {
  const files = [...entries('client', '.ts'), ...entries('styles', '.css')].map((source): BundledFile => {
    const name = basename(source).replace(/\.ts$/, '.js');
    return { path: `assets/${name}`, content: build(source, browserOptions) };
  });
  const manifest = Object.fromEntries(files.map(({ path, content }) => [basename(path), hash(content)]));
  return [...files, { path: 'assets/manifest.json', content: Buffer.from(JSON.stringify(manifest)) }];
}

/** Top-level files of a folder of `functions/web`; what they import lives in folders below, or is named `_part`. */
function entries(folder: string, extension: string): string[] {
  const path = join(FUNCTIONS, 'web', folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(extension) && !name.startsWith('_') && !name.endsWith('.d.ts'));
  return names.sort().map((name) => join(path, name));
}

const hash = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 12);

function build(source: string, options: BuildOptions, mapName?: string): Uint8Array {
  const { outputFiles } = buildSync({
    ...options,
    entryPoints: [source],
    outdir: MAPS,
    absWorkingDir: PROJECT,
    bundle: true,
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
  });
  const map = outputFiles.find(({ path }) => path.endsWith('.map'));
  if (map && mapName) write(MAPS, [{ path: `${mapName}.js.map`, content: map.contents }]);
  const code = outputFiles.find(({ path }) => !path.endsWith('.map'));
  if (!code) throw new Error(`esbuild made nothing of ${source}.`);
  return code.contents;
}
