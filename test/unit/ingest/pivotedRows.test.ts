import { describe, expect, it } from 'vitest';
import { startCollecting } from '../../../server/src/ingest/collectRows.ts';
import type { DraftRow } from '../../../server/src/ingest/draft.ts';
import type { ShapeFacts } from '../../../server/src/ingest/rowCollector.ts';
import { startSurvey } from '../../../server/src/ingest/survey.ts';
import { recognize } from '../../../server/src/profiles/recognize.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { readHead } from '../../../server/src/table/head.ts';
import { readDataRows } from '../../../server/src/values/dataRows.ts';
import { exampleText, tabbed } from '../profiles/variants.ts';

interface Pivoted extends ShapeFacts {
  readonly rows: readonly DraftRow[];
}

async function pivot(text: string): Promise<Pivoted> {
  const source = textSource('table.txt', text);
  const profile = recognize(await readHead(source));
  const options = { rejected: new Set<number>(), linking: true };
  const collector = startCollecting(profile, options);
  const survey = startSurvey(profile, options.rejected);
  await readDataRows(source, profile, {
    row(data) {
      survey.row(data);
      collector.row(data);
    },
  });
  const facts = collector.end(survey.end());
  return { ...facts, rows: collector.take() };
}

/** What a row holds, by column; columns without a value are left out. */
function valuesOf({ columns, rows }: Pivoted, rowKey: string): readonly Readonly<Record<string, number>>[] {
  return rows
    .filter((row) => row.rowKey === rowKey)
    .map((row) =>
      Object.fromEntries(
        columns.flatMap(({ name, ordinal }) => {
          const value = row.values[ordinal] ?? Number.NaN;
          return Number.isNaN(value) ? [] : [[name, value]];
        }),
      ),
    );
}

const header = [
  'R.FileName',
  'R.Condition',
  'PG.ProteinGroups',
  'PG.Genes',
  'PG.Quantity',
  'EG.ModifiedSequence',
  'FG.Charge',
  'FG.Quantity',
  'F.FrgIon',
  'F.PeakArea',
];
const report = (third: string, secondProtein = '5.5'): string =>
  tabbed(
    header,
    ['a', 'ctl', 'P04637', 'TP53', '5.5', '_AAAK_', 2, '1.5', 'y4', '10.5'],
    ['a', 'ctl', 'P04637', 'TP53', '5.5', '_AAAK_', 2, '1.5', 'y5', '11.5'],
    ['a', 'ctl', 'P04637', 'TP53', third, '_CCCK_', 2, '2.5', 'y4', '12.5'],
    ['b', 'trt', 'P04637', 'TP53', secondProtein, '_AAAK_', 2, '3.5', 'y4', '13.5'],
  );

describe('A long table is pivoted', () => {
  it('with the value of a protein taken once, of each precursor once, and of each fragment as it stands', async () => {
    const pivoted = await pivot(report('5.5', '6.5'));
    expect(valuesOf(pivoted, 'P04637')).toEqual([{ 'a PG.Quantity': 5.5, 'b PG.Quantity': 6.5 }]);
    expect(valuesOf(pivoted, '_AAAK_+2')).toEqual([{ 'a FG.Quantity': 1.5, 'b FG.Quantity': 3.5 }]);
    expect(valuesOf(pivoted, '_AAAK_+2+y4')).toEqual([{ 'a F.PeakArea': 10.5, 'b F.PeakArea': 13.5 }]);
    expect(valuesOf(pivoted, '_AAAK_+2+y5')).toEqual([{ 'a F.PeakArea': 11.5 }]);
    expect(pivoted.valueCount).toBe(2 + 3 + 4);
  });

  it('with a protein’s value counted as missing once, however many lines leave it out', async () => {
    expect((await pivot(report('5.5', ''))).missingFraction).toBe(1 / 2);
    expect((await pivot(report('', '6.5'))).missingFraction).toBe(0);
  });

  it('with only the row of the protein linked to it', async () => {
    const { rows } = await pivot(report('5.5'));
    const linked = rows.filter(({ feature }) => feature !== null);
    expect(linked.map(({ rowKey, feature }) => [rowKey, feature?.normalName])).toEqual([['P04637', 'P04637']]);
  });

  it('with a second value of a protein in a row of its own, neither summed nor lost', async () => {
    const pivoted = await pivot(report('7.5', '6.5'));
    expect(valuesOf(pivoted, 'P04637')).toEqual([
      { 'a PG.Quantity': 5.5, 'b PG.Quantity': 6.5 },
      { 'a PG.Quantity': 7.5 },
    ]);
  });

  it('with a value that the first line leaves out taken from the next', async () => {
    const pivoted = await pivot(
      report('').replace('TP53\t5.5\t_AAAK_\t2\t1.5\ty4\t10.5', 'TP53\t\t_AAAK_\t2\t1.5\ty4\t10.5'),
    );
    expect(valuesOf(pivoted, 'P04637')).toEqual([{ 'a PG.Quantity': 5.5, 'b PG.Quantity': 5.5 }]);
  });

  it('with a word in the place of a value kept beside the number of another line', async () => {
    const pivoted = await pivot(report('Filtered'));
    const rows = pivoted.rows.filter(({ rowKey }) => rowKey === 'P04637');
    expect(rows.flatMap(({ flags }) => flags.map(({ flag, text }) => [flag, text]))).toEqual([
      ['filtered', 'Filtered'],
    ]);
    expect(rows).toHaveLength(2);
  });

  it('with a protein that is no decoy because one of its precursors is', async () => {
    const { rows } = await pivot(
      tabbed(
        [
          'R.FileName',
          'PG.ProteinGroups',
          'PG.Quantity',
          'EG.ModifiedSequence',
          'FG.Charge',
          'FG.Quantity',
          'EG.IsDecoy',
        ],
        ['a', 'P04637', '5.5', '_AAAK_', 2, '1.5', 'False'],
        ['a', 'P04637', '5.5', '_CCCK_', 2, '2.5', 'True'],
        ['a', 'P38398', '6.5', '_DDDK_', 2, '3.5', 'True'],
        ['b', 'P38398', '7.5', '_DDDK_', 2, '4.5', 'True'],
      ),
    );
    expect(rows.map(({ rowKey, marks }) => [rowKey, marks])).toEqual([
      ['P04637', []],
      ['P38398', ['decoy']],
      ['_AAAK_+2', []],
      ['_CCCK_+2', ['decoy']],
      ['_DDDK_+2', ['decoy']],
    ]);
  });

  it('with what all rows of a sample say of it as a property of the sample', async () => {
    const { samples } = await pivot(report('5.5'));
    expect(samples).toEqual([
      { ordinal: 0, name: 'a', metadata: { 'R.Condition': 'ctl' } },
      { ordinal: 1, name: 'b', metadata: { 'R.Condition': 'trt' } },
    ]);
    const { samples: plates } = await pivot(
      exampleText('olink-npx.csv').replace(
        'A2,2,OID20049,P05231,IL6,0.05,Cardiometabolic,B04401,Plate1',
        'A2,2,OID20049,P05231,IL6,0.05,Cardiometabolic,B04401,Plate2',
      ),
    );
    expect(plates.map(({ metadata }) => metadata.PlateID)).toEqual(['Plate1', undefined, 'Plate1', 'Plate1']);
  });

  it('with a text that differs among the precursors of a protein left to their rows', async () => {
    const { rows, annotationColumns } = await pivot(exampleText('diann-report.tsv'));
    const textsOf = (wanted: string): Readonly<Record<string, string | null | undefined>> => {
      const row = rows.find(({ rowKey }) => rowKey === wanted);
      return Object.fromEntries(annotationColumns.map((name, at) => [name, row?.annotations[at]]));
    };
    expect(textsOf('P04637')).toMatchObject({ Genes: 'TP53', 'Stripped.Sequence': '' });
    expect(textsOf('LNELTEAFK2')).toMatchObject({ Genes: 'TP53', 'Stripped.Sequence': 'LNELTEAFK' });
  });

  it('with what Olink measured below its limit kept as measured, and flagged with the limit', async () => {
    const pivoted = await pivot(
      tabbed(
        ['SampleID', 'OlinkID', 'UniProt', 'Assay', 'Panel', 'PlateID', 'LOD', 'NPX'],
        ['A1', 'OID1', 'P05231', 'IL6', 'Inflammation', 'P1', '1.5', '1.25'],
        ['A2', 'OID1', 'P05231', 'IL6', 'Inflammation', 'P1', '1.5', '1.5'],
        ['A3', 'OID1', 'P05231', 'IL6', 'Inflammation', 'P2', 'NA', '0.5'],
      ),
    );
    expect(valuesOf(pivoted, 'OID1')).toEqual([{ A1: 1.25, A2: 1.5, A3: 0.5 }]);
    expect(pivoted.rows[0]?.flags).toEqual([{ column: 0, flag: 'belowLod', text: '1.25', limit: 1.5 }]);
    expect(pivoted.rows[0]?.feature?.normalName).toBe('P05231');
  });

  it('with the channels of isobaric labels as samples of their run', async () => {
    const pivoted = await pivot(
      tabbed(
        [
          'Modified sequence',
          'Raw file',
          'Leading razor protein',
          'Experiment',
          'Intensity',
          'Reporter intensity corrected 1',
          'Reporter intensity corrected 2',
          'id',
          'MS/MS IDs',
        ],
        ['_AAAK_', 'r1', 'P04637', 'A', 500, 30, 0, 0, 1],
        ['_CCCK_', 'r2', 'P04637', 'B', 600, 50, 60, 1, 2],
      ),
    );
    expect(pivoted.samples.map(({ name }) => name)).toEqual(['A', '1 A', '2 A', 'B', '1 B', '2 B']);
    expect(pivoted.columns.map(({ name }) => name)).toEqual([
      'A Intensity',
      'B Intensity',
      '1 A Reporter intensity corrected',
      '2 A Reporter intensity corrected',
      '1 B Reporter intensity corrected',
      '2 B Reporter intensity corrected',
    ]);
    expect(valuesOf(pivoted, '0')).toEqual([{ 'A Intensity': 500, '1 A Reporter intensity corrected': 30 }]);
    expect(pivoted.rows[0]?.flags).toMatchObject([{ column: 3, flag: 'zeroAsMissing', text: '0' }]);
  });
});

describe('A table with a sample a row is turned round', () => {
  it('with what Biocrates could not detect flagged with the limit that a line above the samples gives', async () => {
    const text = exampleText('biocrates.csv');
    const limitsOf = async (table: string) => {
      const { rows } = await pivot(table);
      const flags = rows.find(({ rowKey }) => rowKey === 'C0')?.flags ?? [];
      return new Set(flags.map((flag) => `${flag.text} ${flag.limit}`));
    };
    expect(await limitsOf(text)).toEqual(new Set(['< LOD 0.118']));
    const [line = ''] = text.match(/^.*LOD \(calc.\).*\n/m) ?? [];
    const quantified = line.replace('LOD (calc.) 1017001-1/1 [uM],0.118', 'LLOQ (empirical) [uM],1.5');
    expect(await limitsOf(text.replace('9.274,', '< LLOQ,').replace(line, `${line}${quantified}`))).toEqual(
      new Set(['< LLOQ 1.5', '< LOD 0.118']),
    );
    // Which plate's limit it is, is not told.
    expect(await limitsOf(text.replace(line, `${line}${line}`))).toEqual(new Set(['< LOD null']));
  });

  it('with each analyte of an ADAT linked by the accessions above it, a complex through its members', async () => {
    const { rows } = await pivot(exampleText('somascan-adat.adat'));
    expect(rows.map(({ rowKey, feature }) => [rowKey, feature?.normalName ?? null])).toEqual([
      ['2597-8', 'P15692'],
      ['2575-5', 'Q15389'],
      ['4915-64', 'P02741'],
      ['4337-49', 'P02741'],
      ['10367-62', null],
    ]);
    expect(rows[4]?.members.map(({ feature, role }) => [feature.normalName, role])).toEqual([
      ['P29459', 'lead'],
      ['P29460', 'member'],
    ]);
  });

  it('with what the lines of an ADAT say of an analyte as its annotation, in their order', async () => {
    const { rows, annotationColumns } = await pivot(exampleText('somascan-adat.adat'));
    expect(annotationColumns.slice(0, 6)).toEqual([
      'SeqIdVersion',
      'SomaId',
      'TargetFullName',
      'Target',
      'UniProt',
      'EntrezGeneID',
    ]);
    expect(rows[4]?.annotations).toEqual([
      '3',
      'SL000004',
      'Interleukin-12',
      'IL-12',
      'P29459 P29460',
      '3592 3593',
      'IL12A IL12B',
      'Human',
      'RFU',
      'Protein',
      '20',
    ]);
  });

  it('with the panel, the name and the accession that stand above an Olink assay as its annotation', async () => {
    const { rows, annotationColumns } = await pivot(
      tabbed(
        ['NPX data', 'NPX Manager', '', ''],
        ['Panel', 'Olink INFLAMMATION', 'Olink INFLAMMATION', 'Olink INFLAMMATION'],
        ['Assay', 'IL8', 'VEGFA', 'QC Warning'],
        ['Uniprot ID', 'P10145', 'P15692', ''],
        ['OlinkID', 'OID00471', 'OID00472', ''],
        ['', '', '', ''],
        ['A1', 9.5, 5.9, 'Pass'],
        ['A2', 8.5, 6.9, 'Pass'],
        ['', '', '', ''],
        ['LOD', 0.5, 0.6, ''],
      ),
    );
    expect(annotationColumns).toEqual(['Panel', 'Assay', 'Uniprot ID']);
    expect(rows.map(({ rowKey, annotations }) => [rowKey, ...annotations])).toEqual([
      ['OID00471', 'Olink INFLAMMATION', 'IL8', 'P10145'],
      ['OID00472', 'Olink INFLAMMATION', 'VEGFA', 'P15692'],
    ]);
  });
});
