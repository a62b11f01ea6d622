import { listed, type CommonKey } from '../../content/common/index.ts';
import type { DeskKey } from '../../content/desk/index.ts';
import type { Attachment, Channel, Locale } from '../../domain/case/model.ts';
import { formatMoney } from '../../content/format.ts';
import type { Translate } from '../../content/translator.ts';
import type { DeskCaseAnswer, Me, StoryLine } from './answers.ts';

/** What telling a story needs: words, and names of people. */
export interface Teller {
  readonly locale: Locale;
  readonly words: Translate<DeskKey>;
  readonly labels: Translate<CommonKey>;
  /** Name of a member of staff by user name, where it is known. */
  readonly nameOf: (id: string) => string | undefined;
  readonly customerName: string;
}

/** One line of a case's history in words. */
export interface Told {
  readonly version: number;
  readonly at: string;
  readonly side: 'customer' | 'staff' | 'system';
  /** Where it belongs: talk with the customer, or what only staff see. */
  readonly reach: 'customer' | 'internal';
  readonly title: string;
  /** What somebody wrote. */
  readonly text?: string | undefined;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly file?: Attachment | undefined;
  /** Names that the case is mentioned by, for a link to it. */
  readonly followUpOf?: string | undefined;
}

const BY_CUSTOMER: readonly Channel[] = ['web', 'email', 'chat', 'wechat'];

const person = (line: StoryLine, { words, nameOf, customerName }: Teller): string => {
  switch (line.by.role) {
    case 'customer':
      return customerName;
    case 'system':
      return words('who.system');
    case 'staff':
      return nameOf(line.by.id ?? '') ?? line.by.id ?? words('who.staff');
  }
};

/** A person with the group in which they acted. */
const byline = (line: StoryLine, teller: Teller): string => {
  const { group } = line.by;
  const who = person(line, teller);
  return group ? teller.words('who.as', { who, group: teller.labels(`group.${group}`) }) : who;
};

type Tale = Pick<Told, 'title' | 'reach'> & Partial<Pick<Told, 'text' | 'facts' | 'file' | 'followUpOf'>>;

const tale = (line: StoryLine, teller: Teller): Tale => {
  const { words, labels, locale } = teller;
  const who = person(line, teller);
  const open = { reach: 'customer' } as const;
  const internal = { reach: 'internal' } as const;
  switch (line.type) {
    case 'opened': {
      const { channel, description, desiredRemedy, followUpOf } = line.data;
      const title = line.by.role === 'staff' && !BY_CUSTOMER.includes(channel) ? 'story.openedFor' : 'story.opened';
      const facts = desiredRemedy ? [{ label: words('field.desiredRemedy'), value: desiredRemedy }] : [];
      return { ...open, title: words(title, { who, channel: labels(`channel.${channel}`) }), text: description, facts, followUpOf };
    }
    case 'classified': {
      const { category, priority, safety, segment, contract, region } = line.data;
      const facts = [
        { label: words('field.category'), value: labels(`category.${category}`) },
        { label: words('field.priority'), value: labels(`priority.${priority}`) },
        ...(safety ? [{ label: words('flag.safety'), value: words('field.safety') }] : []),
        ...(segment ? [{ label: words('field.segment'), value: segmentName(segment, words) }] : []),
        ...(contract ? [{ label: words('field.contract'), value: contract }] : []),
        ...(region ? [{ label: words('field.region'), value: labels(`region.${region}`) }] : []),
      ];
      return { ...internal, title: words('story.classified', { who }), facts };
    }
    case 'assigned': {
      const taken = line.by.id === line.data.owner;
      return { ...internal, title: words(taken ? 'story.taken' : 'story.assigned', { who, owner: line.data.ownerName }) };
    }
    case 'replied':
      return { ...open, title: words('story.replied', { who }), text: line.data.message };
    case 'wrote':
      return { ...open, title: words('story.wrote', { who }), text: line.data.message };
    case 'noted':
      return { ...internal, title: words('story.noted', { who }), text: line.data.note };
    case 'attached':
      return { ...open, title: words('story.attached', { who }), file: line.data };
    case 'held': {
      const reason = line.data.note ?? labels(`holdReason.${line.data.reason}`);
      return { reach: line.data.message ? 'customer' : 'internal', title: words('story.held', { who, reason }), text: line.data.message };
    }
    case 'resumed':
      return { ...internal, title: words('story.resumed', { who }) };
    case 'extended': {
      const { days, approval, reasons } = line.data;
      const approved = approval ? [{ label: words('field.approvedBy'), value: byline(line, teller) }] : [];
      return { ...open, title: words('story.extended', { who, days }), text: reasons, facts: approved };
    }
    case 'found':
      return {
        ...internal,
        title: words('story.found', { who }),
        text: line.data.text,
        facts: [{ label: words('field.rootCause'), value: listed(locale, 'rootCause', line.data.rootCause) }],
      };
    case 'offered': {
      const { remedy, amount, reasons, needsApproval } = line.data;
      const title = words(needsApproval ? 'story.proposed' : 'story.offered', { who, remedy: listed(locale, 'remedy', remedy) });
      const facts = amount ? [{ label: words('field.amount'), value: formatMoney(amount, locale) }] : [];
      return { reach: needsApproval ? 'internal' : 'customer', title, text: reasons, facts };
    }
    case 'approved':
      return { ...open, title: words('story.approved', { who }) };
    case 'declined':
      return { ...internal, title: words('story.declined', { who }), text: line.data.reasons };
    case 'refused':
      return {
        ...open,
        title: words('story.refused', { who }),
        text: line.data.reasons,
        facts: [{ label: words('field.rule'), value: line.data.rule }],
      };
    case 'accepted':
      return { ...open, title: words('story.accepted', { who }) };
    case 'rejected':
      return { ...open, title: words(`story.rejected.${line.data.to}`, { who }), text: line.data.reason };
    case 'received':
      return { ...open, title: words('story.received', { who }), text: line.data.note };
    case 'fulfilled':
      return {
        ...open,
        title: words('story.fulfilled', { who }),
        facts: [{ label: words('field.reference'), value: line.data.reference }],
      };
    case 'answered':
      return { ...open, title: words('story.answered', { who }), text: line.data.comment, facts: surveyFacts(line.data, teller) };
    case 'escalated':
      return { ...internal, title: words('story.escalated', { who }), text: line.data.reason };
    case 'withdrawn':
      return { ...open, title: words('story.withdrawn', { who }), text: line.data.reason };
    case 'expired':
      return { ...open, title: words('story.expired') };
    case 'finished':
      return { ...open, title: words('story.finished') };
    case 'reopened':
      return { ...open, title: words('story.reopened', { who }), text: line.data.reason };
  }
};

/** A customer segment: in words when the desk knows it, else as somebody wrote it. */
export const segmentName = (segment: string, words: Translate<DeskKey>): string =>
  segment === 'vip' || segment === 'standard' ? words(`segment.${segment}`) : segment;

/** Scores of a survey as facts: outcome and handling of 5, recommendation of 10. */
export const surveyFacts = (
  { outcome, handling, recommend }: { readonly outcome: number; readonly handling: number; readonly recommend: number },
  { words }: Pick<Teller, 'words'>,
): Told['facts'] => [
  { label: words('case.surveyOutcome'), value: words('case.surveyOf', { score: outcome, max: 5 }) },
  { label: words('case.surveyHandling'), value: words('case.surveyOf', { score: handling, max: 5 }) },
  { label: words('case.surveyRecommend'), value: words('case.surveyOf', { score: recommend, max: 10 }) },
];

/** One event in words. */
export const tell = (line: StoryLine, teller: Teller): Told => ({
  version: line.version,
  at: line.at,
  side: line.by.role,
  facts: [],
  ...tale(line, teller),
});

/** Names of staff, from everybody who is known here: the directory, the reader, and owners named in the history. */
export const namesOf = (staff: readonly Me[], history: readonly StoryLine[]): ((id: string) => string | undefined) => {
  const names = new Map<string, string>();
  for (const line of history) if (line.type === 'assigned') names.set(line.data.owner, line.data.ownerName);
  for (const { id, name } of staff) names.set(id, name);
  return (id) => names.get(id);
};

/** What happened after a version: shown to somebody whose form is older than the case. */
export const since = (of: Pick<DeskCaseAnswer, 'history'>, version: number): readonly StoryLine[] =>
  of.history.filter((line) => line.version > version);
