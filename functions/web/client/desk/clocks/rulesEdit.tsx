import type { JSX } from 'preact';
import { WEEKDAYS } from '../../../../domain/clocks/calendar.ts';
import { SERVICE_CLOCKS, type ClockRules, type RuleBook } from '../../../../domain/clocks/rules.ts';
import type { WrongField } from '../../../desk/answers.ts';
import { hashOf, type RuleTab } from '../../../desk/routes.ts';
import { changedParts, merged, rulesMistakes, rulesOf, type RulePart, type RulesDraft } from '../../../desk/rulesDraft.ts';
import { BookEdit } from '../books/bookEdit.tsx';
import type { BookKind, Editing } from '../books/editing.ts';
import { useDesk } from '../context.ts';
import { CalendarsEditor } from './calendars.tsx';
import { LawEditor } from './laws.tsx';
import { MilestoneEditor } from './milestones.tsx';
import { PolicyEditor } from './policies.tsx';
import { useClockWords } from './words.ts';

/** What a draft of the rules is kept as in this tab. */
export const RULES = 'rules';

/** How the rules by which clocks count are edited. */
const useClockBook = (): BookKind<ClockRules, RulesDraft> => {
  const { api } = useDesk();
  const words = useClockWords();
  const inWords = (parts: readonly RulePart[]): readonly string[] => parts.map((part) => words(`part.${part}`));
  return {
    load: api.rules,
    save: api.saveRules,
    rulesOf,
    mistakesOf: rulesMistakes,
    changed: (before, after) => inWords(changedParts(before, after)),
    meet: (base, mine, now) => {
      const { draft, theirs, both } = merged(base, mine, now);
      return { draft, theirs: inWords(theirs), both: inWords(both) };
    },
    effect: words('rules.recomputed'),
  };
};

interface RulesEditProps {
  readonly tab: Extract<RuleTab, 'policies' | 'calendars' | 'milestones'>;
  readonly editing: Editing<ClockRules, RulesDraft>;
  readonly onChange: (editing: Editing<ClockRules, RulesDraft>) => void;
  /** Somebody else's version turned up. */
  readonly onNewer: (book: RuleBook) => void;
  readonly onSaved: (book: RuleBook) => void;
  readonly onCancel: () => void;
}

const PART_TAB = { policies: 'policies', calendars: 'calendars', region: 'calendars', milestones: 'milestones', laws: 'policies' } as const;

/** The tab on which a mistake can be mended. */
const tabOf = (pointer: string): RulesEditProps['tab'] | undefined => {
  const part = pointer.split('/')[2];
  return part === 'policies' || part === 'calendars' || part === 'region' || part === 'milestones' || part === 'laws'
    ? PART_TAB[part]
    : undefined;
};

/** The rules being edited by an admin, tab by tab, saved as a whole. */
export const RulesEdit = ({ tab, editing, onChange, ...rest }: RulesEditProps): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  const kind = useClockBook();
  const { draft } = editing;
  const put = (next: RulesDraft): void => onChange({ ...editing, draft: next });

  const reach = (pointer: string): void => {
    const place = tabOf(pointer);
    if (place && place !== tab) location.hash = hashOf({ screen: 'rules', tab: place });
  };
  const placeOf = (pointer: string): string | undefined => {
    const [, , part, name = '', field, detail] = pointer.split('/');
    const within = (whole: string, one: string | undefined): string => (one ? `${whole} · ${one}` : whole);
    if (part === 'policies') {
      const clock = SERVICE_CLOCKS.find((one) => field === 'targets' && one === detail);
      return within(draft.policies[Number(name || NaN)]?.name ?? words('rules.policies'), clock && deskWords(`clock.${clock}`));
    }
    if (part === 'calendars') {
      const day = WEEKDAYS.find((one) => field === 'weekly' && one === detail);
      return within(name.replaceAll('~1', '/').replaceAll('~0', '~') || words('rules.calendars'), day && words(`weekday.${day}`));
    }
    return part === 'milestones' ? words('rules.milestones') : undefined;
  };
  const openTab = (found: readonly WrongField[]): void => {
    const first = found.map(({ pointer }) => tabOf(pointer)).find((one) => one !== undefined);
    if (first && !found.some(({ pointer }) => tabOf(pointer) === tab)) location.hash = hashOf({ screen: 'rules', tab: first });
  };
  return (
    <BookEdit {...rest} kind={kind} editing={editing} onChange={onChange} placeOf={placeOf} reach={reach} onWrongs={openTab}>
      {tab === 'policies' && <PolicyEditor draft={draft} onChange={put} />}
      {tab === 'policies' && <LawEditor draft={draft} onChange={put} />}
      {tab === 'calendars' && <CalendarsEditor draft={draft} onChange={put} />}
      {tab === 'milestones' && <MilestoneEditor draft={draft} onChange={put} />}
    </BookEdit>
  );
};
