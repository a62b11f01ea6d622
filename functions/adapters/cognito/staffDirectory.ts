import type { Group } from '../../domain/case/model.ts';
import type { Assignee } from '../../domain/case/decideStaff.ts';
import type { StaffDirectory } from '../../usecases/ports.ts';

/** Groups whose members own cases, or are told how cases stand. */
const LISTED: readonly Group[] = ['agent', 'supervisor', 'admin', 'department'];

/** How long a list of staff is taken as fresh: who joined shows up within a minute, and a page of cases asks once. */
const FRESH_MS = 60_000;

/** Staff as Cognito knows them. */
export const staffDirectory = (userPoolId: string): StaffDirectory => {
  let known: { readonly at: number; readonly staff: Promise<readonly Assignee[]> } | undefined;

  const everybody = async (): Promise<readonly Assignee[]> => {
    const { members } = await import('./members.ts'); // Cognito's client is loaded with the first list: most requests need no names
    const byId = new Map<string, Assignee>();
    for (const person of (await Promise.all(LISTED.map((group) => members(userPoolId, group)))).flat()) {
      const earlier = byId.get(person.id);
      byId.set(person.id, { ...person, groups: [...(earlier?.groups ?? []), ...person.groups] });
    }
    return [...byId.values()];
  };

  return {
    list() {
      if (known && performance.now() - known.at < FRESH_MS) return known.staff;
      const staff = everybody();
      known = { at: performance.now(), staff };
      staff.catch(() => (known = undefined));
      return staff;
    },
  };
};
