// Preloaded into every Lambda of the local cloud: `Date` follows the offset (seconds) in CLOCK_FILE.
'use strict';
const { readFileSync } = require('node:fs');

const RealDate = Date;
const REREAD_MS = 20; // a Lambda asks for the time often, the file changes rarely
let offsetMs = 0;
let readAt = -Infinity;

function movedNow() {
  const real = RealDate.now();
  if (real - readAt > REREAD_MS) {
    readAt = real;
    try {
      offsetMs = Number(readFileSync(process.env.CLOCK_FILE, 'utf8')) * 1000 || 0;
    } catch {
      // no file yet: the clock has not been moved, or is just being written
    }
  }
  return real + offsetMs;
}

/** The real `Date` in everything but the present moment; shares its prototype, so `instanceof` and subclasses work. */
function MovedDate(...given) {
  if (!new.target) return new RealDate(movedNow()).toString();
  const newTarget = new.target === MovedDate ? RealDate : new.target;
  return Reflect.construct(RealDate, given.length === 0 ? [movedNow()] : given, newTarget);
}
Object.setPrototypeOf(MovedDate, RealDate); // inherits Date.parse and Date.UTC
Object.defineProperty(MovedDate, 'name', { value: 'Date' });
MovedDate.prototype = RealDate.prototype;
MovedDate.now = movedNow;
RealDate.prototype.constructor = MovedDate;
globalThis.Date = MovedDate;
