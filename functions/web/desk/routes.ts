import { STAGES, type Stage } from '../../domain/case/model.ts';
import { QUEUES, type Queue } from './answers.ts';
import { filterQuery, filtersIn, type ContractFilters } from './contractSearch.ts';
import { PREVIEWS, type PreviewKind } from './previewForm.ts';
import { WHOSE, type Whose } from './taskGroups.ts';

/** Parts of the page of the rules. */
export const RULE_TABS = ['policies', 'calendars', 'milestones', 'holidays', 'versions'] as const;
export type RuleTab = (typeof RULE_TABS)[number];

/** Parts of the page of the service plans. */
export const CARE_TABS = ['plans', 'versions'] as const;
export type CareTab = (typeof CARE_TABS)[number];

/** A screen of the desk; it stands in the hash of the address, so that every screen has a link of its own. */
export type Route =
  | { readonly screen: 'queue'; readonly queue: Queue; readonly stage?: Stage | undefined }
  | { readonly screen: 'case'; readonly caseId: string }
  | { readonly screen: 'new' }
  | { readonly screen: 'clocks'; readonly kind: PreviewKind }
  | { readonly screen: 'rules'; readonly tab: RuleTab }
  | { readonly screen: 'contracts'; readonly filters: ContractFilters }
  | { readonly screen: 'contract'; readonly contractId: string }
  | { readonly screen: 'new-contract' }
  | { readonly screen: 'import'; readonly importId?: string | undefined }
  /** Missing: what suits the role. */
  | { readonly screen: 'tasks'; readonly whose?: Whose | undefined }
  | { readonly screen: 'care-rules'; readonly tab: CareTab }
  | { readonly screen: 'care-figures'; readonly month?: string | undefined }
  | { readonly screen: 'attainment'; readonly from?: string | undefined; readonly to?: string | undefined };

const START: Route = { screen: 'queue', queue: 'mine' };

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

/** The screen that a hash names; anything unknown is the first queue. */
export const routeOf = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [head, rest = '', part] = path.split('/');
  if (head === 'new') return { screen: 'new' };
  if (head === 'clocks') return { screen: 'clocks', kind: PREVIEWS.find((one) => one === rest) ?? 'due' };
  if (head === 'rules') return { screen: 'rules', tab: RULE_TABS.find((one) => one === rest) ?? 'policies' };
  if (head === 'attainment') {
    const months = new URLSearchParams(query);
    return { screen: 'attainment', from: months.get('from') ?? undefined, to: months.get('to') ?? undefined };
  }
  if (head === 'tasks') return { screen: 'tasks', whose: WHOSE.find((one) => one === rest) };
  if (head === 'care' && rest === 'rules') return { screen: 'care-rules', tab: CARE_TABS.find((one) => one === part) ?? 'plans' };
  if (head === 'care' && rest === 'figures') return { screen: 'care-figures', month: new URLSearchParams(query).get('month') ?? undefined };
  if (head === 'contracts') return { screen: 'contracts', filters: filtersIn(new URLSearchParams(query)) };
  if (head === 'new-contract') return { screen: 'new-contract' };
  if (head === 'import') return { screen: 'import', importId: decoded(rest) || undefined };
  if (head === 'contract') {
    const contractId = decoded(rest)?.trim();
    return contractId ? { screen: 'contract', contractId } : { screen: 'contracts', filters: {} };
  }
  if (head === 'cases') {
    const caseId = decoded(rest)?.trim();
    return caseId ? { screen: 'case', caseId } : START;
  }
  const queue = QUEUES.find((one) => one === rest);
  if (head !== 'queues' || !queue) return START;
  const stage = new URLSearchParams(query).get('stage');
  return { screen: 'queue', queue, stage: STAGES.find((one) => one === stage) };
};

/** The hash of a screen, for links. */
export const hashOf = (route: Route): string => {
  switch (route.screen) {
    case 'queue':
      return `#/queues/${route.queue}${route.stage ? `?stage=${route.stage}` : ''}`;
    case 'case':
      return `#/cases/${encodeURIComponent(route.caseId)}`;
    case 'new':
      return '#/new';
    case 'clocks':
      return `#/clocks/${route.kind}`;
    case 'rules':
      return `#/rules/${route.tab}`;
    case 'contracts':
      return `#/contracts${filterQuery(route.filters)}`;
    case 'contract':
      return `#/contract/${encodeURIComponent(route.contractId)}`;
    case 'new-contract':
      return '#/new-contract';
    case 'import':
      return `#/import${route.importId ? `/${encodeURIComponent(route.importId)}` : ''}`;
    case 'tasks':
      return `#/tasks${route.whose ? `/${route.whose}` : ''}`;
    case 'care-rules':
      return `#/care/rules${route.tab === 'plans' ? '' : `/${route.tab}`}`;
    case 'care-figures':
      return `#/care/figures${route.month ? `?month=${encodeURIComponent(route.month)}` : ''}`;
    case 'attainment': {
      const { from, to } = route;
      const query = new URLSearchParams({ ...(from && { from }), ...(to && { to }) }).toString();
      return `#/attainment${query && `?${query}`}`;
    }
  }
};
