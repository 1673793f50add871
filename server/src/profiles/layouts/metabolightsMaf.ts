import { contentOf, isEmpty, isText, sampledCells } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import { hintOf } from '../headerWords.ts';
import { identityOf, idsOf } from '../identity.ts';
import type { Layout } from '../layout.ts';
import { omicsOfMolecules } from '../moleculeNames.ts';
import { isBetweenOwn } from '../otherColumns.ts';
import type { Identity } from '../profile.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

/** The fixed columns of a MAF, for mass spectrometry and NMR. Source: MetaboLights guide, "Metabolite assignment file". */
const fixed = [
  'database_identifier',
  'chemical_formula',
  'smiles',
  'inchi',
  'metabolite_identification',
  'mass_to_charge',
  'fragmentation',
  'modifications',
  'charge',
  'retention_time',
  'chemical_shift',
  'multiplicity',
  'taxid',
  'species',
  'database',
  'database_version',
  'reliability',
  'uri',
  'search_engine',
  'search_engine_score',
  'smallmolecule_abundance_sub',
  'smallmolecule_abundance_stdev_sub',
  'smallmolecule_abundance_std_error_sub',
];
const fixedNames = new Set(fixed.map(plainName));
const fewestFixed = 8;

const quantity: QuantityPlan = { name: null };

/** A metabolite assignment file of MetaboLights; one signal may stand on several rows, one a candidate. */
export const metabolightsMaf: Layout = {
  name: 'metabolights-maf',
  recognize(head) {
    const grid = gridOf(head);
    const found = presentNames(grid.index, fixed);
    const leading = presentNames(grid.index, ['database_identifier', 'metabolite_identification']);
    if (leading.length === 0 || found.length < (leading.length === 2 ? 4 : fewestFixed)) return null;
    const values = sampleColumns(grid).map((index) => ({ index, quantity, sample: (grid.names[index] ?? '').trim() }));
    if (values.length === 0) return null;
    const names = sampledCells(grid, findColumn(grid.index, 'metabolite_identification'));
    const omics = omicsOfMolecules(names, 'A MetaboLights study');
    return makeReading({
      grid,
      confidence: 0.96,
      evidence: `Because of the columns ${found.slice(0, 3).join(', ')} and ${found.length - 3} more of a metabolite assignment file.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: rowKeyOf(grid),
      values,
      quantities: [quantity],
      identity: mafIdentity(grid, omics.omicsType),
    });
  },
};

/**
 * Columns that are neither fixed nor known annotation, and hold numbers or nothing. One between two columns of annotation
 * is annotation too: a fixed one that was called otherwise, or a study's own, such as a score of the class before it; so is
 * an empty one where the last fixed column, which is mostly empty, should stand.
 */
function sampleColumns(grid: Grid): readonly number[] {
  const content = contentOf(grid);
  const isFixed = (column: number): boolean => fixedNames.has(plainName(grid.names[column] ?? ''));
  const measured = grid.names.flatMap((name, index) => {
    const told = content[index];
    const annotation = isFixed(index) || hintOf(name) === 'annotation' || name.trim() === '' || isScore(grid, name);
    return told === undefined || annotation || isText(told) ? [] : [index];
  });
  const isOwn = (column: number): boolean =>
    isFixed(column) || (content[column] !== undefined && isText(content[column]));
  const beforeLast = findColumn(grid.index, fixed.at(-1) ?? '') < 0 ? findColumn(grid.index, fixed.at(-2) ?? '') : -1;
  const isLast = (column: number): boolean =>
    beforeLast >= 0 && column === beforeLast + 1 && content[column] !== undefined && isEmpty(content[column]);
  const outsideOf = (own: (column: number) => boolean): readonly number[] =>
    measured.filter((column) => !isBetweenOwn(column, own) && !isLast(column));
  // The only sample may stand before a remark.
  return [outsideOf(isOwn), outsideOf(isFixed)].find((columns) => columns.length > 0) ?? measured;
}

/** `CF_class_score` beside `CF_class`: how sure another column is. */
function isScore(grid: Grid, name: string): boolean {
  const scored = /^(.+)[_. ]score$/i.exec(name.trim())?.[1];
  return scored !== undefined && findColumn(grid.index, scored) >= 0;
}

/**
 * Identifier and name as far as given, and the place of the signal: m/z and retention time, or chemical shift. One of the
 * two names suffices where every row has it, the one that tells more rows apart.
 */
function rowKeyOf(grid: Grid): readonly number[] {
  const content = contentOf(grid);
  const given = (name: string): number[] => {
    const at = findColumn(grid.index, name);
    const told = content[at];
    return told === undefined || isEmpty(told) ? [] : [at];
  };
  const names = [...given('database_identifier'), ...given('metabolite_identification')];
  const everywhere = names
    .map((at) => grid.rows.map((row) => row.cells[at] ?? ''))
    .map((cells, place) => ({ at: names[place] ?? -1, complete: !cells.includes(''), distinct: new Set(cells).size }))
    .filter(({ complete }) => complete)
    .sort((a, b) => b.distinct - a.distinct);
  const naming = everywhere[0] === undefined ? names : [everywhere[0].at];
  return [...naming, ...given('mass_to_charge'), ...given('retention_time'), ...given('chemical_shift')];
}

/** The identifiers where they are of a known form, else the names. */
function mafIdentity(grid: Grid, omicsType: Parameters<typeof identityOf>[2]): Identity | null {
  const id = findColumn(grid.index, 'database_identifier');
  const idCells = sampledCells(grid, id);
  const ids = idsOf(idCells);
  if (ids.namespace !== null) return identityOf(id, ids, omicsType, idCells);
  const name = findColumn(grid.index, 'metabolite_identification', 'database_identifier');
  const cells = sampledCells(grid, name);
  return identityOf(name, idsOf(cells), omicsType, cells);
}
