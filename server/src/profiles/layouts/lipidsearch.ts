import { contentOf, isText, sampledCells } from '../columnContent.ts';
import { type Grid, gridOf } from '../grid.ts';
import { findColumn, plainName, presentNames } from '../headerName.ts';
import { identityOf, idsOf } from '../identity.ts';
import { keyColumnOf } from '../keyColumn.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import type { ColumnRole } from '../profile.ts';
import { makeReading, type QuantityPlan, type ValuePlan } from '../reading.ts';
import { sampleOfFileName } from '../sampleOfFileName.ts';

/** LipidSearch's words before the sample in brackets, by rank; an ion that was not found has an empty cell or 0. */
const quantities: readonly QuantityPlan[] = [
  'Area',
  'MainArea',
  'NormArea',
  'OrgArea',
  'Height',
  'MainHeight',
  'NormHeight',
].map((name) => ({ name, zeroIsMissing: true, scale: 'linear' }));
/** Where the samples have other names than LipidSearch's, which quantity it is is not told. */
const unnamed: QuantityPlan = { name: null, zeroIsMissing: true, scale: 'unknown' };

const marks = ['LipidGroup', 'Class', 'FattyAcid', 'FA1', 'FA2', 'CalcMz', 'IonFormula', 'LipidMolec', 'Adduct'];
/** Without the ion these and the samples' brackets tell it. */
const fewestWithoutIon = 3;
/** Its other figures of a lipid, none of them a sample. */
const annotationNames = new Set(
  [
    ...marks,
    'LipidIon',
    'LipidID',
    'Rej.',
    'FA3',
    'FA4',
    'FAKey',
    'ClassKey',
    'SubClass',
    'Charge',
    'Formula',
    'NeutralFormula',
    'CalcMass',
    'ObsMz',
    'ObsMass',
    'BaseRt',
    'Rt',
    'RtMin',
    'TopRT',
    'TopPos',
    'StartRt',
    'EndRt',
    'Delta(PPM)',
    'Delta(Da)',
    'DeltaMz',
    'Grade',
    'TotalGrade',
    'PQ',
    'm-Score',
    't-Score',
    'c-Score',
    'Occupy',
    'Polarity',
    'Ion',
    'MainIon',
    'Width',
    'FWHM',
    'SN',
    'APValue',
    'ARatio',
  ].map(plainName),
);

/** `Area[s1-1]`, of which R makes `Area.s1.1.`. */
const bracketed = /^\s*([A-Za-z][A-Za-z ]*?)\s*(?:\[\s*(.+?)\s*\]|\.\s*(.+?)\.)\s*$/;

/**
 * LipidSearch's alignment: `LipidIon` (the lipid with its adduct), `LipidGroup`, `Class`, `FattyAcid`, and for each sample
 * `Area[s1-1]` and further figures; `GroupArea[s1]` and its like sum up groups. The same ion may stand on several rows, at
 * several retention times. Its search result has one sample and plain `Area`, `Height`.
 * Sources: LipidSearch user guide, "Alignment result export"; columns as the importers of lipidx (alignments: `rej.`, `area[`,
 * `grouparea[`, `grouptoppos[`) and ADViSELipidomics (search results: `Class`, `Ion`, `LipidIon`, `Area`) read them.
 */
export const lipidsearch: Layout = {
  name: 'lipidsearch',
  recognize(head) {
    const grid = gridOf(head);
    const ion = findColumn(grid.index, 'LipidIon');
    const found = presentNames(grid.index, marks);
    if (found.length < (ion < 0 ? fewestWithoutIon : 1)) return null;
    const aligned = alignedColumns(grid);
    const values = aligned.length > 0 ? aligned : found.length < 2 || ion < 0 ? [] : otherColumns(grid, head.name);
    const key = ion >= 0 ? ion : keyColumnOf(grid);
    if (values.length === 0 || key < 0) return null;
    const [first] = values;
    const roles = new Map<number, ColumnRole>();
    grid.names.forEach((name, index) => {
      if (/^\s*(?:Group[A-Z]\S*|GroupS\/N|Mean|SD|RSD|CV|Ratio|p-?Value)\s*[[.]/i.test(name))
        roles.set(index, 'statistic');
    });
    const ids = sampledCells(grid, key);
    const omics = omicsOfLayout('lipidomics', 'LipidSearch');
    return makeReading({
      grid,
      confidence: aligned.length === 0 ? 0.8 : found.length >= 2 && ion >= 0 ? 0.96 : 0.88,
      evidence: `Because of the columns ${[grid.names[key], ...found.slice(0, 3)].join(', ')}${aligned.length > 0 ? ` and those that begin with ${first?.quantity.name}[` : ''}.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [key],
      roles,
      values,
      quantities: [...quantities, unnamed],
      identity: identityOf(key, idsOf(ids), omics.omicsType, ids),
      customs: { repeatedKeys: true },
    });
  },
};

function alignedColumns(grid: Grid): readonly ValuePlan[] {
  return grid.names.flatMap((name, index): ValuePlan[] => {
    const [, words, inBrackets, inDots] = bracketed.exec(name) ?? [];
    const quantity = quantityNamed(words ?? '');
    const sample = inBrackets ?? inDots;
    return quantity === undefined || sample === undefined ? [] : [{ index, quantity, sample }];
  });
}

/** One sample's own figures; failing that, columns of numbers that are none of LipidSearch's own, as renamed samples are. */
function otherColumns(grid: Grid, fileName: string): readonly ValuePlan[] {
  const content = contentOf(grid);
  const own = grid.names.flatMap((name, index): ValuePlan[] => {
    const quantity = quantityNamed(name);
    return quantity === undefined ? [] : [{ index, quantity, sample: sampleOfFileName(fileName) }];
  });
  if (own.length > 0) return own;
  return grid.names.flatMap((name, index): ValuePlan[] => {
    const told = content[index];
    const plain = plainName(name);
    const measured = plain !== '' && told !== undefined && !isText(told) && !annotationNames.has(plain);
    return measured && !/[[\]]/.test(name) ? [{ index, quantity: unnamed, sample: name.trim() }] : [];
  });
}

function quantityNamed(words: string): QuantityPlan | undefined {
  return quantities.find(({ name }) => plainName(name ?? '') === plainName(words));
}
