import { mayEditRules } from '../../domain/case/permissions.ts';
import type { Book } from '../../domain/kernel/book.ts';
import type { FieldError } from '../../domain/kernel/fieldError.ts';
import type { Result } from '../../domain/kernel/result.ts';
import { json, type Answer, type Endpoint, type Request } from '../../http/message.ts';
import { Problem, type ProblemType } from '../../http/problem.ts';
import type { ChangeBook, ChangeBookRefusal } from '../../usecases/changeBook.ts';
import type { BookStore } from '../../usecases/ports.ts';
import { idempotencyKey, localeOf } from '../api/context.ts';
import { jsonBody } from '../api/jsonBody.ts';
import { invalidInput } from '../api/parse.ts';
import { staffOf, type DeskDeps } from './context.ts';

interface BookDoor<Rules> {
  readonly books: BookStore<Rules>;
  readonly change: ChangeBook<Rules>;
  /** Parses the body of a change. */
  readonly read: (input: unknown) => Promise<Result<{ readonly rules: Rules; readonly note?: string | undefined }, readonly FieldError[]>>;
  /** The problem of whoever was slower. */
  readonly stale: ProblemType;
}

const shown = <Rules>({ version, at, by, note, rules }: Book<Rules>) => ({ version, at, by, note, rules });

const etag = <Rules>({ version }: Book<Rules>): string => `"${version}"`;

const bookAnswer = <Rules>(book: Book<Rules>, headers: Readonly<Record<string, string>> = {}): Answer =>
  json(200, shown(book), { etag: etag(book), ...headers });

/** The version in `If-Match: "0"`. Throws `precondition-required` when it is missing; anything but one of our tags matches nothing. */
const expectedVersion = ({ headers }: Request): number => {
  const tag = headers['if-match'];
  if (tag === undefined)
    throw new Problem('precondition-required', { detail: 'Send If-Match with the ETag of the rules as you saw them.' });
  return Number(/^(?:W\/)?"(\d{1,6})"$/.exec(tag.trim())?.[1] ?? -1);
};

const refused = async <Rules>(request: Request, refusal: ChangeBookRefusal<Rules>, stale: ProblemType): Promise<Problem> => {
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
      return new Problem(stale, { headers: { etag: etag(refusal.current) }, members: { current: shown(refusal.current) } });
  }
};

/** Answers `GET` of rules: everybody at the desk reads the version in force. */
export const getBook =
  <Rules>(deps: DeskDeps, { books }: Pick<BookDoor<Rules>, 'books'>): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    return bookAnswer(await books.current());
  };

/** Answers `GET` of the versions of rules: newest first, without the rules. */
export const getBookVersions =
  <Rules>(deps: DeskDeps, { books }: Pick<BookDoor<Rules>, 'books'>): Endpoint =>
  async (request) => {
    staffOf(deps, request);
    const versions = await books.versions();
    return json(200, { items: versions.map(({ version, at, by, note }) => ({ version, at, by, note })).reverse() });
  };

/** Answers `PUT` of rules: makes the next version, in force at once. For admins. */
export const putBook =
  <Rules>(deps: DeskDeps, { change, read, stale }: Omit<BookDoor<Rules>, 'books'>): Endpoint =>
  async (request) => {
    const staff = staffOf(deps, request);
    if (!mayEditRules(staff)) throw new Problem('forbidden');
    const body = await read(await jsonBody(request));
    if (!body.ok) throw await invalidInput(localeOf(request), body.refusal);
    const { rules, note } = body.value;
    const changed = await change({
      rules,
      note,
      by: staff.id,
      now: deps.now(),
      expectedVersion: expectedVersion(request),
      key: idempotencyKey(request),
    });
    if (!changed.ok) throw await refused(request, changed.refusal, stale);
    const { book, replayed } = changed.value;
    return bookAnswer(book, replayed ? { 'idempotency-replayed': 'true' } : {});
  };
