import { noticeOrder, type NoticeOrder } from '../domain/case/consequences.ts';
import type { Assignee } from '../domain/case/decideStaff.ts';
import type { Case } from '../domain/case/model.ts';
import { noticesReached } from '../domain/case/notices.ts';
import type { Recipient, RuleBook } from '../domain/clocks/rules.ts';
import type { Instant } from '../domain/kernel/time.ts';
import type { Hashes, StaffDirectory } from './ports.ts';

/** Who stands in where nobody is there to be told. */
const STANDS_IN: Readonly<Partial<Record<Recipient, Recipient>>> = { owner: 'supervisor', department: 'supervisor', supervisor: 'admin' };

const peopleFor = (to: Recipient, state: Case, staff: readonly Assignee[]): readonly Assignee[] => {
  const people = staff.filter((person) => (to === 'owner' ? person.id === state.owner : person.groups.includes(to)));
  const next = STANDS_IN[to];
  return people.length > 0 || !next ? people : peopleFor(next, state, staff);
};

/** The mails to staff that the clocks of a case call for by `now` (F23). Asked again, they are the same: the sender sends each once. */
export const noticeOrders = async (
  { directory, hashes }: { readonly directory: StaffDirectory; readonly hashes: Hashes },
  state: Case,
  books: readonly RuleBook[],
  now: Instant,
): Promise<readonly NoticeOrder[]> => {
  const notices = noticesReached(state, books, now);
  if (notices.length === 0) return [];
  const staff = await directory.list();
  const orders = notices.flatMap((notice) =>
    peopleFor(notice.to, state, staff).map(async ({ id, name, locale }) =>
      noticeOrder(state.caseId, notice, { email: id, name, locale }, await hashes.hash('command', id)),
    ),
  );
  return Promise.all(orders);
};
