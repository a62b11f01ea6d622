import { mayOwn, type Staff } from '../case/permissions.ts';

/** True when this person may register and change contracts and report payments (F75): whoever may own them. All other staff read. */
export const mayKeepContracts = ({ groups }: Staff): boolean => mayOwn(groups);

/** True when this person may import and export contracts: a whole register at once is for those who answer for it. */
export const mayTransferContracts = ({ groups }: Staff): boolean => groups.some((group) => group === 'supervisor' || group === 'admin');
