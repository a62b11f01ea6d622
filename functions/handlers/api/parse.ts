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
      return [
        {
          pointer: issue.discriminator
            ? pointerTo([...issue.path.filter((part) => part !== issue.discriminator), issue.discriminator])
            : pointer,
          code: 'choice',
        },
      ];
    case 'invalid_format':
      return [{ pointer, code: FORMATS[issue.format] ?? 'type' }];
    case 'too_small':
      return [
        {
          pointer,
          code: issue.origin === 'number' || issue.origin === 'int' ? 'too-small' : 'too-short',
          values: { min: Number(issue.minimum) },
        },
      ];
    case 'too_big':
      return [
        {
          pointer,
          code: issue.origin === 'number' || issue.origin === 'int' ? 'too-big' : 'too-long',
          values: { max: Number(issue.maximum) },
        },
      ];
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      return [{ pointer, code: isCode(code) ? code : 'type', ...limits(issue.params?.['values']) }];
    }
    default:
      return [{ pointer, code: 'type' }];
  }
};

/** Parses input with a schema: the value, or every wrong field with its pointer. */
export const parse = <Schema extends z.ZodMiniType>(schema: Schema, input: unknown): Result<z.infer<Schema>, readonly FieldError[]> => {
  if (typeof input === 'object' && input !== null && Object.hasOwn(input, '__proto__'))
    return refuse([{ pointer: '/__proto__', code: 'unknown-field' }]);
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success ? ok(parsed.data) : refuse(parsed.error.issues.flatMap(errorsOf));
};

/** Field errors as a problem for programs; its sentences are loaded with the first mistake that somebody makes. */
export const invalidInput = async (locale: Locale, errors: readonly FieldError[]): Promise<Problem> =>
  new Problem('invalid-input', { members: { errors: (await import('./mistakes.ts')).mistakes(locale, errors) } });

/** A parsed body with the action that it is the body of. */
export const withAction = <Body extends object, Name extends string>(action: Name, body: Result<Body, readonly FieldError[]>) =>
  body.ok ? ok({ action, ...body.value }) : body;
