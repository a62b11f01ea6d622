import type { Group } from '../../../functions/domain/case/model.ts';
import type { Staff } from '../../../functions/domain/case/permissions.ts';

const person = (id: string, ...groups: readonly Group[]): Staff => ({
  id,
  name: id.replace(/^./, (letter) => letter.toUpperCase()),
  groups,
});

/** Agents, who handle cases. */
export const lin = person('lin', 'agent');
export const wang = person('wang', 'agent');
export const sun = person('sun', 'agent');
/** Supervisors, who approve and review. */
export const chen = person('chen', 'supervisor');
export const zhao = person('zhao', 'supervisor');
/** One of each group that does not handle cases, and the administrator. */
export const depot = person('depot', 'department');
export const auditor = person('auditor', 'auditor');
export const admin = person('admin', 'admin');
