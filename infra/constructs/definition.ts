import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const WORKFLOWS = resolve(import.meta.dirname, '../../workflows');
const PLACEHOLDER = /\$\{([^}]*)\}/g;

/**
 * The text of `workflows/<name>.asl.json`. Throws when it is not JSON, and when its `${…}` placeholders are not exactly the
 * substitutions: a missing one would reach AWS as text, an unused one is a grant or a name that nobody needs.
 */
export function workflowDefinition(name: string, substitutions: readonly string[], folder = WORKFLOWS): string {
  const file = join(folder, `${name}.asl.json`);
  const text = readFileSync(file, 'utf8');
  const used = new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''));
  const missing = [...used].filter((placeholder) => !substitutions.includes(placeholder));
  const unused = substitutions.filter((placeholder) => !used.has(placeholder));
  if (missing.length > 0) throw new Error(`${file} has placeholders without substitution: ${missing.join(', ')}`);
  if (unused.length > 0) throw new Error(`${file} does not use the substitutions: ${unused.join(', ')}`);
  return JSON.stringify(JSON.parse(text));
}
