const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The case number made from a hash (base64url, at least 14 characters): `AC-XXXXX-XXXXX`, without the letters and digits that are confused on the phone.
 * 31^10 numbers: among a million cases the chance of any clash is below 0.1 %; a clash is met at writing.
 */
export const caseNumber = (hash: string): string => {
  let rest = Array.from(hash).reduce((number, digit) => number * 64n + BigInt(BASE64URL.indexOf(digit)), 0n);
  let text = '';
  while (text.length < LENGTH) {
    text += ALPHABET.charAt(Number(rest % 31n));
    rest /= 31n;
  }
  return `AC-${text.slice(0, 5)}-${text.slice(5)}`;
};

/** The form of a case number. */
export const CASE_NUMBER = /^AC-[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/;
