const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;

/**
 * The case number made from a hash (hex, at least 20 digits): `AC-XXXXX-XXXXX`, without the letters and digits that are confused on the phone.
 * 31^10 numbers: among a million cases the chance of any clash is below 0.1 %; a clash is met at writing.
 */
export const caseNumber = (hash: string): string => {
  let rest = BigInt(`0x${hash.slice(0, 20)}`);
  let text = '';
  while (text.length < LENGTH) {
    text += ALPHABET.charAt(Number(rest % 31n));
    rest /= 31n;
  }
  return `AC-${text.slice(0, 5)}-${text.slice(5)}`;
};

/** The form of a case number. */
export const CASE_NUMBER = /^AC-[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/;
