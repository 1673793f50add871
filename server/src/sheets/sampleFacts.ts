import type { SampleFacts, SampleKind } from '#shared/sample.ts';
import { type SheetColumns, tellColumns } from './sheetColumns.ts';

/**
 * Words for what is not a study's own sample, in columns that tell kinds: MS-DIAL (`Blank`, `QC`, `Standard`),
 * Workflow4Metabolomics (`pool`, `blank`), MetaboLights (`pooled sample`, `solvent`, `reference`), Olink
 * (`NEGATIVE_CONTROL`, `PLATE_CONTROL`), SomaScan (`Buffer`, `Calibrator`).
 */
const kindWords: readonly (readonly [SampleKind, RegExp])[] = [
  ['blank', /(?:^|[^a-z])(?:blanks?|blk|solvents?|buffers?|zero[ _.-]?samples?|negative[ _.-]?controls?)(?![a-z])/i],
  ['qc', /(?:^|[^a-z])(?:[sp]?qc|(?:quality|plate|sample)[ _.-]?controls?)(?![a-z])/i],
  ['pool', /(?:^|[^a-z])(?:pools?|pooled)(?![a-z])/i],
  ['standard', /(?:^|[^a-z])(?:standards?|std|cals?|calibrat(?:or|ion)s?|calibrants?)(?![a-z])/i],
  ['reference', /(?:^|[^a-z])(?:references?|srm|nist)(?![a-z])/i],
];

/** Those of them that are no study's words for a group or a sample: `solvent` and `standard diet` are treatments. */
const plainWords: readonly (readonly [SampleKind, RegExp])[] = [
  ['blank', /(?:^|[^a-z])(?:blanks?|blk)(?![a-z])/i],
  ['qc', /(?:^|[^a-z])[sp]?qc(?![a-z])/i],
  ['pool', /(?:^|[^a-z])(?:pools?|pooled)(?![a-z])/i],
];

const nothing = /^(?:na|n\/a|nan|none|null|not available|not applicable|-|\.)?$/i;

/** An order beyond this many digits is a date or an id. */
const orderPattern = /^\d{1,9}(?:\.0+)?$/;

/**
 * What cells say under the columns that were told; a cell without content says nothing.
 * @param replicated the sources that were measured more than once
 */
export function factsOfCells(
  columns: SheetColumns,
  name: string,
  cellAt: (column: number) => string | undefined,
  replicated: ReadonlySet<string> = new Set(),
): SampleFacts {
  const textAt = (column: number): string | null => {
    const text = (column < 0 ? '' : (cellAt(column) ?? '')).trim();
    return nothing.test(text) ? null : text;
  };
  const levels = columns.group.flatMap((column) => textAt(column) ?? []);
  const group = levels.length === 0 ? null : levels.join(' / ');
  const order = textAt(columns.injectionOrder);
  const source = textAt(columns.source);
  const isReplicate = source !== null && source !== name && replicated.has(source);
  return {
    group,
    subject: textAt(columns.subject),
    timepoint: textAt(columns.timepoint),
    batch: textAt(columns.batch),
    injectionOrder: order !== null && orderPattern.test(order) ? Number(order) : null,
    technicalReplicateOf: textAt(columns.technicalReplicateOf) ?? (isReplicate ? source : null),
    kind: kindOf(textAt(columns.kind), group, name),
  };
}

/** The sources of which a sheet's rows number several technical replicates; of fractions alone there is one number. */
export function replicatedSources(columns: SheetColumns, rows: readonly (readonly string[])[]): ReadonlySet<string> {
  const numbers = new Map<string, Set<string>>();
  for (const row of rows) {
    const source = (row[columns.source] ?? '').trim();
    const number = (row[columns.technicalReplicate] ?? '').trim();
    if (nothing.test(source) || nothing.test(number)) continue;
    numbers.set(source, (numbers.get(source) ?? new Set()).add(number));
  }
  return new Set([...numbers].filter(([, told]) => told.size > 1).map(([source]) => source));
}

/** What a table says of a sample by words of its own, such as MS-DIAL's Class, File type, Injection order and Batch ID. */
export function factsOfMetadata(name: string, metadata: Readonly<Record<string, string>>): SampleFacts {
  return metadataReader([])(name, metadata);
}

/**
 * Makes the same for all samples of a table, whose metadata mostly have the same names.
 * @param factors those that by the layout's rules are the factors of the study's design
 */
export function metadataReader(factors: readonly string[]): typeof factsOfMetadata {
  const told = new Map<string, SheetColumns>();
  return (name, metadata) => {
    const keys = Object.keys(metadata);
    const header = JSON.stringify(keys);
    const columns =
      told.get(header) ?? tellColumns(keys.map((key) => (factors.includes(key) ? `Factor Value[${key}]` : key)));
    told.set(header, columns);
    return factsOfCells(columns, name, (column) => metadata[keys[column] ?? '']);
  };
}

/** Both together; where both tell the same thing, `first` counts. */
export function joinFacts(first: SampleFacts, second: SampleFacts | null): SampleFacts {
  return factsBy((fact) => first[fact] ?? second?.[fact] ?? null);
}

/** What all rows of a sample say; of what they say differently, nothing is known. */
export function agreedFacts(rows: readonly SampleFacts[]): SampleFacts {
  return factsBy((fact) => {
    const told = rows[0]?.[fact] ?? null;
    return rows.every((row) => row[fact] === told) ? told : null;
  });
}

function factsBy(factOf: <Fact extends keyof SampleFacts>(fact: Fact) => SampleFacts[Fact]): SampleFacts {
  return {
    group: factOf('group'),
    subject: factOf('subject'),
    timepoint: factOf('timepoint'),
    batch: factOf('batch'),
    injectionOrder: factOf('injectionOrder'),
    technicalReplicateOf: factOf('technicalReplicateOf'),
    kind: factOf('kind'),
  };
}

/** The column of kinds tells it; without one, the group or the name, where they say that it is no study sample. */
function kindOf(told: string | null, group: string | null, name: string): SampleKind | null {
  if (told !== null) return wordOf(told, kindWords) ?? 'study';
  return (group === null ? null : wordOf(group, plainWords)) ?? wordOf(name, plainWords);
}

function wordOf(text: string, words: readonly (readonly [SampleKind, RegExp])[]): SampleKind | null {
  const parted = text.replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.find(([, pattern]) => pattern.test(text) || pattern.test(parted))?.[0] ?? null;
}
