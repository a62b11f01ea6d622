import type { LegalClock, PossibleExtension } from './clocks.ts';
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
  'extend',
] as const;
export type Action = (typeof ACTIONS)[number];

const ANYTIME: readonly Action[] = ['assign', 'classify', 'respond', 'note', 'escalate', 'extend'];

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
const OWNERS: readonly Action[] = ['hold', 'resume', 'findings', 'offer', 'refuse', 'receive', 'fulfil', 'extend'];

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

/** Where the law asks for the approval of somebody above: a lead who neither owns the case nor extended it before. */
const mayApproveExtension = ({ owner, extensions }: Case, staff: Staff): boolean =>
  leads(staff) && owner !== staff.id && extensions.every(({ by }) => by.id !== staff.id);

/** The extension that the statutory periods of a case allow next, if any. */
export const nextExtension = (legal: readonly LegalClock[]): PossibleExtension | undefined =>
  legal.find(({ extendable }) => extendable)?.extendable;

const fits = (state: Case, staff: Staff, action: Action, legal: readonly LegalClock[]): boolean => {
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
    case 'extend': {
      const extension = nextExtension(legal);
      return extension !== undefined && (!extension.approval || mayApproveExtension(state, staff));
    }
    case 'receive':
      return !state.receivedAt && GOODS_COME_BACK.includes(state.offer?.remedy ?? '');
    default:
      return true;
  }
};

/** What this person may do with this case now, whose statutory periods are `legal`; everything else is neither offered nor taken. */
export const allowedActions = (state: Case, staff: Staff, legal: readonly LegalClock[]): readonly Action[] =>
  AT_POSITION[positionOf(state)].filter((action) => mayEver(staff, action) && fits(state, staff, action, legal));
