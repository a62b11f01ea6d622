import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { mayEditRules } from '../../../../domain/case/permissions.ts';
import type { RuleBook } from '../../../../domain/clocks/rules.ts';
import { hashOf, RULE_TABS, type RuleTab } from '../../../desk/routes.ts';
import { rulesDraft } from '../../../desk/rulesDraft.ts';
import { FailureNotice, Loading, When } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { useHeadingFocus, useRules } from '../hooks.ts';
import { CalendarList } from './calendars.tsx';
import { Holidays, MissingYears } from './holidays.tsx';
import { LawList } from './laws.tsx';
import { MilestoneList } from './milestones.tsx';
import { PolicyList } from './policies.tsx';
import { keepEditing, keptEditing, RulesEdit, type Editing } from './rulesEdit.tsx';
import { useStaffName, Versions } from './versions.tsx';
import { useClockWords } from './words.ts';

interface BookProps {
  readonly book: RuleBook;
  readonly tab: RuleTab;
  readonly onSaved: (book: RuleBook) => void;
}

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
      return <Versions current={book.version} />;
  }
};

const Book = ({ book, tab, onSaved }: BookProps): JSX.Element => {
  const { me } = useDesk();
  const words = useClockWords();
  const nameOf = useStaffName();
  const [editing, setEditing] = useState<Editing | undefined>(() => (mayEditRules(me) ? keptEditing() : undefined));
  const edit = (next: Editing | undefined): void => {
    setEditing(next);
    keepEditing(next);
  };
  const editable = tab === 'policies' || tab === 'calendars' || tab === 'milestones';
  return (
    <>
      <p class="rules-version small">
        {words('versions.version', { version: book.version })}
        {book.by && (
          <>
            {' · '}
            {nameOf(book.by)} · <When at={book.at} />
          </>
        )}
      </p>
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
