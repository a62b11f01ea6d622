import type { Policy } from '../../domain/policy.ts';
import type { Request } from '../../http/message.ts';
import { Problem } from '../../http/problem.ts';
import type { ContractStore } from '../../usecases/contractPorts.ts';
import type { CustomerBook } from '../../usecases/carePorts.ts';
import type { AddressBook, AttachmentStore, CaseStore, Hashes, LinkPurpose, Links, Now, RulesStore } from '../../usecases/ports.ts';

/** What the customer's endpoints need. */
export interface CustomerDeps {
  readonly cases: CaseStore;
  readonly contracts: Pick<ContractStore, 'load' | 'register' | 'append'>;
  readonly addresses: AddressBook;
  readonly customers: Pick<CustomerBook, 'consents' | 'keepConsent'>;
  readonly rules: Pick<RulesStore, 'since'>;
  readonly hashes: Hashes;
  readonly links: Links;
  readonly attachments: AttachmentStore;
  readonly policy: Policy;
  readonly now: Now;
  /** The address under which people reach the site. */
  readonly siteUrl: string;
}

/** The subject of a signed link. Throws `not-found` for a token that is changed or for something else, `gone` for one that expired: same shape, no case data. */
export const subjectOf = async ({ links, now }: CustomerDeps, purpose: LinkPurpose, token: string): Promise<string> => {
  const verified = await links.verify(purpose, token, now());
  if (verified === 'invalid') throw new Problem('not-found');
  if (verified === 'expired') throw new Problem('gone');
  return verified.subject;
};

/** Checks that a token is the tracking link of this case. */
export const checkTracking = async (deps: CustomerDeps, caseId: string, token: string): Promise<void> => {
  if ((await subjectOf(deps, 'track', token)) !== caseId) throw new Problem('not-found');
};

/** The token of a program: `Authorization: Bearer TOKEN`. */
export const bearer = ({ headers }: Request): string => /^Bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? '';
