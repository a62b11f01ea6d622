import type { JSX } from 'preact';
import { mayEditRules } from '../../../../domain/case/permissions.ts';
import type { ClockRules, RuleBook } from '../../../../domain/clocks/rules.ts';
import { hashOf, RULE_TABS, type RuleTab } from '../../../desk/routes.ts';
import { rulesDraft, type RulesDraft } from '../../../desk/rulesDraft.ts';
import { FailureNotice, Loading } from '../bits.tsx';
import { BookHead } from '../books/bookHead.tsx';
import { useEditing } from '../books/editing.ts';
import { Versions } from '../books/versions.tsx';
import { useDesk } from '../context.ts';
import { useHeadingFocus, useRules } from '../hooks.ts';
import { CalendarList } from './calendars.tsx';
import { Holidays, MissingYears } from './holidays.tsx';
import { LawList } from './laws.tsx';
import { MilestoneList } from './milestones.tsx';
import { PolicyList } from './policies.tsx';
import { RULES, RulesEdit } from './rulesEdit.tsx';
import { useClockWords } from './words.ts';

interface BookProps {
  readonly book: RuleBook;
  readonly tab: RuleTab;
  readonly onSaved: (book: RuleBook) => void;
}

const RulesVersionList = ({ current }: { readonly current: number }): JSX.Element => {
  const { api } = useDesk();
  return <Versions name={RULES} current={current} load={api.rulesVersions} text={useClockWords()('versions.text')} />;
};

const Shown = ({ book, tab, onSaved }: BookProps): JSX.Element => {
  switch (tab) {
    case 'policies':
      return (
        <>
          <PolicyList policies={book.rules.policies} />
          <LawList laws={book.rules.laws} />
        </>
      );
    case 'calendars':
      return <CalendarList calendars={book.rules.calendars} region={book.rules.region} />;
    case 'milestones':
      return <MilestoneList milestones={book.rules.milestones} />;
    case 'holidays':
      return <Holidays book={book} onSaved={onSaved} />;
    case 'versions':
      return <RulesVersionList current={book.version} />;
  }
};

const Book = ({ book, tab, onSaved }: BookProps): JSX.Element => {
  const { me } = useDesk();
  const words = useClockWords();
  const [editing, edit] = useEditing<ClockRules, RulesDraft>(RULES);
  const editable = tab === 'policies' || tab === 'calendars' || tab === 'milestones';
  return (
    <>
      <BookHead book={book} />
      <MissingYears book={book} here={tab === 'holidays'} />
      {mayEditRules(me) && editable && !editing && (
        <p>
          <button type="button" class="quiet" onClick={() => edit({ base: book, draft: rulesDraft(book.rules), note: '' })}>
            {words('rules.edit')}
          </button>
        </p>
      )}
      {editing && !editable && <p class="box box-info">{words('rules.editingElsewhere')}</p>}
      {editing && editable ? (
        <RulesEdit
          tab={tab}
          editing={editing}
          onChange={edit}
          onNewer={onSaved}
          onSaved={(saved) => {
            edit(undefined);
            onSaved(saved);
          }}
          onCancel={() => edit(undefined)}
        />
      ) : (
        <Shown book={book} tab={tab} onSaved={onSaved} />
      )}
    </>
  );
};

/** The rules by which clocks count: everybody reads them, an admin edits them, by versions (F15, F24). */
export const RulesPage = ({ tab }: { readonly tab: RuleTab }): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useClockWords();
  const rules = useRules();
  const heading = useHeadingFocus('rules', `${words('rules.title')} · ${deskWords('title')}`);
  return (
    <div class="clocks-page">
      <h1 ref={heading} tabIndex={-1}>
        {words('rules.title')}
      </h1>
      <nav class="tabs" aria-label={words('rules.title')}>
        {RULE_TABS.map((one) => (
          <a key={one} href={hashOf({ screen: 'rules', tab: one })} class="tab" aria-current={one === tab ? 'page' : undefined}>
            {words(`rules.${one}`)}
          </a>
        ))}
      </nav>
      {rules.failure && <FailureNotice failure={rules.failure} again={() => void rules.reload()} />}
      {!rules.value && !rules.failure && <Loading />}
      {rules.value && <Book book={rules.value} tab={tab} onSaved={rules.put} />}
    </div>
  );
};
