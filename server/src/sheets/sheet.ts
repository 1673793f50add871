/** What a sample sheet tells: samples with what was done with them and where they come from. */
import type { SampleFacts } from '#shared/sample.ts';

export type { SampleFacts } from '#shared/sample.ts';

/** A sample of a sheet; rows of one name (lanes, fractions, repeated runs) are one sample. */
export interface SheetSample extends SampleFacts {
  readonly name: string;
  /** Every column that says something, by its name as written; values that differ between rows are joined by `; `. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** A sheet's samples as one of its columns names them. */
export interface SheetNaming {
  /** The header's cell as written. */
  readonly column: string;
  readonly samples: readonly SheetSample[];
}

/** A sample sheet that was read. */
export interface SampleSheet {
  /** The path as people are shown it. */
  readonly name: string;
  /** Of the sheet's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** One for each column that may name samples, the likeliest first; never empty. */
  readonly namings: readonly SheetNaming[];
}

/** The sheets that may belong to a table. */
export interface SheetChoice {
  readonly sheets: readonly SampleSheet[];
  /** A person named the one sheet: it is used however little of it matches. */
  readonly named: boolean;
}
