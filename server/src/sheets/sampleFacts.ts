import type { SampleFacts, SampleKind } from './sheet.ts';
import { type SheetColumns, tellColumns } from './sheetColumns.ts';

/**
 * Words for what is not a study's own sample, in columns that tell kinds: MS-DIAL (`Blank`, `QC`, `Standard`),
 * Workflow4Metabolomics (`pool`, `blank`), MetaboLights (`pooled sample`, `solvent`, `reference`), Olink
 * (`NEGATIVE_CONTROL`, `PLATE_CONTROL`), SomaScan (`Buffer`, `Calibrator`).
 */
const kindWords: readonly (readonly [SampleKind, RegExp])[] = [
  ['blank', /(?:^|[^a-z])(?:blanks?|blk|solvents?|buffers?|negative[ _.-]?controls?)(?![a-z])/i],
  ['qc', /(?:^|[^a-z])(?:[sp]?qc|(?:quality|plate|sample)[ _.-]?controls?)(?![a-z])/i],
  ['pool', /(?:^|[^a-z])(?:pools?|pooled)(?![a-z])/i],
  ['standard', /(?:^|[^a-z])(?:standards?|std|calibrat(?:or|ion)s?|calibrants?)(?![a-z])/i],
  ['reference', /(?:^|[^a-z])(?:references?|srm|nist)(?![a-z])/i],
];

/** Those of them that are no study's words for a group or a sample: `solvent` and `standard diet` are treatments. */
const plainWords: readonly (readonly [SampleKind, RegExp])[] = [
  ['blank', /(?:^|[^a-z])(?:blanks?|blk)(?![a-z])/i],
  ['qc', /(?:^|[^a-z])[sp]?qc(?![a-z])/i],
  ['pool', /(?:^|[^a-z])(?:pools?|pooled)(?![a-z])/i],
];

const nothing = /^(?:na|n\/a|nan|none|null|not available|not applicable|-|\.)?$/i;

/** What cells say under the columns that were told; a cell without content says nothing. */
export function factsOfCells(
  columns: SheetColumns,
  name: string,
  cellAt: (column: number) => string | undefined,
): SampleFacts {
  const textAt = (column: number): string | null => {
    const text = (column < 0 ? '' : (cellAt(column) ?? '')).trim();
    return nothing.test(text) ? null : text;
  };
  const levels = columns.group.flatMap((column) => textAt(column) ?? []);
  const group = levels.length === 0 ? null : levels.join(' / ');
  const order = textAt(columns.injectionOrder);
  return {
    group,
    batch: textAt(columns.batch),
    injectionOrder: order !== null && /^\d+(?:\.0+)?$/.test(order) ? Number(order) : null,
    kind: kindOf(textAt(columns.kind), group, name),
  };
}

/** What a table says of a sample by words of its own, such as MS-DIAL's Class, File type, Injection order and Batch ID. */
export function factsOfMetadata(name: string, metadata: Readonly<Record<string, string>>): SampleFacts {
  const keys = Object.keys(metadata);
  return factsOfCells(tellColumns(keys), name, (column) => metadata[keys[column] ?? '']);
}

/** Both together; where both tell the same thing, `first` counts. */
export function joinFacts(first: SampleFacts, second: SampleFacts | null): SampleFacts {
  return {
    group: first.group ?? second?.group ?? null,
    batch: first.batch ?? second?.batch ?? null,
    injectionOrder: first.injectionOrder ?? second?.injectionOrder ?? null,
    kind: first.kind ?? second?.kind ?? null,
  };
}

/** The column of kinds tells it; without one, the group or the name, where they say that it is no study sample. */
function kindOf(told: string | null, group: string | null, name: string): SampleKind | null {
  if (told !== null) return wordOf(told, kindWords) ?? 'study';
  return (group === null ? null : wordOf(group, plainWords)) ?? wordOf(name, plainWords);
}

function wordOf(text: string, words: readonly (readonly [SampleKind, RegExp])[]): SampleKind | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
