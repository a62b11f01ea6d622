import type * as z from 'zod/mini';
import { FIELD_ERROR_CODES, type FieldError, type FieldErrorCode } from '../../domain/kernel/fieldError.ts';
import type { Locale } from '../../domain/case/model.ts';
import { ok, refuse, type Result } from '../../domain/kernel/result.ts';
import { Problem } from '../../http/problem.ts';

type Issue = z.core.$ZodIssue;

const escaped = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

const pointerTo = (path: readonly PropertyKey[]): string => path.map((part) => `/${escaped(part)}`).join('');

const isCode = (value: unknown): value is FieldErrorCode => FIELD_ERROR_CODES.some((code) => code === value);

const limits = (values: unknown): Pick<FieldError, 'values'> =>
  typeof values === 'object' && values !== null
    ? { values: Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : []))) }
    : {};

const FORMATS: Readonly<Record<string, FieldErrorCode>> = { email: 'email', date: 'date', datetime: 'date', regex: 'choice' };

/** Texts are too short or too long, all else has words of its own. */
const TOO_SMALL: Readonly<Record<string, FieldErrorCode>> = { number: 'too-small', int: 'too-small', array: 'too-few' };
const TOO_BIG: Readonly<Record<string, FieldErrorCode>> = { number: 'too-big', int: 'too-big', array: 'too-many' };

/** What is wrong by the variant that has the right kind of value, if there is one: the others have nothing to say about it. */
const ofNearest = ({ errors, path }: z.core.$ZodIssueInvalidUnion, pointer: string): readonly FieldError[] => {
  const isOtherKind = (issue: Issue): boolean =>
    issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
  const nearest = errors.find((issues) => issues.length > 0 && !issues.some(isOtherKind));
  if (!nearest) return [{ pointer, code: 'choice' }];
  return nearest.flatMap((issue) => errorsOf({ ...issue, path: [...path, ...issue.path] }));
};

const errorsOf = (issue: Issue): readonly FieldError[] => {
  const pointer = pointerTo(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ pointer: `${pointer}/${escaped(key)}`, code: 'unknown-field' }));
    case 'invalid_type':
      return [{ pointer, code: issue.input === undefined ? 'required' : 'type' }];
    case 'invalid_value':
      return [{ pointer, code: pointer === '/consent/service' ? 'consent' : issue.input === undefined ? 'required' : 'choice' }];
    case 'invalid_union':
      return issue.discriminator
        ? [{ pointer: pointerTo([...issue.path.filter((part) => part !== issue.discriminator), issue.discriminator]), code: 'choice' }]
        : ofNearest(issue, pointer);
    case 'invalid_format':
      return [{ pointer, code: FORMATS[issue.format] ?? 'type' }];
    case 'too_small':
      return [{ pointer, code: TOO_SMALL[issue.origin] ?? 'too-short', values: { min: Number(issue.minimum) } }];
    case 'too_big':
      return [{ pointer, code: TOO_BIG[issue.origin] ?? 'too-long', values: { max: Number(issue.maximum) } }];
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      return [{ pointer, code: isCode(code) ? code : 'type', ...limits(issue.params?.['values']) }];
    }
    default:
      return [{ pointer, code: 'type' }];
  }
};

/** Where input names a field `__proto__`, at any depth: no schema takes one, and zod passes over it without a word. */
const ownPrototype = (input: unknown): string | undefined => {
  const waiting: (readonly [value: unknown, pointer: string])[] = [[input, '']]; // a list, as input may be nested deeper than calls can be
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, pointer] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) return `${pointer}/__proto__`;
    for (const [name, inner] of Object.entries(value)) waiting.push([inner, `${pointer}/${escaped(name)}`]);
  }
  return undefined;
};

/** Parses input with a schema: the value, or every wrong field with its pointer. */
export const parse = <Schema extends z.ZodMiniType>(schema: Schema, input: unknown): Result<z.infer<Schema>, readonly FieldError[]> => {
  const prototype = ownPrototype(input);
  if (prototype !== undefined) return refuse([{ pointer: prototype, code: 'unknown-field' }]);
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success ? ok(parsed.data) : refuse(parsed.error.issues.flatMap(errorsOf));
};

/** Field errors as a problem for programs; its sentences are loaded with the first mistake that somebody makes. */
export const invalidInput = async (locale: Locale, errors: readonly FieldError[]): Promise<Problem> =>
  new Problem('invalid-input', { members: { errors: (await import('./mistakes.ts')).mistakes(locale, errors) } });

/** A parsed body with the action that it is the body of. */
export const withAction = <Body extends object, Name extends string>(action: Name, body: Result<Body, readonly FieldError[]>) =>
  body.ok ? ok({ action, ...body.value }) : body;
