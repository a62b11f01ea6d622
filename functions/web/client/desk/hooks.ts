import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RulesAnswer } from '../../desk/answers.ts';
import type { Route } from '../../desk/routes.ts';
import { routeOf } from '../../desk/routes.ts';
import type { Answer, Failure } from './api.ts';
import { useDesk } from './context.ts';

/** Something loaded from the API and kept fresh. */
export interface Loaded<T> {
  readonly value?: T | undefined;
  /** Why the last load failed; an older value stays. */
  readonly failure?: Failure | undefined;
  /** When the value was loaded, in ms. */
  readonly at?: number | undefined;
  readonly reload: () => Promise<void>;
  /** Puts a newer value in its place. */
  readonly put: (value: T) => void;
}

interface State<T> {
  readonly key: string;
  readonly value?: T | undefined;
  readonly failure?: Failure | undefined;
  readonly at?: number | undefined;
}

/** Calls at an interval while somebody looks at the page, and when they come back to it. */
export const useWhileSeen = (seconds: number, call: () => void): void => {
  const latest = useRef(call);
  latest.current = call;
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') latest.current();
    };
    const timer = setInterval(seen, seconds * 1000);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [seconds]);
};

/** Loads what `key` stands for, again every so often. Another key starts anew; an answer that comes too late, for another key or after `put`, is dropped. */
export const useLoaded = <T>(
  key: string,
  load: (known: T | undefined) => Promise<Answer<T>>,
  refreshSeconds: number,
  start?: T,
): Loaded<T> => {
  const [state, setState] = useState<State<T>>({ key, value: start });
  const current = state.key === key ? state : { key, value: start };
  const latest = useRef({ key, load, value: current.value });
  latest.current = { key, load, value: current.value };
  const puts = useRef(0);
  const reload = useCallback(async () => {
    const asked = latest.current;
    const putsBefore = puts.current;
    const answer = await asked.load(asked.value);
    if (latest.current.key !== asked.key || puts.current !== putsBefore) return;
    setState((before) => {
      const known = before.key === asked.key ? before : undefined;
      return answer.ok
        ? { key: asked.key, value: answer.value, at: Date.now() }
        : { key: asked.key, value: known?.value ?? asked.value, at: known?.at, failure: answer.failure };
    });
  }, []);
  const put = useCallback((value: T) => {
    puts.current += 1;
    setState({ key: latest.current.key, value, at: Date.now() });
  }, []);
  useEffect(() => void reload(), [key]);
  useWhileSeen(refreshSeconds, () => void reload());
  return { ...current, reload, put };
};

/** A part that folds up: it opens when there is a reason to, and only people close it. */
export const useOpened = (reason: boolean): { readonly current: HTMLDetailsElement | null } => {
  const part = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (reason && part.current) part.current.open = true;
  }, [reason]);
  return part;
};

/** The screen of the address, as it changes. */
export const useRoute = (): Route => {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
};

let firstScreen = true;

/** The heading of a screen: gets the focus when another screen is shown, so that keyboard and screen reader start there. */
export const useHeadingFocus = (screen: string, title: string): { readonly current: HTMLHeadingElement | null } => {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  useEffect(() => {
    if (shown.current === screen || !heading.current) return;
    shown.current = screen;
    if (firstScreen) {
      firstScreen = false;
      return;
    }
    heading.current.focus({ preventScroll: true });
    scrollTo(0, 0);
  });
  return heading;
};

const RULES_SECONDS = 300;

/** The rules in force, by which clocks count. */
export const useRules = (): Loaded<RulesAnswer> => {
  const { api } = useDesk();
  return useLoaded<RulesAnswer>('rules', () => api.rules(), RULES_SECONDS);
};
