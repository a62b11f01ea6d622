import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { buildSync, transformSync, type BuildOptions } from 'esbuild';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';

const PROJECT = resolve(import.meta.dirname, '../..');
const FUNCTIONS = join(PROJECT, 'functions');
const MAPS = join(PROJECT, '.build', 'maps');

/** A file of a function's package: path inside it, and content. */
export interface BundledFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Ways to credentials, a protocol and a table of browsers that the SDK imports only when it comes to them, which it never does in a Lambda:
 * credentials are in its environment. They would be 150 KB of every package.
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
  'bowser',
];

const runtime = { platform: 'node', target: 'node24', charset: 'utf8', minify: true, legalComments: 'none' } as const;

/** `module` first, so that the SDK sheds what is not used. */
const handlerOptions: BuildOptions = {
  ...runtime,
  mainFields: ['module', 'main'],
  external: NEVER_LOADED,
  // What is imported when it is needed (`await import`) becomes a file of its own, so that a start neither reads nor compiles it.
  format: 'esm',
  splitting: true,
  sourcemap: 'inline',
  sourcesContent: false,
  loader: { '.html': 'text', '.svg': 'text' },
};

const browserOptions: BuildOptions = {
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  platform: 'browser',
  target: 'es2022',
  // As for handlers: what a page imports when it is needed is a file of its own, named by its content.
  format: 'esm',
  splitting: true,
  chunkNames: 'part-[hash]',
  loader: { '.svg': 'dataurl', '.woff2': 'dataurl' },
};

/** The package of `functions/handlers/<entry>.ts`: `index.js`, files for what it loads later, and for pages the browser's files in `assets/`. */
export function bundled(entry: string, options: { readonly withPages?: boolean } = {}): Code {
  const files = () => [...handlerFiles(entry), ...(options.withPages ? pageFiles() : [])];
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

const built = new Map<string, readonly BundledFile[]>(); // one build serves all stages of a process

function handlerFiles(entry: string): readonly BundledFile[] {
  const known = built.get(entry);
  if (known) return known;
  const { files, maps } = codeOf(join(FUNCTIONS, 'handlers', `${entry}.ts`));
  write(join(MAPS, entry), maps);
  built.set(entry, files);
  return files;
}

/**
 * The code of a function whose entry is `source`: `index.js`, and a file for each part that is loaded later. Their maps stay here (.build/maps), to read
 * a stack trace of production.
 */
export function codeOf(source: string): { readonly files: readonly BundledFile[]; readonly maps: readonly BundledFile[] } {
  const parts = build({ ...handlerOptions, entryPoints: [{ in: source, out: 'index' }] });
  // esbuild splits ES modules only. As CommonJS they load about 25 ms faster.
  const converted = parts.map(({ path, content }) => {
    const code = new TextDecoder().decode(content);
    const asCommonJs = { format: 'cjs', supported: { 'dynamic-import': false }, sourcemap: 'external', sourcesContent: false } as const;
    return { path, ...transformSync(code, { ...runtime, ...asCommonJs, sourcefile: path }) };
  });
  const encoder = new TextEncoder();
  return {
    files: converted.map(({ path, code }) => ({ path, content: encoder.encode(code) })),
    maps: converted.map(({ path, map }) => ({ path: `${path}.map`, content: encoder.encode(map) })),
  };
}

/** Browser code and styles, and `assets/manifest.json`: name → hash, for addresses that may be cached for ever. */
function pageFiles(): BundledFile[] {
  const files = [...entries('client', '.ts'), ...entries('styles', '.css')]
    .flatMap((source) => build({ ...browserOptions, entryPoints: [source] }))
    .map(({ path, content }): BundledFile => ({ path: `assets/${path}`, content }));
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

function build(options: BuildOptions): BundledFile[] {
  const { outputFiles = [] } = buildSync({
    ...options,
    outdir: PROJECT,
    absWorkingDir: PROJECT,
    bundle: true,
    write: false,
    logLevel: 'warning',
  });
  return outputFiles.map(({ path, contents }) => ({ path: basename(path), content: contents }));
}
