import { gridOf } from '../grid.ts';
import { findColumn } from '../headerName.ts';
import type { Layout } from '../layout.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading } from '../reading.ts';

/**
 * The study file of ISA-Tab (`s_*.txt`): a row a sample, which `Sample Name` names; `Source Name` may be one for all.
 * Source: ISA-Tab specification 1.0, "Study file" (https://isa-specs.readthedocs.io).
 */
export const isaSamples: Layout = {
  name: 'isa-samples',
  recognize(head) {
    const grid = gridOf(head);
    const source = findColumn(grid.index, 'Source Name');
    const sample = findColumn(grid.index, 'Sample Name');
    const described = grid.names.filter((name) =>
      /^(?:Characteristics|Factor Value|Parameter Value)\s*[[.]/i.test(name),
    );
    if (source < 0 || sample < 0 || described.length === 0) return null;
    const roles = new Map<number, ColumnRole>();
    grid.names.forEach((_, column) => {
      roles.set(column, column === sample ? 'sample-name' : 'metadata');
    });
    return makeReading({
      grid,
      confidence: 0.95,
      evidence: `Because of the columns Source Name, Sample Name and ${described[0]}.`,
      shape: 'sample-sheet',
      omicsType: null,
      omicsEvidence: '',
      rowKey: [sample],
      roles,
      identity: null,
    });
  },
};
