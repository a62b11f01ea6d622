/** A cursor that was not given out by us, or not for this list. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
