import { mayEditRules } from '../../../domain/case/permissions.ts';
import type { RuleBook } from '../../../domain/clocks/rules.ts';
import { json, type Answer, type Endpoint, type Request } from '../../../http/message.ts';
import { Problem } from '../../../http/problem.ts';
import { changeRules, type ChangeRulesRefusal } from '../../../usecases/changeRules.ts';
import { clockBodies } from '../../api/bodies.ts';
import { idempotencyKey, localeOf } from '../../api/context.ts';
import { jsonBody } from '../../api/jsonBody.ts';
import { invalidInput, parse } from '../../api/parse.ts';
import { staffOf, type DeskDeps } from '../context.ts';

/** The rules that count now. */
export const currentRules = async ({ rules, now }: Pick<DeskDeps, 'rules' | 'now'>): Promise<RuleBook> => {
  const book = (await rules.since(now())).at(-1);
  if (!book) throw new Error('there is always a first book of rules');
  return book;
};

const shown = ({ version, at, by, note, rules }: RuleBook) => ({ version, at, by, note, rules });

const etag = ({ version }: RuleBook): string => `"${version}"`;

const rulesAnswer = (book: RuleBook, headers: Readonly<Record<string, string>> = {}): Answer =>
  json(200, shown(book), { etag: etag(book), ...headers });

/** `GET /api/desk/clocks/rules`. */
export const getRules =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    return rulesAnswer(await currentRules(deps));
  };

/** `GET /api/desk/clocks/rules/versions`: newest first. */
export const getRulesVersions =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const books = await deps.rules.since('1970-01-01T00:00:00.000Z');
    return json(200, { items: books.map(({ version, at, by, note }) => ({ version, at, by, note })).reverse() });
  };

/** The version in `If-Match: "0"`. Throws `precondition-required` when it is missing; anything but one of our tags matches nothing. */
const expectedVersion = ({ headers }: Request): number => {
  const tag = headers['if-match'];
  if (tag === undefined)
    throw new Problem('precondition-required', { detail: 'Send If-Match with the ETag of the rules as you saw them.' });
  return Number(/^(?:W\/)?"(\d{1,6})"$/.exec(tag.trim())?.[1] ?? -1);
};

const refused = async (request: Request, refusal: ChangeRulesRefusal): Promise<Problem> => {
  switch (refusal.kind) {
    case 'invalid':
      return invalidInput(
        localeOf(request),
        refusal.errors.map((error) => ({ ...error, pointer: `/rules${error.pointer}` })),
      );
    case 'too-large':
      return new Problem('body-too-large');
    case 'key-reused':
      return new Problem('key-reused');
    case 'stale':
      return new Problem('stale-rules', { headers: { etag: etag(refusal.current) }, members: { current: shown(refusal.current) } });
  }
};

/** `PUT /api/desk/clocks/rules`: makes the next version, in force at once. */
export const putRules =
  (deps: DeskDeps): Endpoint =>
  async (request) => {
    const staff = staffOf(deps, request);
    if (!mayEditRules(staff)) throw new Problem('forbidden');
    const { rulesChange } = await clockBodies();
    const body = parse(rulesChange, await jsonBody(request));
    if (!body.ok) throw await invalidInput(localeOf(request), body.refusal);
    const changed = await changeRules(deps)({
      ...body.value,
      by: staff.id,
      now: deps.now(),
      expectedVersion: expectedVersion(request),
      key: idempotencyKey(request),
    });
    if (!changed.ok) throw await refused(request, changed.refusal);
    const { book, replayed } = changed.value;
    return rulesAnswer(book, replayed ? { 'idempotency-replayed': 'true' } : {});
  };
