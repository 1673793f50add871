import type { Layout } from '../layout.ts';
import { annotationTable } from './annotationTable.ts';
import { geneMatrix } from './geneMatrix.ts';
import { otherResults } from './otherResults.ts';
import { plainMatrix } from './plainMatrix.ts';
import { sampleSheet } from './sampleSheet.ts';

/** Every layout. A new one is a file beside this and a line here; where two are equally sure, the earlier one is taken. */
export const layouts: readonly Layout[] = [
  sampleSheet,
  otherResults,
  annotationTable,
  geneMatrix,
  plainMatrix,
];
