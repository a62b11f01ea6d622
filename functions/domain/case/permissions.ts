import { positionOf, type Position } from './evolve.ts';
import type { Case, Group } from './model.ts';

/** A signed-in member of staff. */
export interface Staff {
  /** Cognito user name. */
  readonly id: string;
  readonly name: string;
  readonly groups: readonly Group[];
}

/** What staff do with a case (contract.md, desk). */
export const ACTIONS = [
  'assign',
  'classify',
  'respond',
  'note',
  'hold',
  'resume',
  'findings',
  'offer',
  'approve',
  'decline',
  'refuse',
  'receive',
  'fulfil',
  'reopen',
  'escalate',
] as const;
export type Action = (typeof ACTIONS)[number];

const ANYTIME: readonly Action[] = ['assign', 'classify', 'respond', 'note', 'escalate'];

const AT_POSITION: Readonly<Record<Position, readonly Action[]>> = {
  intake: [...ANYTIME, 'hold'],
  investigation: [...ANYTIME, 'hold', 'findings'],
  offer: [...ANYTIME, 'hold', 'offer', 'refuse'],
  approval: [...ANYTIME, 'approve', 'decline'],
  review: [...ANYTIME, 'hold', 'offer', 'refuse'],
  decision: ANYTIME,
  fulfilment: [...ANYTIME, 'hold', 'receive', 'fulfil'],
  feedback: ['respond', 'note', 'reopen'],
  closed: ['note', 'reopen'],
  'on-hold': [...ANYTIME, 'resume'],
};

const GROUP_MAY: Readonly<Record<Group, readonly Action[]>> = {
  agent: ACTIONS.filter((action) => action !== 'approve' && action !== 'decline'),
  department: ['note'],
  supervisor: ACTIONS,
  auditor: [],
  admin: ACTIONS,
};

/** What only the owner of the case, or a supervisor, does: one accountable owner for each case (F13). */
const OWNERS: readonly Action[] = ['hold', 'resume', 'findings', 'offer', 'refuse', 'receive', 'fulfil'];

/** Remedies for which goods come back to us before we fulfil (F43). */
export const GOODS_COME_BACK: readonly string[] = ['exchange', 'return-refund', 'repair'];

const leads = (staff: Staff): boolean => staff.groups.some((group) => group === 'supervisor' || group === 'admin');

/** True when one of the person's groups may ever do this (F75): else it is forbidden whatever the case. */
export const mayEver = (staff: Staff, action: Action): boolean => staff.groups.some((group) => GROUP_MAY[group].includes(action));

/** True when this person may change the rules by which clocks count. */
export const mayEditRules = ({ groups }: Staff): boolean => groups.includes('admin');

/** True when staff may own cases. */
export const mayOwn = (groups: readonly Group[]): boolean =>
  groups.some((group) => group === 'agent' || group === 'supervisor' || group === 'admin');

const fits = (state: Case, staff: Staff, action: Action): boolean => {
  if (OWNERS.includes(action) && state.owner !== staff.id && !leads(staff)) return false;
  switch (action) {
    case 'findings':
      return state.owner !== undefined;
    case 'offer':
    case 'refuse':
      return state.step !== 'review' || (leads(staff) && !state.formerOwners.includes(staff.id));
    case 'approve':
    case 'decline':
      return state.offer?.by.id !== staff.id;
    case 'receive':
      return !state.receivedAt && GOODS_COME_BACK.includes(state.offer?.remedy ?? '');
    default:
      return true;
  }
};

/** What this person may do with this case now; everything else is neither offered nor taken. */
export const allowedActions = (state: Case, staff: Staff): readonly Action[] =>
  AT_POSITION[positionOf(state)].filter((action) => mayEver(staff, action) && fits(state, staff, action));
