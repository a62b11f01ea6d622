import type { Policyholder } from './model.ts';

/** True for two texts that are there and differ in upper and lower case at most. */
export const alike = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a.toLowerCase() === b?.toLowerCase();

/** False when neither name, e-mail nor phone is the same: then it is somebody else. */
export const maybeSamePerson = (a: Policyholder, b: Policyholder): boolean =>
  alike(a.name, b.name) || alike(a.email, b.email) || alike(a.phone, b.phone);
