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
  'OriginalArea',
  'MeanArea',
  'OrgMeanArea',
  'Height',
  'MainHeight',
  'NormHeight',
  'MeanHeight',
  'OrgMeanHeight',
].map((name) => ({ name, zeroIsMissing: true, scale: 'linear' }));
/** Where the samples have other names than LipidSearch's, which quantity it is is not told. */
const unnamed: QuantityPlan = { name: null, zeroIsMissing: true, scale: 'unknown' };

const marks = [
  'LipidGroup',
  'Class',
  'FattyAcid',
  'FA1',
  'FA2',
  'CalcMz',
  'IonFormula',
  'LipidMolec',
  'Adduct',
  'AdductIon',
  'LipidID',
  'ClassKey',
  'FAKey',
  'SubClass',
  'CalcMass',
  'BaseRt',
  'TotalGrade',
];
/** Without the ion these and the samples' brackets tell it. */
const fewestWithoutIon = 3;
/** Version 4 lists its files and settings above the header. */
const deepestHeader = 400;
/** Its other figures of a lipid, none of them a sample. */
const annotationNames = new Set(
  [
    ...marks,
    'LipidIon',
    'Rej.',
    'FA3',
    'FA4',
    'Charge',
    'Formula',
    'NeutralFormula',
    'ObsMz',
    'ObsMass',
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
    'TotalSmpIDRate(%)',
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
 * several retention times. Lines `#[s1-1]:file.raw` above the header of version 4 tell the samples' files. Version 5 names
 * the lipid `LipidMolec` or `LipidID`, has `OriginalArea[s1-1]` or one `MeanArea[s1]` a sample, and writes `NP` where it found
 * no peak. Its search result has one sample and plain `Area`, `Height`.
 * Sources: LipidSearch user guide, "Alignment result export"; columns as the importers of lipidx (alignments: `rej.`, `area[`,
 * `grouparea[`, `grouptoppos[`), LipidCruncher (version 5: `LipidMolec`, `ClassKey`, `FAKey`, `MeanArea[`) and
 * ADViSELipidomics (search results: `Class`, `Ion`, `LipidIon`, `Area`) read them.
 */
export const lipidsearch: Layout = {
  name: 'lipidsearch',
  recognize(head) {
    const grid = gridOf(head);
    const ion = findColumn(grid.index, 'LipidIon', 'LipidID');
    const found = presentNames(grid.index, marks);
    if (found.length < (ion < 0 ? fewestWithoutIon : 1)) return null;
    const aligned = alignedColumns(grid);
    const values = aligned.length > 0 ? aligned : found.length < 2 || ion < 0 ? [] : otherColumns(grid, head.name);
    const molecule = findColumn(grid.index, 'LipidMolec');
    const key = ion >= 0 ? ion : molecule >= 0 ? molecule : keyColumnOf(grid);
    if (values.length === 0 || key < 0) return null;
    const [first] = values;
    const roles = new Map<number, ColumnRole>();
    grid.names.forEach((name, index) => {
      if (
        /^\s*(?:Group[A-Z]\S*|GroupS\/N|ARatio|HDiff|(?:Org)?Mean(?:Area|Height)?|SD|RSD|CV|Ratio|p-?Value)\s*[[.]/i.test(
          name,
        )
      )
        roles.set(index, 'statistic');
    });
    const ids = sampledCells(grid, key);
    const files = head.rows.slice(0, deepestHeader).map(({ text }) => text);
    const omics = omicsOfLayout('lipidomics', 'LipidSearch');
    return makeReading({
      grid,
      confidence: aligned.length === 0 ? 0.8 : found.length >= 2 && ion >= 0 ? 0.96 : 0.88,
      evidence: `Because of the columns ${[...new Set([grid.names[key], ...found.slice(0, 3)])].join(', ')}${aligned.length > 0 ? ` and those that begin with ${first?.quantity.name}[` : ''}.`,
      shape: 'features-in-rows',
      ...omics,
      rowKey: [key],
      roles,
      values,
      quantities: [...quantities, unnamed],
      identity: identityOf(key, idsOf(ids), omics.omicsType, ids),
      sampleMetadata: (index) => fileOf(files, values.find((value) => value.index === index)?.sample ?? ''),
      customs: { repeatedKeys: true, missingTokens: ['NP'] },
    });
  },
};

/** The figures of each sample; means over an experiment's groups only where the samples have none of their own. */
function alignedColumns(grid: Grid): readonly ValuePlan[] {
  const all = grid.names.flatMap((name, index): ValuePlan[] => {
    const [, words, inBrackets, inDots] = bracketed.exec(name) ?? [];
    const quantity = quantityNamed(words ?? '');
    const sample = inBrackets ?? inDots;
    return quantity === undefined || sample === undefined ? [] : [{ index, quantity, sample }];
  });
  const own = all.filter(({ quantity }) => !/mean/i.test(quantity.name ?? ''));
  return own.length > 0 ? own : all;
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

/** The file that a line `#[s1-1]:file.raw` above the header declares for a sample. */
function fileOf(lines: readonly string[], sample: string): Readonly<Record<string, string>> {
  const file = lines.flatMap((line) => {
    const [, declared, name = ''] = /^#\s*\[?([^\]:]+)\]?:(.+?)\s*$/.exec(line) ?? [];
    return declared === sample && /\.\w+$/.test(name) ? [name] : [];
  })[0];
  return file === undefined ? {} : { File: file };
}

function quantityNamed(words: string): QuantityPlan | undefined {
  return quantities.find(({ name }) => plainName(name ?? '') === plainName(words));
}
