import { h, type JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Loading, Notice } from './bits.tsx';
import { useDesk } from './context.ts';

type Part<Props> = (props: Props) => JSX.Element;

const NotLoaded = (): JSX.Element => {
  const { words } = useDesk();
  return (
    <Notice tone="bad">
      <p>{words('later.failed')}</p>
      <button type="button" class="quiet" onClick={() => location.reload()}>
        {words('later.reload')}
      </button>
    </Notice>
  );
};

/** A part of the desk that is loaded when it is first shown: most people seldom need it. A desk that is older than the service can lack it: it says so. */
export const later = <Props extends object>(load: () => Promise<Part<Props>>): Part<Props> => {
  let loaded: Part<Props> | undefined;
  return (props) => {
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>(loaded ? 'loaded' : 'loading');
    useEffect(() => {
      if (loaded) return;
      load().then(
        (part) => {
          loaded = part;
          setState('loaded');
        },
        () => setState('failed'),
      );
    }, []);
    if (loaded) return h(loaded, props);
    return state === 'failed' ? <NotLoaded /> : <Loading />;
  };
};
