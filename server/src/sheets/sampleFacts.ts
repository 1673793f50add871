import type { SampleFacts, SampleKind } from '#shared/sample.ts';
import { unknownWords } from '#shared/valueTokens.ts';
import type { Profile } from '../profiles/profile.ts';
import { groupingColumns } from './grouping.ts';
import { groupedColumns, type SheetColumns, tellColumns } from './sheetColumns.ts';

/**
 * Words for what is not a study's own sample, in columns that tell kinds: MS-DIAL (`Blank`, `QC`, `Standard`),
 * Workflow4Metabolomics (`pool`, `blank`), MetaboLights (`pooled sample`, `solvent`, `reference`), Olink
 * (`NEGATIVE_CONTROL`, `PLATE_CONTROL`), SomaScan (`Buffer`, `Calibrator`), MRMhub (`TQC`, `BQC`, `PBLK`, `LTR`).
 */
const kindWords: readonly (readonly [SampleKind, RegExp])[] = [
  [
    'blank',
    /(?:^|[^a-z])(?:blanks?|[a-z]?blk|solvents?|buffers?|zero[ _.-]?samples?|negative[ _.-]?controls?)(?![a-z])/i,
  ],
  ['qc', /(?:^|[^a-z])(?:[a-z]?qc|(?:quality|plate|sample)[ _.-]?controls?)(?![a-z])/i],
  ['pool', /(?:^|[^a-z])(?:pools?|pooled)(?![a-z])/i],
  ['standard', /(?:^|[^a-z])(?:standards?|std|cals?|calibrat(?:or|ion)s?|calibrants?)(?![a-z])/i],
  ['reference', /(?:^|[^a-z])(?:references?|srm|nist|ltr)(?![a-z])/i],
];

/** Those of them that are no study's words for a group or a sample: `solvent` and `standard diet` are treatments. */
const plainWords: readonly (readonly [SampleKind, RegExp])[] = [
  ['blank', /(?:^|[^a-z])(?:blanks?|[a-z]?blk)(?![a-z])/i],
  ['qc', /(?:^|[^a-z])[a-z]?qc(?![a-z])/i],
  ['pool', /(?:^|[^a-z])(?:pools?|pooled)(?![a-z])/i],
  ['standard', /^(?:standards?|std|calibrat(?:or|ion)s?|calibrants?)$/i],
  ['reference', /^(?:srm|nist|ltr)$/i],
];

/**
 * What a cell says; null where it says nothing, by a word for that or none at all.
 * @param valueTokens words that a person says are none for that
 */
export function saidIn(cell: string | undefined, valueTokens: readonly string[] = []): string | null {
  const text = (cell ?? '').trim();
  const isUnknown = text === '' || unknownWords.has(text.toLowerCase());
  return isUnknown && !valueTokens.some((token) => token.trim() === text) ? null : text;
}

/** An order beyond this many digits is a date or an id. */
const orderPattern = /^\d{1,9}(?:\.0+)?$/;

/**
 * What is said under the columns that were told; `said` answers null for a cell that says nothing.
 * @param replicated the sources that were measured more than once
 */
export function factsOfCells(
  columns: SheetColumns,
  name: string,
  said: (column: number) => string | null,
  replicated: ReadonlySet<string> = new Set(),
): SampleFacts {
  const textAt = (column: number): string | null => (column < 0 ? null : said(column));
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
    const source = saidIn(row[columns.source]);
    const number = saidIn(row[columns.technicalReplicate]);
    if (source === null || number === null) continue;
    numbers.set(source, (numbers.get(source) ?? new Set()).add(number));
  }
  return new Set([...numbers].filter(([, told]) => told.size > 1).map(([source]) => source));
}

/** What a table says of a sample by words of its own, such as MS-DIAL's Class, File type, Injection order and Batch ID. */
export function factsOfMetadata(
  name: string,
  metadata: Readonly<Record<string, string>>,
  valueTokens?: readonly string[],
): SampleFacts {
  const keys = Object.keys(metadata);
  return factsOfCells(tellColumns(keys), name, (column) => saidIn(metadata[keys[column] ?? ''], valueTokens));
}

/** A sample with what a table says of it, by the table's own names. */
interface OwnSample {
  readonly name: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** What a table tells of all its samples, and under which of its names. */
export interface OwnFacts<Sample> {
  readonly samples: readonly (Sample & { readonly facts: SampleFacts })[];
  /** Null where nothing tells it; of several names that together make the group, the first. */
  readonly names: Readonly<Record<'group' | 'batch' | 'injectionOrder', string | null>>;
}

/** What a table says of its samples, in their order. */
export function factsOfOwn<Sample extends OwnSample>(
  samples: readonly Sample[],
  { customs, overrides }: Pick<Profile, 'customs' | 'overrides'>,
): OwnFacts<Sample> {
  const keys = [...new Set(samples.flatMap(({ metadata }) => Object.keys(metadata)))];
  const told = groupedColumns(tellColumns(keys), keys, customs.designFactors);
  const rows = samples.map(
    ({ metadata }) =>
      (column: number) =>
        saidIn(metadata[keys[column] ?? ''], overrides.valueTokens),
  );
  const columns = { ...told, group: groupingColumns(told.group, keys, rows) };
  return {
    samples: samples.map((sample, at) => ({
      ...sample,
      facts: factsOfCells(columns, sample.name, (column) => rows[at]?.(column) ?? null),
    })),
    names: {
      group: keys[columns.group[0] ?? -1] ?? null,
      batch: keys[columns.batch] ?? null,
      injectionOrder: keys[columns.injectionOrder] ?? null,
    },
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

/**
 * The column of kinds tells it, but for a group of QC samples or blanks that it calls samples, as MS-DIAL does of all that
 * nobody has sorted; without one, the group or the name, where they say that it is no study sample.
 */
function kindOf(told: string | null, group: string | null, name: string): SampleKind | null {
  const ofGroup = group === null ? null : wordOf(group, plainWords);
  return told === null ? (ofGroup ?? wordOf(name, plainWords)) : (wordOf(told, kindWords) ?? ofGroup ?? 'study');
}

function wordOf(text: string, words: readonly (readonly [SampleKind, RegExp])[]): SampleKind | null {
  const parted = text.replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.find(([, pattern]) => pattern.test(text) || pattern.test(parted))?.[0] ?? null;
}
