import type { Endpoint } from '../../../http/message.ts';
import { changeCareRules } from '../../../usecases/changeBook.ts';
import { careBodies } from '../../api/bodies.ts';
import { parse } from '../../api/parse.ts';
import { getBook, getBookVersions, putBook } from '../books.ts';
import type { DeskDeps } from '../context.ts';

/** `GET /api/desk/care/rules`. */
export const getCareRules = (deps: DeskDeps): Endpoint => getBook(deps, { books: deps.care });

/** `GET /api/desk/care/rules/versions`. */
export const getCareRulesVersions = (deps: DeskDeps): Endpoint => getBookVersions(deps, { books: deps.care });

/** `PUT /api/desk/care/rules`. */
export const putCareRules = (deps: DeskDeps): Endpoint =>
  putBook(deps, {
    change: changeCareRules(deps),
    read: async (input) => parse((await careBodies()).careRulesChange, input),
    stale: 'stale-care-rules',
  });
