import { gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading } from '../reading.ts';

/** Columns that name the file or the assay of a sample, in SDRF-Proteomics and in MAGE-TAB. */
const files = ['comment[data file]', 'Array Data File', 'Derived Array Data File', 'Comment[ENA_RUN]'];
const assays = ['assay name', 'Hybridization Name', 'Scan Name', 'technology type'];

/**
 * The sample and data relationship format: a row a file of a source, which `source name` names; fractions and labels of one
 * source stand on rows of their own.
 * Sources: SDRF-Proteomics specification 1.0 (Dai et al. 2021, doi 10.1038/s41467-021-26111-3); MAGE-TAB specification 1.1,
 * "SDRF".
 */
export const sdrf: Layout = {
  name: 'sdrf',
  recognize(head) {
    const grid = gridOf(head);
    const source = findColumn(grid.index, 'source name');
    const key = source >= 0 ? source : findColumn(grid.index, ...assays);
    const described = grid.names.filter((name) => /^\s*(?:characteristics|factor ?value)\s*[[.]/i.test(spaced(name)));
    const ofFiles = presentNames(grid.index, files);
    const ofAssays = presentNames(grid.index, assays);
    if (key < 0 || described.length === 0 || ofFiles.length + ofAssays.length === 0) return null;
    if (source < 0 && ofFiles.length === 0) return null;
    // A study file of ISA-Tab has samples of its sources, and no assays.
    if (ofFiles.length === 0 && findColumn(grid.index, 'Sample Name') >= 0) return null;
    const roles = new Map<number, ColumnRole>(
      grid.names.map((_, column) => [column, column === key ? 'sample-name' : 'metadata'] as const),
    );
    return makeReading({
      grid,
      confidence: source >= 0 && ofFiles.length > 0 && ofAssays.length > 0 ? 0.97 : 0.88,
      evidence: `Because of the columns ${[grid.names[key], described[0], ...ofFiles, ...ofAssays].slice(0, 4).join(', ')}.`,
      shape: 'sample-sheet',
      omicsType: null,
      omicsEvidence: '',
      rowKey: [key],
      roles,
      identity: null,
      customs: { repeatedSamples: true, repeatedKeys: true },
    });
  },
};

function spaced(name: string): string {
  return name.replace(/^factor[._]value/i, 'factor value');
}
