import { plus } from '../domain/kernel/time.ts';
import type { Case } from '../domain/case/model.ts';
import type { Policy } from '../domain/policy.ts';
import type { Links } from './ports.ts';

/** Where the customer follows a case: the same link every time it is asked for. */
export const trackingUrl = async (siteUrl: string, links: Links, policy: Policy, state: Case): Promise<string> =>
  `${siteUrl}/track/${state.caseId}?t=${await links.sign('track', state.caseId, plus(state.openedAt, policy.links.trackingSeconds * 1000))}`;
