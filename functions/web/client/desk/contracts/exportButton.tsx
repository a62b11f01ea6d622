import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Failure } from '../api.ts';
import { Notice } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { contractApi } from './contractApi.ts';
import { useContractFailure, useContractWords, useToday } from './words.ts';

/** The browser has begun to save by then. */
const RELEASE_MS = 60_000;

const save = (parts: readonly Blob[], name: string): void => {
  const address = URL.createObjectURL(new Blob([...parts], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MS);
};

interface ExportProps {
  /** Filters of the list as the API takes them. */
  readonly query: Readonly<Record<string, string>>;
}

/** Saves the contracts of the list as CSV, part by part (F89). */
export const ExportButton = ({ query }: ExportProps): JSX.Element => {
  const { api, announce } = useDesk();
  const words = useContractWords();
  const failureText = useContractFailure();
  const today = useToday();
  const [parts, setParts] = useState<number | undefined>();
  const [failure, setFailure] = useState<Failure | undefined>();

  const run = async (): Promise<void> => {
    const got: Blob[] = [];
    let cursor: string | undefined;
    setFailure(undefined);
    do {
      setParts(got.length);
      const answer = await contractApi(api).exportPart(query, cursor);
      if (!answer.ok) {
        setParts(undefined);
        announce(failureText(answer.failure));
        return setFailure(answer.failure);
      }
      got.push(answer.value.part);
      cursor = answer.value.nextCursor;
    } while (cursor);
    setParts(undefined);
    const name = `contracts-${today}.csv`;
    save(got, name);
    announce(words('list.exported', { name }));
  };

  return (
    <>
      <button type="button" class="faint" disabled={parts !== undefined} onClick={() => void run()}>
        {parts === undefined ? words('list.export') : words('list.exporting', { count: parts })}
      </button>
      {failure && (
        <Notice tone="bad">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
    </>
  );
};
