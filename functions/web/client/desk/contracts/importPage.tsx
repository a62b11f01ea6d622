import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mayTransferContracts } from '../../../../domain/contract/permissions.ts';
import type { ImportReport } from '../../../../domain/contract/import/report.ts';
import { MOST_FILE_BYTES, percentDone, toImport } from '../../../desk/contractImport.ts';
import { hashOf } from '../../../desk/routes.ts';
import type { Failure } from '../api.ts';
import { Loading, Notice } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { useHeadingFocus } from '../hooks.ts';
import { contractApi } from './contractApi.ts';
import { Failed } from './failed.tsx';
import { lastList } from './lastList.ts';
import { Report } from './report.tsx';
import { useContractFailure, useContractWords } from './words.ts';

const ASK_AGAIN_MS = 1_500;

interface Checked {
  readonly file: File;
  readonly report: ImportReport;
  /** Stays the same for this file, so that a second try of the import is the same import. */
  readonly key: string;
}

const ChooseFile = ({ onChecked }: { readonly onChecked: (checked: Checked) => void }): JSX.Element => {
  const { api, announce } = useDesk();
  const words = useContractWords();
  const failureText = useContractFailure();
  const [file, setFile] = useState<File | undefined>();
  const [checking, setChecking] = useState(false);
  const [complaints, setComplaints] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<Failure | undefined>();
  const input = useRef<HTMLInputElement>(null);

  const complain = (found: readonly string[]): void => {
    setComplaints(found);
    announce(found.join(' '));
    input.current?.focus();
  };
  const check = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (checking) return;
    setFailure(undefined);
    setComplaints([]);
    if (!file) return complain([words('import.noFile')]);
    if (file.size > MOST_FILE_BYTES) return complain([words('import.tooLarge')]);
    setChecking(true);
    const answer = await contractApi(api).check(file);
    setChecking(false);
    if (answer.ok) return onChecked({ file, report: answer.value, key: crypto.randomUUID() });
    const details = answer.failure.errors.map(({ detail }) => detail);
    if (details.length > 0) return complain(details);
    setFailure(answer.failure);
    announce(failureText(answer.failure));
  };

  return (
    <form class="panel" noValidate onSubmit={(event) => void check(event)}>
      <Failed failure={failure} loose={[]} />
      <div class={complaints.length > 0 ? 'field field-wrong' : 'field'}>
        <label for="import-file">{words('import.choose')}</label>
        <p class="hint" id="import-file-hint">
          {words('import.hint')}
        </p>
        <input
          ref={input}
          id="import-file"
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          aria-describedby={`import-file-hint${complaints.length > 0 ? ' import-file-error' : ''}`}
          aria-invalid={complaints.length > 0 || undefined}
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0]);
            setComplaints([]);
          }}
        />
        {complaints.length > 0 && (
          <p class="wrong" id="import-file-error">
            {complaints.join(' ')}
          </p>
        )}
      </div>
      <button type="submit" class="primary" disabled={checking}>
        {words(checking ? 'import.checking' : 'import.check')}
      </button>
    </form>
  );
};

const CheckedFile = ({ checked, onOther }: { readonly checked: Checked; readonly onOther: () => void }): JSX.Element => {
  const { api, announce } = useDesk();
  const words = useContractWords();
  const failureText = useContractFailure();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { report, file, key } = checked;
  const count = toImport(report);

  const start = async (): Promise<void> => {
    setSending(true);
    const answer = await contractApi(api).start(file, key);
    setSending(false);
    if (answer.ok && answer.value.importId) {
      location.hash = hashOf({ screen: 'import', importId: answer.value.importId });
      return;
    }
    if (answer.ok) return;
    setFailure(answer.failure);
    announce(failureText(answer.failure));
  };

  return (
    <section class="panel" aria-labelledby="checked-title">
      <h2 id="checked-title" ref={heading} tabIndex={-1}>
        {words('import.checked')}
      </h2>
      <p>
        <strong>{words('import.nothingSaved')}</strong>
      </p>
      <Report report={report} />
      <Failed failure={failure} loose={failure?.errors.map(({ detail }) => detail) ?? []} />
      {count === 0 && <p>{words('import.nothing')}</p>}
      <div class="buttons import-buttons">
        {count > 0 && (
          <button type="button" class="primary" disabled={sending} onClick={() => void start()}>
            {sending ? words('import.starting') : words(report.counts.refused > 0 ? 'import.startSome' : 'import.start', { count })}
          </button>
        )}
        <button type="button" class="quiet" disabled={sending} onClick={onOther}>
          {words('import.other')}
        </button>
      </div>
    </section>
  );
};

const useProgress = (importId: string): { readonly report?: ImportReport | undefined; readonly failure?: Failure | undefined } => {
  const { api } = useDesk();
  const [report, setReport] = useState<ImportReport | undefined>();
  const [failure, setFailure] = useState<Failure | undefined>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const answer = await contractApi(api).progress(importId);
      if (isOver) return;
      if (answer.ok) setReport(answer.value);
      setFailure(answer.ok ? undefined : answer.failure);
      const goesOn = answer.ok
        ? answer.value.state === 'running'
        : answer.failure.kind !== 'not-found' && answer.failure.kind !== 'forbidden';
      if (goesOn) timer = setTimeout(() => void ask(), answer.ok ? ASK_AGAIN_MS : ASK_AGAIN_MS * 4);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [importId]);
  return { report, failure };
};

const Progress = ({ importId }: { readonly importId: string }): JSX.Element => {
  const { announce } = useDesk();
  const words = useContractWords();
  const failureText = useContractFailure();
  const { report, failure } = useProgress(importId);
  const isDone = report?.state === 'done';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isDone) return;
    announce(words('import.done'));
    heading.current?.focus();
  }, [isDone]);
  return (
    <>
      {failure && (
        <Notice tone="bad">
          <p>{failure.kind === 'not-found' ? words('import.unknown') : failureText(failure)}</p>
        </Notice>
      )}
      {!report && !failure && <Loading />}
      {report && (
        <section class="panel" aria-labelledby="progress-title">
          <h2 id="progress-title" ref={heading} tabIndex={-1}>
            {words(isDone ? 'import.done' : 'import.running')}
          </h2>
          {!isDone && <p class="hint">{words('import.runningText')}</p>}
          <div class="import-progress">
            <progress max={100} value={percentDone(report)} aria-labelledby="progress-title" />
            <span>{words('import.progress', { done: report.done, rows: report.rows, percent: percentDone(report) })}</span>
          </div>
          <Report report={report} />
        </section>
      )}
      {(isDone || failure) && (
        <div class="buttons">
          <a class="button primary" href={hashOf({ screen: 'contracts', filters: {} })}>
            {words('import.toList')}
          </a>
          <a class="button quiet" href={hashOf({ screen: 'import' })}>
            {words('import.other')}
          </a>
        </div>
      )}
    </>
  );
};

/** Imports a file of contracts: checks it first, then does it, and tells what became of every line (F89). */
export const ImportPage = ({ importId }: { readonly importId: string | undefined }): JSX.Element => {
  const { me, words: deskWords } = useDesk();
  const words = useContractWords();
  const [checked, setChecked] = useState<Checked | undefined>();
  const heading = useHeadingFocus('import', `${words('import.title')} · ${deskWords('title')}`);
  useEffect(() => {
    if (importId) setChecked(undefined);
  }, [importId]);
  const may = mayTransferContracts(me);
  return (
    <div class="contracts-page contract-import">
      <p class="case-back">
        <a href={hashOf({ screen: 'contracts', filters: lastList() })}>
          <span aria-hidden="true">←</span> {words('one.back')}
        </a>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {words('import.title')}
      </h1>
      {!may && (
        <Notice tone="info">
          <p>{words('import.forbidden')}</p>
        </Notice>
      )}
      {may && importId && <Progress key={importId} importId={importId} />}
      {may && !importId && (
        <>
          <p class="hint">{words('import.text')}</p>
          <p class="hint">{words('import.again')}</p>
          {checked ? <CheckedFile checked={checked} onOther={() => setChecked(undefined)} /> : <ChooseFile onChecked={setChecked} />}
        </>
      )}
    </div>
  );
};
