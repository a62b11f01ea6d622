import * as z from 'zod/mini';
import { resolved, type Schema } from '../../../web/docs/openapi.ts';
import { ANSWERS } from './answerWords.ts';
import { REQUESTS } from './requestWords.ts';
import type { Described } from './words.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Reference to a schema of the document. */
export const schemaRef = (name: string): { readonly $ref: string } => ({ $ref: `#/components/schemas/${name}` });

/** Formats whose pattern says the same again, only unreadably. */
const SPEAKING_FORMATS: readonly (string | undefined)[] = ['date', 'date-time', 'email', 'base64', 'uri'];

const required = (json: JsonSchema | boolean | undefined): JsonSchema => {
  if (typeof json !== 'object' || Array.isArray(json)) throw new TypeError('a schema is an object here');
  return json;
};

/** zod's JSON Schema as the document holds it. Throws on what does not occur: nothing is lost unseen. */
const toSchema = (json: JsonSchema, closed: boolean): Schema => {
  const {
    $schema: _,
    $id: __,
    propertyNames: ___,
    type,
    properties,
    items,
    prefixItems,
    oneOf,
    additionalProperties,
    pattern,
    anyOf,
    allOf,
    ...rest
  } = json;
  if (Array.isArray(type) || Array.isArray(items) || (oneOf && anyOf) || allOf) throw new TypeError('an unforeseen form of schema');
  return {
    ...(type && { type }),
    ...rest,
    ...(pattern && !SPEAKING_FORMATS.includes(rest.format) && { pattern }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, toSchema(required(property), closed)])),
    }),
    ...(prefixItems ? { items: alike(prefixItems, closed) } : items !== undefined && { items: toSchema(required(items), closed) }),
    // Variants exclude each other here, so that any of them is one of them.
    ...((oneOf ?? anyOf) && { oneOf: (oneOf ?? anyOf ?? []).map((option) => toSchema(option, closed)) }),
    // What we send may get more fields one day; what we are sent may not have any.
    ...(additionalProperties === false && closed && { additionalProperties: false }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: toSchema(additionalProperties, closed) }),
  };
};

/** Entries of a list of fixed length. Throws unless they are all of one kind, as they are here. */
const alike = (entries: readonly (JsonSchema | boolean)[], closed: boolean): Schema => {
  const [first, ...others] = entries.map((entry) => toSchema(required(entry), closed));
  if (!first || others.some((other) => JSON.stringify(other) !== JSON.stringify(first))) throw new TypeError('an unforeseen form of list');
  return first;
};

const worded = (schema: Schema, words: Readonly<Record<string, string>>, inner: Readonly<Record<string, string>>): Schema => ({
  ...schema,
  ...(schema.properties && {
    properties: Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [
        name,
        { description: words[name] ?? '', ...worded(property, inner, inner) },
      ]),
    ),
  }),
});

const withWords = (schema: Schema, { description, fields, inner = {} }: Described): Schema => ({
  description,
  ...worded(schema, fields, inner),
});

/** Variants without a name of their own get the value that tells them apart as their title. */
const titled = (option: Schema, described: Described): Schema => ({
  ...withWords(option, described),
  title: String(option.properties?.[described.discriminator ?? '']?.const),
});

/** Components by name; those of `others` are referred to by theirs. */
const converted = (
  components: Readonly<Record<string, Described>>,
  io: 'input' | 'output',
  others: Readonly<Record<string, Described>> = {},
): Readonly<Record<string, Schema>> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, { schema }] of Object.entries({ ...others, ...components })) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: (id) => schemaRef(id).$ref });
  return Object.fromEntries(
    Object.entries(components).map(([name, described]) => {
      const schema = withWords(toSchema(required(schemas[name]), io === 'input'), described);
      return [
        name,
        schema.oneOf?.some((option) => !option.$ref)
          ? { ...schema, oneOf: schema.oneOf.map((option) => titled(option, described)) }
          : schema,
      ];
    }),
  );
};

/** Names the variants of a union by the value of the field that tells them apart. */
const discriminated = (
  schemas: Readonly<Record<string, Schema>>,
  options: readonly { readonly $ref: string }[],
  propertyName: string,
): Schema => ({
  oneOf: options,
  discriminator: {
    propertyName,
    mapping: Object.fromEntries(options.map(({ $ref }) => [String(resolved(schemas, { $ref }).properties?.[propertyName]?.const), $ref])),
  },
});

const PLAIN: Readonly<Record<string, Schema>> = { ...converted(REQUESTS, 'input'), ...converted(ANSWERS, 'output', REQUESTS) };

/** One of several components, told apart by one field. */
export const oneOf = (names: readonly string[], propertyName: string): Schema => {
  const [only, ...others] = names.map(schemaRef);
  return only && others.length === 0 ? only : discriminated(PLAIN, names.map(schemaRef), propertyName);
};

/** The schemas of all bodies, made from those that parse and check them. */
export const SCHEMAS: Readonly<Record<string, Schema>> = Object.fromEntries(
  Object.entries(PLAIN).map(([name, schema]) => {
    // Variants without a name of their own stay where they are.
    const propertyName = REQUESTS[name]?.discriminator;
    const options = schema.oneOf?.flatMap(({ $ref }) => ($ref ? [{ $ref }] : []));
    return [name, propertyName && options && options.length > 0 ? { ...schema, ...discriminated(PLAIN, options, propertyName) } : schema];
  }),
);
