import type { Head } from '../table/head.ts';
import type { Profile, RowMarks } from './profile.ts';

/**
 * What a layout says of a head that it recognises; the recogniser adds what is the same for all layouts. Where a layout
 * says nothing of marks, they are those of the ids, if these are proteins'.
 */
export type Reading = Omit<
  Profile,
  | 'organism'
  | 'encoding'
  | 'bomBytes'
  | 'undecodable'
  | 'delimiter'
  | 'dialect'
  | 'decimalSeparator'
  | 'layout'
  | 'overrides'
  | 'marks'
  | 'marksEvidence'
> & { readonly marks?: RowMarks };

/**
 * One tool's way of writing a table. Each lies in a file of its own under layouts/, named for the layout, and in one line
 * of layouts/index.ts.
 */
export interface Layout {
  /** The name in every output, as `maxquant-protein-groups`. */
  readonly name: string;
  /** Answers null where the head is not of this layout. Pure; reads the head only. */
  recognize(head: Head): Reading | null;
}
