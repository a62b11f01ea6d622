import { render, type JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { common } from '../../../content/common/index.ts';
import { desk as deskWords } from '../../../content/desk/index.ts';
import { zoneName } from '../../../content/format.ts';
import type { Locale } from '../../../domain/case/model.ts';
import type { DeskConfig } from '../../desk/config.ts';
import type { Route } from '../../desk/routes.ts';
import type { Me } from '../../desk/answers.ts';
import { deskApi, type Failure } from './api.ts';
import { Bar } from './bar.tsx';
import { CasePage } from './casePage.tsx';
import { DeskProvider, type Desk } from './context.ts';
import { later } from './later.tsx';
import { useRoute, useWhileSeen } from './hooks.ts';
import { NewCasePage } from './newCasePage.tsx';
import { QueuePage } from './queuePage.tsx';
import type { Session } from './session.ts';
import { useTasksDue } from './tasksDue.ts';
import { SessionEnded, SignIn } from './signIn.tsx';

const ClocksPage = later(() => import('./clocks/clocksPage.tsx').then((part) => part.ClocksPage));
const RulesPage = later(() => import('./clocks/rulesPage.tsx').then((part) => part.RulesPage));
const ContractsPage = later(() => import('./contracts/contractsPage.tsx').then((part) => part.ContractsPage));
const TasksPage = later(() => import('./tasks/tasksPage.tsx').then((part) => part.TasksPage));
const CareRulesPage = later(() => import('./care/rulesPage.tsx').then((part) => part.CareRulesPage));
const CareFiguresPage = later(() => import('./tasks/figuresPage.tsx').then((part) => part.CareFiguresPage));
const AttainmentPage = later(() => import('./clocks/attainmentPage.tsx').then((part) => part.AttainmentPage));

const TICK_SECONDS = 20;
const TOAST_MS = 7_000;

/** What the desk starts with. */
export interface AppProps {
  readonly config: DeskConfig;
  readonly locale: Locale;
  readonly session: Session;
  readonly start: 'in' | 'out' | 'failed';
  /** Place in the page's header for the bar. */
  readonly bar: Element;
}

const Screen = ({ route, lastQueue }: { readonly route: Route; readonly lastQueue: Route }): JSX.Element => {
  switch (route.screen) {
    case 'queue':
      return <QueuePage route={route} />;
    case 'case':
      return <CasePage key={route.caseId} caseId={route.caseId} lastQueue={lastQueue} />;
    case 'new':
      return <NewCasePage />;
    case 'clocks':
      return <ClocksPage kind={route.kind} />;
    case 'rules':
      return <RulesPage tab={route.tab} />;
    case 'contracts':
    case 'contract':
    case 'new-contract':
    case 'import':
      return <ContractsPage route={route} />;
    case 'tasks':
      return <TasksPage whose={route.whose} />;
    case 'care-rules':
      return <CareRulesPage tab={route.tab} />;
    case 'care-figures':
      return <CareFiguresPage month={route.month} />;
    case 'attainment':
      return <AttainmentPage route={route} />;
  }
};

/** A sentence that shows for a while, and that a screen reader says. */
const useToast = (): { readonly announce: (text: string) => void; readonly toast: JSX.Element } => {
  const [said, setSaid] = useState({ text: '', count: 0 });
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), []);
  useEffect(() => {
    if (!said.text) return;
    const timer = setTimeout(() => setSaid(({ count }) => ({ text: '', count })), TOAST_MS);
    return () => clearTimeout(timer);
  }, [said.count]);
  const toast = (
    <div class="toast-place" role="status" aria-live="polite">
      {said.text && (
        <p key={said.count} class="toast">
          {said.text}
        </p>
      )}
    </div>
  );
  return { announce, toast };
};

interface Known {
  readonly me?: Me | undefined;
  readonly staff: readonly Me[];
  readonly failure?: Failure | undefined;
}

/** The desk once somebody is signed in. */
const SignedIn = ({ config, locale, session, bar, onEnded }: Omit<AppProps, 'start'> & { readonly onEnded: () => void }): JSX.Element => {
  const api = useMemo(() => deskApi(session, locale, onEnded), []);
  const [words, labels] = useMemo(() => [deskWords(locale), common(locale)], []);
  const zone = useMemo(() => Intl.DateTimeFormat().resolvedOptions().timeZone, []);
  const [known, setKnown] = useState<Known>({ staff: [] });
  const [now, setNow] = useState(api.now);
  const route = useRoute();
  const lastQueue = useRef<Route>({ screen: 'queue', queue: 'mine' });
  const { announce, toast } = useToast();
  if (route.screen === 'queue') lastQueue.current = route;

  const load = useCallback(async () => {
    const [me, staff] = await Promise.all([api.me(), api.staff()]);
    setNow(api.now());
    setKnown(me.ok ? { me: me.value, staff: staff.ok ? staff.value.items : [] } : { staff: [], failure: me.failure });
  }, []);
  useEffect(() => void load(), []);
  useWhileSeen(TICK_SECONDS, () => setNow(api.now()));

  const { me, staff, failure } = known;
  const tasksDue = useTasksDue(api, me, route, now, zone);
  const desk: Desk | undefined = useMemo(() => me && { locale, words, labels, zone, api, me, staff, now, announce }, [me, staff, now]);
  useEffect(() => {
    if (!desk) return;
    const signOut = (): void => void session.signOut();
    render(
      <Bar
        desk={desk}
        route={route}
        lastQueue={lastQueue.current}
        tasksDue={tasksDue}
        consoleUrl={config.consoleUrl}
        onSignOut={signOut}
      />,
      bar,
    );
  }, [desk, route, tasksDue]);

  if (!desk)
    return failure && failure.kind !== 'signed-out' ? (
      <div class="box box-bad" role="alert">
        <p>
          {words(failure.kind === 'forbidden' ? 'problem.forbidden' : failure.kind === 'offline' ? 'problem.offline' : 'problem.server')}
        </p>
        <div class="buttons">
          <button type="button" class="quiet" onClick={() => void load()}>
            {words('tryAgain')}
          </button>
          <button type="button" class="faint" onClick={() => void session.signOut()}>
            {words('signOut')}
          </button>
        </div>
      </div>
    ) : (
      <p class="loading">{words('loading')}</p>
    );
  return (
    <DeskProvider value={desk}>
      <Screen route={route} lastQueue={lastQueue.current} />
      <p class="desk-zone small">{words('nav.zone', { zone: zoneName(now, locale, zone) })}</p>
      {toast}
    </DeskProvider>
  );
};

/** The desk: the way in, then its screens. */
export const App = (props: AppProps): JSX.Element => {
  const { locale, session, start } = props;
  const words = deskWords(locale);
  const [ended, setEnded] = useState(false);
  const signIn = (): void => void session.signIn();
  if (start !== 'in') return <SignIn words={words} onSignIn={signIn} failed={start === 'failed'} />;
  return (
    <>
      <SignedIn {...props} onEnded={() => setEnded(true)} />
      {ended && <SessionEnded words={words} onSignIn={signIn} />}
    </>
  );
};
