import { type AffixedQuantity, affixedColumns } from '../affixedColumns.ts';
import { contentOf, isEmpty, sampledCells } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, presentNames } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfMolecules } from '../moleculeNames.ts';
import type { ColumnRole, Identity } from '../profile.ts';
import { makeReading, type ValuePlan } from '../reading.ts';

/** What Compound Discoverer gives for each file, by rank; a compound without a peak has an empty cell. */
const quantities: readonly AffixedQuantity[] = [
  { words: 'Norm. Area', name: 'Norm. Area', scale: 'linear' },
  { words: 'Normalized Area', name: 'Normalized Area', scale: 'linear' },
  { words: 'Area', name: 'Area', scale: 'linear' },
];

const masses = ['Calc. MW', 'Molecular Weight'];
const marks = [
  ...masses,
  'RT [min]',
  'm/z',
  'Reference Ion',
  'Annot. DeltaMass [ppm]',
  'Annot. Source: Predicted Compositions',
  'Annot. Source: mzCloud Search',
  'Annot. Source: ChemSpider Search',
  'Annotation MW',
  '# ChemSpider Results',
  '# mzCloud Results',
  'mzCloud Best Match',
  'FISh Coverage',
  'Area (Max.)',
];
/** Figures over groups of files. */
const overGroups =
  /^\s*(?:Group|Replicate[ .]Grouped|Area[ .]CV|Ratio|Log2|P|Adj\.+\s*P|(?:QC )?RSD|(?:QC )?CV)\b|^\s*Area[ .(]+Max/i;

/**
 * Compound Discoverer's table of compounds: masses and retention times, then for each file `Area: S1.raw (F1)`,
 * `Norm. Area: …`, and how a gap was filled. Names repeat and are often empty, so mass and time identify a row.
 * Sources: Compound Discoverer 3.3 user guide, "Compounds table" and "Exporting results"; the importers of autonomics
 * (`^Area: (.+)$`, `^Norm\. Area: (.+)$`) and massSight (cd2csv).
 */
export const compoundDiscoverer: Layout = {
  name: 'compound-discoverer',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, marks);
    const placed = [...presentNames(grid.index, masses).slice(0, 1), ...presentNames(grid.index, ['RT [min]'])];
    if (placed.length === 0 || found.length < 2) return null;
    const values = valuesOf(grid);
    const ofFiles = values.filter(({ sample }) => /[([.]\s*F\d+\s*[)\].]?$/.test(sample ?? '')).length;
    if (values.length === 0 || (placed.length === 1 && ofFiles === 0)) return null;
    const name = findColumn(grid.index, 'Name');
    const names = sampledCells(grid, name);
    const omics = omicsOfMolecules(names, 'Compound Discoverer');
    const roles = new Map<number, ColumnRole>(
      grid.names.flatMap((title, index) => (overGroups.test(title) ? [[index, 'statistic'] as const] : [])),
    );
    const key = placed.map((mark) => findColumn(grid.index, mark));
    return makeReading({
      grid,
      confidence: placed.length === 2 && ofFiles > 0 ? 0.97 : 0.85,
      evidence: `Because of the columns ${found.slice(0, 3).join(', ')} and those that begin with ${values[0]?.quantity.name}:.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: key,
      roles,
      values,
      quantities,
      sampleMetadata: (index) => fileIdOf(grid.names[index] ?? ''),
      identity: identityOfNames(grid, name, omics.omicsType),
    });
  },
};

/** Only a colon tells a file's area (`Area: S1.raw (F1)`) from figures like `Area CV [%]`; R makes two dots of `: `. */
function valuesOf(grid: Grid): readonly ValuePlan[] {
  return affixedColumns(grid, 'prefix', quantities).filter(({ index }) =>
    /\barea(?::|\.\.(?!max))/i.test(grid.names[index] ?? ''),
  );
}

/** The id that the study gives the file, `F1`. */
function fileIdOf(title: string): Readonly<Record<string, string>> {
  const id = /[([.]\s*(F\d+)\s*[)\].]?\s*$/.exec(title)?.[1];
  return id === undefined ? {} : { 'File ID': id };
}

function identityOfNames(grid: Grid, name: number, omicsType: Parameters<typeof identityOf>[2]): Identity | null {
  const told = contentOf(grid)[name];
  if (told === undefined || isEmpty(told)) return null;
  const names = sampledCells(grid, name);
  return identityOf(name, idsOf(names), omicsType, names);
}
