import type { StaffDirectory } from './ports.ts';

/** Names of staff by user name. */
export const staffNames = async (directory: StaffDirectory): Promise<ReadonlyMap<string, string>> =>
  new Map((await directory.list()).map(({ id, name }) => [id, name]));
