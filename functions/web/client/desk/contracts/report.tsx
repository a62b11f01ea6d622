import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { OUTCOMES } from '../../../../domain/contract/import/outcome.ts';
import type { ImportReport } from '../../../../domain/contract/import/report.ts';
import type { ReportedRows } from '../../../desk/contractAnswers.ts';
import { wrongCells } from '../../../desk/contractImport.ts';
import type { Answer, Failure } from '../api.ts';
import { FailureNotice, Notice } from '../bits.tsx';
import { useDesk } from '../context.ts';
import { contractApi, type ContractApi } from './contractApi.ts';
import { useContractWords } from './words.ts';

const ENCODING_NAMES: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', gb18030: 'GB18030' };

const WrongTable = ({ wrong }: Pick<ImportReport, 'wrong'>): JSX.Element => {
  const words = useContractWords();
  return (
    <div class="scroll contract-scroll" tabIndex={0} role="group" aria-labelledby="wrong-title">
      <table class="grid contract-wrong">
        <thead>
          <tr>
            <th scope="col" class="num">
              {words('import.line')}
            </th>
            <th scope="col">{words('import.contract')}</th>
            <th scope="col">{words('import.column')}</th>
            <th scope="col">{words('import.mistake')}</th>
          </tr>
        </thead>
        <tbody>
          {wrongCells(wrong).map(({ line, contractId, column, detail, isFirst, ofLine }, at) => (
            <tr key={at}>
              {isFirst && (
                <>
                  <th scope="row" class="num" rowSpan={ofLine}>
                    {line}
                  </th>
                  <td rowSpan={ofLine}>{contractId}</td>
                </>
              )}
              <td>{column ?? <span class="small">{words('import.wholeLine')}</span>}</td>
              <td>{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Refused lines from a cursor on; without one from the start, until there are more than `shown`. */
const refusedFrom = async (api: ContractApi, importId: string, from: string | undefined, shown: number): Promise<Answer<ReportedRows>> => {
  let items: ImportReport['wrong'] = [];
  let cursor = from;
  do {
    const page = await api.refused(importId, cursor);
    if (!page.ok) return page;
    items = [...items, ...page.value.items];
    cursor = page.value.nextCursor;
  } while (cursor && !from && items.length <= shown);
  return { ok: true, value: { items, nextCursor: cursor } };
};

/** Lines that were refused: those of the report, then page by page. */
const Wrong = ({ report }: { readonly report: ImportReport }): JSX.Element => {
  const { api, words: deskWords } = useDesk();
  const words = useContractWords();
  const [more, setMore] = useState<{ readonly rows: ImportReport['wrong']; readonly cursor: string | undefined } | undefined>();
  const [isLoading, setIsLoading] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>();
  const { importId, counts, wrong } = report;
  const shown = more?.rows ?? wrong;
  const hasMore = shown.length < counts.refused;
  const load = async (): Promise<void> => {
    if (!importId) return;
    setIsLoading(true);
    const page = await refusedFrom(contractApi(api), importId, more?.cursor, shown.length);
    setIsLoading(false);
    setFailure(page.ok ? undefined : page.failure);
    if (page.ok) setMore({ rows: more ? [...more.rows, ...page.value.items] : page.value.items, cursor: page.value.nextCursor });
  };
  return (
    <>
      <h3 id="wrong-title">{words('import.wrong')}</h3>
      <WrongTable wrong={shown} />
      {hasMore && <p class="small">{words('import.shownOf', { shown: shown.length, all: counts.refused })}</p>}
      {failure && <FailureNotice failure={failure} />}
      {hasMore && importId && report.state === 'done' && (
        <button type="button" class="quiet" disabled={isLoading} onClick={() => void load()}>
          {isLoading ? deskWords('loading') : words('import.more')}
        </button>
      )}
    </>
  );
};

/** What a file comes to: counts, columns that were not as expected, and every wrong line with its reason. */
export const Report = ({ report }: { readonly report: ImportReport }): JSX.Element => {
  const words = useContractWords();
  const { counts, rows, done, fileName, encoding, unknownColumns, absentColumns, dryRun, state } = report;
  const values = { rows, encoding: ENCODING_NAMES[encoding] ?? encoding };
  const names = (list: readonly string[]): { readonly names: string } => ({ names: list.join(words('comma')) });
  return (
    <>
      <p class="small">{fileName ? words('import.file', { ...values, name: fileName }) : words('import.fileNoName', values)}</p>
      <dl class="import-counts">
        {OUTCOMES.map((outcome) => (
          <div key={outcome} class={`import-count import-${outcome}${counts[outcome] === 0 ? ' import-none' : ''}`}>
            <dt>{words(`count.${outcome}`)}</dt>
            <dd>{counts[outcome]}</dd>
          </div>
        ))}
      </dl>
      {dryRun && done < rows && (
        <Notice tone="info">
          <p>{words('import.notAll', { done, rows })}</p>
        </Notice>
      )}
      {unknownColumns.length > 0 && (
        <Notice tone="info">
          <p>{words('import.unknownColumns', names(unknownColumns))}</p>
        </Notice>
      )}
      {absentColumns.length > 0 && (
        <Notice tone="info">
          <p>{words('import.absentColumns', names(absentColumns))}</p>
        </Notice>
      )}
      {counts.refused > 0 && <Wrong report={report} />}
      {counts.refused === 0 && state === 'done' && <p>{words('import.noneWrong')}</p>}
    </>
  );
};
