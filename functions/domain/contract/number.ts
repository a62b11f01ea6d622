/** Characters of a contract number: those that an address of the API carries as they are. */
const NUMBER = /^(?=.*[A-Za-z0-9])[A-Za-z0-9._-]{1,64}$/;

/** Names that stand for something else where the addresses of contracts are. */
const TAKEN = ['imports', 'export'];

/** True for a contract number of the house: 1 to 64 letters, digits, `.`, `_` and `-`, one letter or digit at least, as `..` is no name in an address. */
export const isContractNumber = (text: string): boolean => NUMBER.test(text) && !TAKEN.includes(text);
