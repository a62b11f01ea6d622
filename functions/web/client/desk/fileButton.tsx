import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Attachment } from '../../../domain/case/model.ts';
import { useDesk } from './context.ts';

/** Kinds that a browser shows without running anything; all others are saved. */
const SHOWN = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'application/pdf', 'text/plain'];
/** The opened tab has read the bytes by then. */
const RELEASE_MS = 60_000;

const open = (bytes: Blob, { name, contentType }: Attachment): void => {
  const shown = SHOWN.includes(contentType);
  const address = URL.createObjectURL(new Blob([bytes], { type: shown ? contentType : 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  if (shown) link.target = '_blank';
  else link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MS);
};

/** A file of the case: fetched with the reader's token, then shown in a tab or saved. */
export const FileButton = ({ caseId, file }: { readonly caseId: string; readonly file: Attachment }): JSX.Element => {
  const { api, words, announce, locale } = useDesk();
  const [busy, setBusy] = useState(false);
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 }).format(
    Math.max(1, file.size / 1024),
  );
  const fetchAndOpen = async (): Promise<void> => {
    setBusy(true);
    const answer = await api.attachment(caseId, file.id);
    setBusy(false);
    if (answer.ok) open(answer.value, file);
    else announce(words('case.attachmentFailed'));
  };
  return (
    <button type="button" class="file" disabled={busy} onClick={() => void fetchAndOpen()}>
      <span class="file-name">{file.name}</span> <span class="small">{size}</span>
    </button>
  );
};
