import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { CareBook, CareRules } from '../../../../domain/care/rules.ts';
import { mayEditRules } from '../../../../domain/case/permissions.ts';
import {
  careChanges,
  careDraft,
  careMistakes,
  careRulesOf,
  mergedCare,
  type CareChanges,
  type CareDraft,
} from '../../../desk/careDraft.ts';
import { CARE_TABS, hashOf, type CareTab } from '../../../desk/routes.ts';
import { FailureNotice, Loading } from '../bits.tsx';
import { BookEdit } from '../books/bookEdit.tsx';
import { BookHead } from '../books/bookHead.tsx';
import { useEditing, type BookKind } from '../books/editing.ts';
import { Versions } from '../books/versions.tsx';
import { useDesk } from '../context.ts';
import { useHeadingFocus, useLoaded } from '../hooks.ts';
import { careApi, type CareApi } from './careApi.ts';
import { PlansEdit, QuietEdit } from './planEdit.tsx';
import { PlanList, QuietHours } from './planView.tsx';
import { useCareWords } from './words.ts';

/** What a draft of the plans is kept as in this tab. */
const CARE = 'care-rules';

const REFRESH_SECONDS = 300;

const useApi = (): CareApi => {
  const { api } = useDesk();
  return useMemo(() => careApi(api), [api]);
};

/** How service plans are edited; `names` tells plans by their ids. */
const useCareBook = (nameOf: (id: string) => string): BookKind<CareRules, CareDraft> => {
  const api = useApi();
  const words = useCareWords();
  const inWords = ({ quiet, order, plans }: CareChanges): readonly string[] => [
    ...plans.map(nameOf),
    ...(order ? [words('part.order')] : []),
    ...(quiet ? [words('part.quiet')] : []),
  ];
  return {
    load: api.rules,
    save: api.save,
    rulesOf: careRulesOf,
    mistakesOf: careMistakes,
    changed: (before, after) => inWords(careChanges(before, after)),
    meet: (base, mine, now) => {
      const { draft, theirs, both } = mergedCare(base, mine, now);
      return { draft, theirs: inWords(theirs), both: inWords(both) };
    },
    effect: words('effect'),
  };
};

interface BookProps {
  readonly book: CareBook;
  readonly tab: CareTab;
  readonly onSaved: (book: CareBook) => void;
}

const POINT = /^\/rules\/plans\/(\d+)(?:\/touchpoints\/(\d+))?/;

const Plans = ({ book, onSaved }: Omit<BookProps, 'tab'>): JSX.Element => {
  const { me, locale } = useDesk();
  const words = useCareWords();
  const [editing, edit] = useEditing<CareRules, CareDraft>(CARE);
  const kind = useCareBook((id) => {
    const plan = editing?.draft.plans.find((one) => one.id === id) ?? book.rules.plans.find((one) => one.id === id);
    return plan?.name || words('plan.unnamed');
  });
  if (!editing)
    return (
      <>
        {mayEditRules(me) && (
          <p>
            <button type="button" class="quiet" onClick={() => edit({ base: book, draft: careDraft(book.rules), note: '' })}>
              {words('edit')}
            </button>
          </p>
        )}
        <PlanList plans={book.rules.plans} />
        <QuietHours quiet={book.rules.quiet} />
      </>
    );
  const { draft } = editing;
  const put = (next: CareDraft): void => edit({ ...editing, draft: next });
  const placeOf = (pointer: string): string | undefined => {
    if (pointer.startsWith('/rules/quiet')) return words('quiet.title');
    const [, plan, point] = POINT.exec(pointer) ?? [];
    const found = draft.plans[Number(plan ?? NaN)];
    const touchpoint = point === undefined ? undefined : found?.touchpoints[Number(point)];
    return [found?.name, touchpoint && (touchpoint.name[locale] || words('point.unnamed'))].filter(Boolean).join(' · ') || undefined;
  };
  return (
    <BookEdit
      kind={kind}
      editing={editing}
      onChange={edit}
      onNewer={onSaved}
      onSaved={(saved) => {
        edit(undefined);
        onSaved(saved);
      }}
      onCancel={() => edit(undefined)}
      placeOf={placeOf}
    >
      <PlansEdit draft={draft} onChange={put} />
      <QuietEdit draft={draft} onChange={put} />
    </BookEdit>
  );
};

/** Service plans: everybody reads them, an admin edits them, by versions (F58, F59, F61–F63). */
export const CareRulesPage = ({ tab }: { readonly tab: CareTab }): JSX.Element => {
  const { words: deskWords } = useDesk();
  const words = useCareWords();
  const api = useApi();
  const rules = useLoaded<CareBook>(CARE, api.rules, REFRESH_SECONDS);
  const heading = useHeadingFocus('care-rules', `${words('title')} · ${deskWords('title')}`);
  return (
    <div class="clocks-page care-page">
      <h1 ref={heading} tabIndex={-1}>
        {words('title')}
      </h1>
      <nav class="tabs" aria-label={words('title')}>
        {CARE_TABS.map((one) => (
          <a key={one} href={hashOf({ screen: 'care-rules', tab: one })} class="tab" aria-current={one === tab ? 'page' : undefined}>
            {words(`tab.${one}`)}
          </a>
        ))}
      </nav>
      {rules.failure && <FailureNotice failure={rules.failure} again={() => void rules.reload()} />}
      {!rules.value && !rules.failure && <Loading />}
      {rules.value && <BookHead book={rules.value} />}
      {rules.value && tab === 'plans' && <Plans book={rules.value} onSaved={rules.put} />}
      {rules.value && tab === 'versions' && (
        <Versions name={CARE} current={rules.value.version} load={api.versions} text={words('versions.text')} />
      )}
    </div>
  );
};
