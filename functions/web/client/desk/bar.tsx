import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { typedCaseNumber } from '../../desk/caseNumber.ts';
import { hashOf, type Route } from '../../desk/routes.ts';
import type { Desk } from './context.ts';
import { MOST_COUNTED } from './tasksDue.ts';

interface BarProps {
  readonly desk: Desk;
  readonly route: Route;
  readonly lastQueue: Route;
  /** Tasks of this person to be done by today; one more than `MOST_COUNTED` when there are more. */
  readonly tasksDue: number;
  readonly consoleUrl?: string | undefined;
  readonly onSignOut: () => void;
}

const Find = ({ words }: Pick<Desk, 'words'>): JSX.Element => {
  const [typed, setTyped] = useState('');
  const open = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!typed.trim()) return;
    location.hash = hashOf({ screen: 'case', caseId: typedCaseNumber(typed) });
    setTyped('');
  };
  return (
    <form class="find" role="search" onSubmit={open}>
      <label class="unseen" for="find">
        {words('nav.find')}
      </label>
      <input
        id="find"
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={words('nav.find')}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="faint">
        {words('nav.findButton')}
      </button>
    </form>
  );
};

const DueCount = ({ count, words }: { readonly count: number } & Pick<Desk, 'words'>): JSX.Element => {
  const shown = count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count);
  return (
    <span class="count count-due">
      <span aria-hidden="true">{shown}</span>
      <span class="unseen">{words('nav.tasksDue', { count: shown })}</span>
    </span>
  );
};

/** The bar of the desk, in the header of the page: where to go, who is signed in. */
export const Bar = ({ desk, route, lastQueue, tasksDue, consoleUrl, onSignOut }: BarProps): JSX.Element => {
  const { words, labels, me } = desk;
  return (
    <>
      <nav class="desk-nav" aria-label={words('nav.label')}>
        <a href={hashOf(lastQueue)} aria-current={route.screen === 'queue' ? 'page' : undefined}>
          {words('nav.queues')}
        </a>
        <a href={hashOf({ screen: 'new' })} aria-current={route.screen === 'new' ? 'page' : undefined}>
          {words('nav.newCase')}
        </a>
        <a
          href={hashOf({ screen: 'contracts', filters: {} })}
          aria-current={['contracts', 'contract', 'new-contract', 'import'].includes(route.screen) ? 'page' : undefined}
        >
          {words('nav.contracts')}
        </a>
        <a href={hashOf({ screen: 'tasks' })} aria-current={route.screen === 'tasks' ? 'page' : undefined}>
          {words('nav.tasks')} {tasksDue > 0 && <DueCount count={tasksDue} words={words} />}
        </a>
        <a href={hashOf({ screen: 'attainment' })} aria-current={route.screen === 'attainment' ? 'page' : undefined}>
          {words('nav.attainment')}
        </a>
        <a href={hashOf({ screen: 'clocks', kind: 'due' })} aria-current={route.screen === 'clocks' ? 'page' : undefined}>
          {words('nav.clocks')}
        </a>
        <a href={hashOf({ screen: 'rules', tab: 'policies' })} aria-current={route.screen === 'rules' ? 'page' : undefined}>
          {words('nav.rules')}
        </a>
        <a href={hashOf({ screen: 'care-rules', tab: 'plans' })} aria-current={route.screen === 'care-rules' ? 'page' : undefined}>
          {words('nav.plans')}
        </a>
        {consoleUrl && (
          <a href={consoleUrl} target="_blank" rel="noreferrer">
            {words('nav.console')} <span aria-hidden="true">↗</span>
            <span class="unseen">{words('newWindow')}</span>
          </a>
        )}
      </nav>
      <Find words={words} />
      <div class="account">
        <span class="account-name">
          {me.name} <span class="account-role">{me.groups.map((group) => labels(`group.${group}`)).join(' · ')}</span>
        </span>
        <button type="button" class="faint" onClick={onSignOut}>
          {words('signOut')}
        </button>
      </div>
    </>
  );
};
