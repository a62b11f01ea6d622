import * as answers from '../transferAnswers.ts';
import { object, type Described } from './words.ts';

/** Answers about imports, by component name. */
export const TRANSFER_ANSWERS: Readonly<Record<string, Described>> = {
  ImportReport: object(answers.importReport, 'How an import stands; of a dry run, what it would come to.', {
    importId: 'Its id; missing on a dry run.',
    dryRun: 'Whether nothing was to be written.',
    state: '`running` until every row has an outcome.',
    startedAt: 'When it was asked for.',
    by: 'Staff id of who imports.',
    fileName: 'As it was sent.',
    encoding: 'How the file was read.',
    rows: 'Contracts in the file.',
    done: 'Rows that have an outcome. Of a dry run fewer than `rows` when comparing them took too long; the others were read, and found sound.',
    counts: 'How many rows had which outcome so far.',
    unknownColumns: 'Headers that stand for nothing here: their cells were not read.',
    absentColumns: 'Columns that the file lacks, by the name that an export gives them: what they would say counts as empty.',
    wrong: 'Rows that are refused, the first 200 by line.',
  }),
  ImportCounts: object(answers.counts, 'How many rows had which outcome.', {
    created: 'Contracts that are new.',
    changed: 'Contracts with other terms than before.',
    unchanged: 'Contracts that said the same already.',
    refused: 'Rows that were not imported.',
  }),
  ImportedRow: object(answers.reportedRow, 'What became of one row of a file.', {
    line: 'Line of the file on which it begins, the header being on the first.',
    contractId: 'Number of the contract, as the file has it; missing where the line could not be read.',
    outcome: '`created`, `changed`, `unchanged`, or `refused`.',
    errors: 'Why it was refused.',
  }),
  WrongCell: object(answers.wrongCell, 'One wrong cell, or a wrong line.', {
    pointer: 'JSON Pointer into what `PUT /api/desk/contracts/{contractId}` would have got; empty where the whole line is meant.',
    column: 'Header of the column, as the file has it.',
    detail: 'A sentence for people, in the language of the request.',
    code: 'The same for programs; stable.',
  }),
  ImportRows: object(answers.importRows, 'A page of rows.', {
    items: 'In the order of the file; of a running import those that have an outcome.',
    nextCursor: 'Ask again with it as `cursor` for the next page; missing on the last one.',
  }),
};
