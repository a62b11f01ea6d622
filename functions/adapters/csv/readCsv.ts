import { CsvError, parse } from 'csv-parse/sync';
import { columnOf } from '../../domain/contract/import/columns.ts';
import type { Table } from '../../domain/contract/import/file.ts';
import type { Row } from '../../domain/contract/import/row.ts';

const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Bytes of one row at most: a quotation mark that is never closed would take all rows below it. */
const ROW_BYTES = 10_000;

/** Bytes that are handed to the library at once, so that a file full of faults is not read anew from each of them to its end. */
const WINDOW_BYTES = 20 * ROW_BYTES;

const LF = 10;
const CR = 13;

/** Where each line begins, in bytes. */
const lineStarts = (bytes: Buffer): readonly number[] => {
  const starts = [0];
  for (let n = 0; n < bytes.length; n += 1) if (bytes[n] === LF || (bytes[n] === CR && bytes[n + 1] !== LF)) starts.push(n + 1);
  return starts;
};

interface Found {
  readonly cells: readonly string[];
  /** Bytes from its begin to that of the next row. */
  readonly size: number;
}

const isCells = (value: unknown): value is readonly string[] => Array.isArray(value);

/** Ends the library's reading. */
class Stop extends Error {}

/** Hands on rows until one is not wanted, or to the first fault. True at the end of the bytes. */
const eachSoundRow = (bytes: Buffer, delimiter: Delimiter, take: (row: Found) => boolean): boolean => {
  let last = 0;
  try {
    parse(bytes, {
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: ROW_BYTES,
      on_record: (cells: unknown, { bytes: end }) => {
        if (!isCells(cells) || !take({ cells, size: end - last })) throw new Stop();
        last = end;
        return null; // kept by `take`: the library would lose them at the first fault
      },
    });
    return true;
  } catch (error) {
    if (error instanceof CsvError || error instanceof Stop) return false;
    throw error;
  }
};

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * Every row with its line. A row that is broken by its quotation marks is `broken`, and reading goes on with the line below it. So it does after a row over
 * several lines that has another number of cells than the header: most likely a quotation mark too many took the next lines with it.
 */
const allRows = (bytes: Buffer, delimiter: Delimiter, linesBefore: number): readonly Row[] => {
  const starts = lineStarts(bytes);
  const rows: Row[] = [];
  let at = 0;
  let index = 0; // of the line that begins at `at`
  let width = 0;
  const goTo = (next: number): void => {
    at = next;
    while ((starts[index] ?? Infinity) < at) index += 1;
  };
  while (at < bytes.length) {
    const until = Math.min(at + WINDOW_BYTES, bytes.length);
    const isDone = eachSoundRow(bytes.subarray(at, until), delimiter, ({ cells, size }) => {
      if (until < bytes.length && at + size >= until) return false; // the window may cut it off
      if (width > 0 && cells.length !== width && at + size > (starts[index + 1] ?? Infinity)) return false;
      if (!isEmpty(cells)) rows.push({ line: linesBefore + index + 1, cells });
      width ||= isEmpty(cells) ? 0 : cells.length;
      goTo(at + size);
      return true;
    });
    if (isDone) break;
    if (until < bytes.length && until - at <= ROW_BYTES) continue; // goes on with a window that begins here
    rows.push({ line: linesBefore + index + 1, cells: [], broken: 'csv-quote' });
    goTo(starts[index + 1] ?? bytes.length);
  }
  return rows;
};

/** Cells of the first row that are known as headers, by which the delimiter is guessed. */
const knownCells = (bytes: Buffer, delimiter: Delimiter): number => {
  let known = 0;
  eachSoundRow(bytes.subarray(0, ROW_BYTES), delimiter, ({ cells }) => {
    known = cells.filter((cell) => columnOf(cell)).length;
    return isEmpty(cells);
  });
  return known;
};

/** A first line by which spreadsheets tell each other the delimiter. */
const SEPARATOR_LINE = /^sep=([,;\t])(?:\r\n|\n|\r)/i;

/** Tells the cells of a text apart. Empty rows are left out. */
export const readCsv = (text: string): Table => {
  const [separatorLine = '', said] = SEPARATOR_LINE.exec(text) ?? [];
  const bytes = Buffer.from(text.slice(separatorLine.length));
  const known = DELIMITERS.map((delimiter) => knownCells(bytes, delimiter));
  const guessed = DELIMITERS[known.indexOf(Math.max(...known))];
  const [header, ...rows] = allRows(bytes, DELIMITERS.find((one) => one === said) ?? guessed ?? ',', said === undefined ? 0 : 1);
  return { header: header?.cells, rows };
};
