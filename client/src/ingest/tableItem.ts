import { Uri } from 'vscode';
import type { FoundTable, StoredState, TableDetails } from '#shared/protocol/tables.ts';
import { fileName, inWords } from '../words.ts';

/** A table that a person may choose among several. */
export interface OfferedTable {
  readonly found: FoundTable;
  /** Null where only its head was read so far. */
  readonly details: TableDetails | null;
  /** Below the folder it was looked for in; its name where there is none. */
  readonly path: string;
}

/** A table that was read whole, as one of several. */
export function offerJudged(details: TableDetails, stored: StoredState | null, path: string): OfferedTable {
  const { uri, sizeBytes, profile, omicsType, shape } = details;
  return { found: { uri, sizeBytes, profile, omicsType, shape, stored }, details, path };
}

/** A table that was found in a folder. */
export function offerFound(found: FoundTable, folder: Uri): OfferedTable {
  const { path } = Uri.parse(found.uri, true);
  const isBelow = path.startsWith(`${folder.path}/`);
  return { found, details: null, path: isBelow ? path.slice(folder.path.length + 1) : fileName(path) };
}

/** Whether it is ticked at first: it is measured, new or changed, and nothing is known that stands in the way. */
export function isTicked({ found, details }: OfferedTable): boolean {
  return isMeasured(found) && found.stored?.state !== 'stored' && (details?.blocking ?? 0) === 0;
}

/** `proteomics, MaxQuant proteinGroups, 1.2 MB, changed since`. */
export function describeOffered({ found, details }: OfferedTable): string {
  const { omicsType, profile, sizeBytes, stored } = found;
  return [
    omicsType ?? 'no omics type',
    inWords(profile),
    describeSize(sizeBytes),
    ...(isMeasured(found) ? [] : ['nothing measured']),
    ...(details !== null && details.blocking > 0 ? ['its sound rows only'] : []),
    ...(details?.sheet?.state === 'several' ? ['without a sample sheet, as several fit'] : []),
    ...(stored === null ? [] : [stored.state === 'stored' ? 'stored' : 'changed since']),
  ].join(', ');
}

/** `812 B`, `12.3 kB`, `1.2 GB`; powers of ten. */
export function describeSize(sizeBytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  let size = sizeBytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

function isMeasured({ shape }: FoundTable): boolean {
  return shape !== 'sample-sheet' && shape !== 'annotation';
}
