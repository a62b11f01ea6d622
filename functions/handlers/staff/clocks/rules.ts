import type { Endpoint } from '../../../http/message.ts';
import { changeRules } from '../../../usecases/changeBook.ts';
import { clockBodies } from '../../api/bodies.ts';
import { parse } from '../../api/parse.ts';
import { getBook, getBookVersions, putBook } from '../books.ts';
import type { DeskDeps } from '../context.ts';

/** `GET /api/desk/clocks/rules`. */
export const getRules = (deps: DeskDeps): Endpoint => getBook(deps, { books: deps.rules });

/** `GET /api/desk/clocks/rules/versions`. */
export const getRulesVersions = (deps: DeskDeps): Endpoint => getBookVersions(deps, { books: deps.rules });

/** `PUT /api/desk/clocks/rules`. */
export const putRules = (deps: DeskDeps): Endpoint =>
  putBook(deps, {
    change: changeRules(deps),
    read: async (input) => parse((await clockBodies()).rulesChange, input),
    stale: 'stale-rules',
  });
