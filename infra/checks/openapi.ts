import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openApiDocument } from '../../functions/handlers/api/openapi/document.ts';

/** Writes the OpenAPI document to `.build/openapi.json`, to be linted, and prints it. `SITE_URL` names the server. */
const FILE = join(import.meta.dirname, '../../.build/openapi.json');
const text = JSON.stringify(openApiDocument(process.env['SITE_URL'] ?? 'https://aftercare.example'), null, 2);
mkdirSync(dirname(FILE), { recursive: true });
writeFileSync(FILE, text);
process.stdout.write(`${text}\n`);
