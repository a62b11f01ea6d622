import type { JSX } from 'preact';
import type { RulesVersions } from '../../../desk/answers.ts';
import type { Answer } from '../api.ts';
import { FailureNotice, Loading, When } from '../bits.tsx';
import { useClockWords } from '../clocks/words.ts';
import { useDesk } from '../context.ts';
import { useLoaded } from '../hooks.ts';

const REFRESH_SECONDS = 300;

/** Name of a member of staff by user name, where it is known. */
export const useStaffName = (): ((id: string) => string) => {
  const { staff, me } = useDesk();
  return (id) => [...staff, me].find((one) => one.id === id)?.name ?? id;
};

interface VersionsProps {
  /** What the rules are called in the store of this tab. */
  readonly name: string;
  readonly current: number;
  readonly load: () => Promise<Answer<RulesVersions>>;
  /** What versions are for. */
  readonly text: string;
}

/** All versions of rules: when, by whom, why. */
export const Versions = ({ name, current, load, text }: VersionsProps): JSX.Element => {
  const words = useClockWords();
  const nameOf = useStaffName();
  const list = useLoaded<RulesVersions>(`versions ${name} ${current}`, load, REFRESH_SECONDS);
  if (!list.value) return list.failure ? <FailureNotice failure={list.failure} again={() => void list.reload()} /> : <Loading />;
  return (
    <>
      <p class="hint">{text}</p>
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
