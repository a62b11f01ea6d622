import type { JSX } from 'preact';
import type { RulesVersions } from '../../../desk/answers.ts';
import { FailureNotice, Loading, When } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { useLoaded } from '../hooks.ts';
import { useClockWords } from './words.ts';

const REFRESH_SECONDS = 300;

/** Name of a member of staff by user name, where it is known. */
export const useStaffName = (): ((id: string) => string) => {
  const { staff, me } = useDesk();
  return (id) => [...staff, me].find((one) => one.id === id)?.name ?? id;
};

/** All versions of the rules: when, by whom, why. */
export const Versions = ({ current }: { readonly current: number }): JSX.Element => {
  const { api } = useDesk();
  const words = useClockWords();
  const nameOf = useStaffName();
  const list = useLoaded<RulesVersions>(`versions ${current}`, () => api.rulesVersions(), REFRESH_SECONDS);
  if (!list.value) return list.failure ? <FailureNotice failure={list.failure} again={() => void list.reload()} /> : <Loading />;
  return (
    <>
      <p class="hint">{words('versions.text')}</p>
      <ol class="versions panel" role="list">
        {list.value.items.map(({ version, at, by, note }) => (
          <li key={version}>
            <strong>{words('versions.version', { version })}</strong>{' '}
            {version === current && <span class="flag flag-outcome">{words('versions.current')}</span>}{' '}
            {version === 0 ? (
              <span>{words('versions.first')}</span>
            ) : (
              <span>
                <When at={at} /> · {by ? nameOf(by) : '–'}
              </span>
            )}
            {note && <p class="pre">{note}</p>}
          </li>
        ))}
      </ol>
    </>
  );
};
