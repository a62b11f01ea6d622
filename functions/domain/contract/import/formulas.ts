/** What spreadsheets take for the begin of a formula, in either width, behind any number of apostrophes that keep them from it. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** A cell that no spreadsheet runs: with an apostrophe in front of what would be a formula. The CSV library adds it where none is there yet. */
export const guarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? `'${cell}` : cell);

/** The cell without the apostrophe that an export, or somebody who knows spreadsheets, put before what looks like a formula. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);
