/** Most characters of each field (contract.md), told while one types; the door that parses has the last word. */
export const LIMITS = {
  subject: 200,
  description: 5000,
  desiredRemedy: 1000,
  productName: 200,
  orderNo: 100,
  serial: 100,
  name: 100,
  email: 254,
  phone: 40,
  message: 5000,
  reason: 2000,
  comment: 2000,
} as const;

/** Bytes of one file, told before somebody chooses it. */
export const FILE_BYTES = 4_000_000;

/** Kinds of files, for the file chooser. */
export const FILE_TYPES = 'image/jpeg,image/png,image/webp,application/pdf';
