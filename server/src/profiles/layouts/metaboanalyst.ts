import { contentOf, isText } from '../columnContent.ts';
import { gridOf } from '../grid.ts';
import { plainName } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfMolecules } from '../moleculeNames.ts';
import { plainReading } from '../plainReading.ts';
import { type PlainTable, plainTableOf } from '../plainTable.ts';

/**
 * MetaboAnalyst's upload format with samples in rows (the first column names the samples, the second their group, the
 * rest are numbers) or in columns (the second line holds the groups). Covariates may stand before the metabolites.
 * Source: MetaboAnalyst, "Data formats" (https://www.metaboanalyst.ca/docs/Format.xhtml).
 */
export const metaboanalyst: Layout = {
  name: 'metaboanalyst',
  recognize(head) {
    const table = plainTableOf(gridOf(head));
    const evidence = samplesAcross(table) ?? samplesDown(table);
    if (evidence === null || table.values.length < 2) return null;
    const reading = plainReading(table, 0.65, evidence);
    // Genes and proteins laid out so are a plain matrix.
    if (reading.omicsType === 'transcriptomics' || reading.omicsType === 'proteomics') return null;
    const { omicsType, omicsEvidence } = omicsOfMolecules(table.features, 'The table for MetaboAnalyst');
    const column = table.shape === 'samples-in-rows' ? -1 : table.key;
    return {
      ...reading,
      omicsType,
      omicsEvidence,
      customs: { ...reading.customs, designFactors: [groupOf(table)] },
      identity: identityOf(column, idsOf(table.features), omicsType, table.features),
    };
  },
};

/** The second column or line, whatever its name. */
function groupOf({ grid, shape, key }: PlainTable): string {
  return (shape === 'samples-in-rows' ? grid.names[key + 1] : grid.labelRows[0]?.cells[0]?.trim()) ?? '';
}

function samplesDown(table: PlainTable): string | null {
  if (table.shape !== 'samples-in-rows') return null;
  const { grid, key } = table;
  const content = contentOf(grid);
  const words = content.flatMap((column, at) => (at !== key && isText(column) ? [at] : []));
  if (words.length === 0 && key === 0 && isPairing(table)) {
    return `Because column ${grid.names[key]} names samples and column ${grid.names[1]} pairs them by 1 and -1`;
  }
  const [group] = words;
  const told = group === undefined ? undefined : content[group];
  if (words.length !== 1 || group !== key + 1 || key !== 0 || told === undefined) return null;
  const groups = told.distinct >= 2 && told.distinct <= told.cells / 2 && told.filled === told.cells;
  return groups
    ? `Because column ${grid.names[key]} names samples, column ${grid.names[group]} groups them and all others are numbers`
    : null;
}

function samplesAcross(table: PlainTable): string | null {
  const { grid, key } = table;
  const [label] = grid.labelRows;
  if (table.shape !== 'features-in-rows' || key !== 0 || label === undefined) return null;
  return `Because the line ${label.cells[0]} under the header groups the samples and all others are numbers`;
}

/** Labels of paired samples: 1 and -1, 2 and -2, … each once. Source: MetaboAnalyst, "Data formats", paired comparison. */
function isPairing({ grid }: PlainTable): boolean {
  if (!/^(?:labels?|class|group|pairs?)$/.test(plainName(grid.names[1] ?? ''))) return false;
  const labels = grid.rows.map(({ cells }) => Number(cells[1]));
  const distinct = new Set(labels);
  const paired = labels.every((label) => Number.isInteger(label) && label !== 0 && distinct.has(-label));
  return paired && labels.length > 0 && (!grid.head.complete || distinct.size === labels.length);
}
