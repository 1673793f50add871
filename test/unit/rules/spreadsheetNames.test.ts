import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/diagnostics.ts';
import { saidOrganism } from '../../../server/src/profiles/organism/organism.ts';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { findingsOf, found, soundLines, spoiled } from './judged.ts';

const choicesOf = ({ fixes }: Finding): readonly string[] => fixes.map(({ title }) => title);

/** The text after one of a finding's choices. */
const choose = (text: string, { fixes }: Finding, choice: number): string => {
  const [{ start, end, newText } = { start: 0, end: 0, newText: '' }] = fixes[choice]?.edits ?? [];
  return text.slice(0, start) + newText + text.slice(end);
};

const only = async (text: string, change?: (profile: Profile) => Partial<Profile>): Promise<Finding> => {
  const findings = await findingsOf(text, change);
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
};

describe('excel-date-gene', () => {
  it.each([
    ['1-Mar', ['MARCHF1', 'MTARC1']],
    ['Mar-01', ['MARCHF1', 'MTARC1']],
    ['01-Mar-20', ['MARCHF1', 'MTARC1']],
    ['2-Sep', ['SEPTIN2']],
    ['2-Sept', ['SEPTIN2']],
    ['2006/09/02', ['SEPTIN2']],
    ['2006-09-02 00:00:00', ['SEPTIN2']],
    ['9/2/2006', ['SEPTIN2']],
    ['03/09/2020', ['MARCHF9', 'SEPTIN3']],
    ['03/01/2020', ['MARCHF1', 'MTARC1']],
    ['01.03.', ['MARCHF1', 'MTARC1']],
    ['1.3.2020', ['MARCHF1', 'MTARC1']],
    ['1-Dec', ['DELEC1']],
    ['15-Sep', ['SELENOF']],
    ['01. Mrz', ['MARCHF1', 'MTARC1']],
    ['1-mrt', ['MARCHF1', 'MTARC1']],
    ['1-dic', ['DELEC1']],
    ['1-déc', ['DELEC1']],
    ['2-set', ['SEPTIN2']],
    ['2-ago', ['AGO2']],
    ['4-Oct', ['OCT4']],
    ['25-Dec', []],
  ])('finds %s among genes and offers each gene it may have been: %j', async (date, genes) => {
    const finding = await only(spoiled({ 3: `${date}\t11\t21\t31` }));
    expect(finding).toMatchObject({ code: 'excel-date-gene', severity: 'error', blocks: false, cell: 0, row: 1 });
    expect(choicesOf(finding)).toEqual(genes.map((gene) => `Write ${gene}`));
    expect(finding.fixes.every(({ safe }) => !safe)).toBe(true);
  });

  it('is gone after a choice, which changes nothing but the cell', async () => {
    const text = spoiled({ 3: '"1-Mar"\t11\t21\t31' });
    const mended = choose(text, await only(text), 1);
    expect(mended).toBe(spoiled({ 3: 'MTARC1\t11\t21\t31' }));
    expect(await found(mended)).toEqual([]);
  });

  it('offers the old names too where the rest of the column uses old names', async () => {
    const finding = await only(spoiled({ 3: '1-Mar\t11\t21\t31', 5: 'SEPT7-AS1\t13\t23\t33' }));
    expect(choicesOf(finding)).toEqual(['Write MARCH1', 'Write MARCHF1', 'Write MARC1', 'Write MTARC1']);
  });

  it('offers mouse genes among mouse genes', async () => {
    const mouse = soundLines.map((line) =>
      line.replace(/^[A-Z]\w+/, (symbol) => symbol[0] + symbol.slice(1).toLowerCase()),
    );
    const finding = await only(mouse.join('\n').replace('Brca1', '2-Sep').concat('\n'));
    expect(choicesOf(finding)).toEqual(['Write Septin2']);
  });

  it('is found where a spreadsheet has sorted the dates to the top', async () => {
    const dates = Array.from(
      { length: 24 },
      (_, at) => `${(at % 11) + 1}-${at < 12 ? 'Mar' : 'Sep'}\t${at}\t4\t${at + 5}`,
    );
    const text = [soundLines[0], ...dates, ...soundLines.slice(1)].join('\n');
    const findings = await findingsOf(text);
    expect(findings.filter(({ code }) => code === 'excel-date-gene').map(({ row }) => row)).toEqual(
      dates.map((_, at) => at),
    );
  });

  it('is found in a column of gene names beside the proteins', async () => {
    const rows = ['P04637\tTP53', 'P38398\tBRCA1', 'P00533\tEGFR', 'P01106\tMYC', 'P01116\tKRAS', 'Q96T23\t7-Sep'];
    const text = ['Protein.Group\tGenes\tFirst.Protein.Description\tr1.raw\tr2.raw']
      .concat(rows.map((row, at) => `${row}\tx\t${at + 1}.5\t${at + 2}.25`))
      .join('\n');
    expect(await found(text)).toContain('7:2 excel-date-gene error');
  });

  it('is found among the symbols that describe the genes of a GCT table, and not in a description in words', async () => {
    const gct = (names: readonly string[]): string =>
      ['#1.2', `${names.length}\t2`, 'Name\tDescription\tS1\tS2']
        .concat(names.map((name, at) => `ENSG${String(at).padStart(11, '0')}\t${name}\t${at}\t${at + 2}`))
        .join('\n');
    const symbols = soundLines.slice(1).map((line) => line.split('\t')[0] ?? '');
    expect(await found(gct([...symbols, '3-Sep']))).toEqual(['16:2 excel-date-gene error']);
    expect(await found(gct([...symbols.map(() => 'seen first on'), '3-Sep']))).toEqual([]);
  });

  it('is found in the header of a table with samples in rows', async () => {
    const text = 'sample,TP53,BRCA1,EGFR,1-Mar,MYC,KRAS,PTEN\ns1,1,2,3,4,5,6,7\ns2,2,3,4,5,6,7,9\ns3,3,1,4,1,5,9,2\n';
    const change = (profile: Profile): Partial<Profile> => ({
      shape: 'samples-in-rows',
      identity: { column: -1, kind: 'gene', namespace: null, groupSeparator: null },
      columns: profile.columns.map((column, at) =>
        at === 0 ? { ...column, role: 'sample-name' } : { ...column, role: 'value', quantity: 0, feature: column.name },
      ),
    });
    expect(await found(text, change)).toContain('1:5 excel-date-gene error');
  });

  it('is silent where the names are not those of genes', async () => {
    const days = ['day', '1-Mar', '2-Mar', '3-Mar', '4-Mar', '5-Mar'];
    expect(
      await found(days.map((day, at) => (at === 0 ? 'day\tS1\tS2' : `${day}\t${at}\t${at + 2}`)).join('\n')),
    ).toEqual([]);
    const metabolites = ['glucose', '1-Mar', 'citric acid', 'lactate', 'alanine', 'glycine', 'serine'];
    const text = ['metabolite\tS1\tS2', ...metabolites.map((name, at) => `${name}\t${at}.5\t${at + 2}.5`)].join('\n');
    expect((await found(text)).filter((finding) => finding.includes('excel'))).toEqual([]);
  });

  it('is silent for a date of sampling beside the genes and for the names of samples', async () => {
    const text = spoiled({}).replaceAll('\n', '\t1-Mar\n').replace('\t1-Mar', '\tdate');
    expect((await found(text)).filter((finding) => finding.includes('excel'))).toEqual([]);
    expect(
      (await found(spoiled({ 1: 'gene\t1-Mar\t2-Mar\t3-Mar' }))).filter((finding) => finding.includes('excel')),
    ).toEqual([]);
  });

  it.each(['sep-1', 'apr-1', 'MARCHF1', 'SEPTIN2', 'MIR6859-1', 'AC104.1', 'SEP15', 'HLA-DRB1', 'mar-3', 'T05A1.10'])(
    'is silent for %s, which is a name',
    async (name) => {
      expect(await found(spoiled({ 3: `${name}\t11\t21\t31` }))).toEqual([]);
    },
  );
});

describe('excel-serial-date-gene', () => {
  it('offers the gene by each date system that fits', async () => {
    const finding = await only(spoiled({ 3: '43525\t11\t21\t31' }));
    expect(finding).toMatchObject({ code: 'excel-serial-date-gene', severity: 'error', cell: 0, row: 1 });
    expect(choicesOf(finding)).toEqual([
      'Write MARCHF1 (2019-03-01 by the date system of 1900)',
      'Write MTARC1 (2019-03-01 by the date system of 1900)',
      'Write MARCHF2 (2023-03-02 by the date system of 1904)',
      'Write MTARC2 (2023-03-02 by the date system of 1904)',
    ]);
    const text = spoiled({ 3: '43525\t11\t21\t31' });
    expect(await found(choose(text, finding, 2))).toEqual([]);
  });

  it('offers one date system where the others of the column fit no other', async () => {
    const text = spoiled({ 3: '43525\t11\t21\t31', 5: '43535\t13\t23\t33' });
    const [march] = await findingsOf(text);
    expect(march && choicesOf(march)).toEqual([
      'Write MARCHF1 (2019-03-01 by the date system of 1900)',
      'Write MTARC1 (2019-03-01 by the date system of 1900)',
    ]);
  });

  it('is silent where the column has other numbers, which are ids of genes without a symbol', async () => {
    expect(await found(spoiled({ 3: '43525\t11\t21\t31', 5: '100287102\t13\t23\t33' }))).toEqual([]);
    expect(await found(spoiled({ 3: '43600\t11\t21\t31' }))).toEqual([]);
  });
});

describe('excel-float-id', () => {
  it.each(['2.31E+19', '1.00E+12', '1E+12', '2,31E+13'])('finds %s among names, without a choice', async (id) => {
    const finding = await only(spoiled({ 3: `${id}\t11\t21\t31` }));
    expect(finding).toMatchObject({ code: 'excel-float-id', severity: 'error', cell: 0, row: 1, fixes: [] });
  });

  it('offers the clone where no digit is lost', async () => {
    const text = spoiled({ 3: '2.310009E+19\t11\t21\t31' });
    const finding = await only(text);
    expect(choicesOf(finding)).toEqual(['Write 2310009E13']);
    expect(await found(choose(text, finding, 0))).toEqual([]);
    const among = await only(spoiled({ 3: '2.310009e+19\t11\t21\t31', 4: '1700001C02Rik\t12\t22\t32' }));
    expect(choicesOf(among)).toEqual(['Write 2310009E13Rik']);
  });

  it('finds a long number among numbers that are ids', async () => {
    const ids = ['1493882053114', '1493881927653', '1493881396345', '1.49388E+12', '1493881763263', '1493881234323'];
    const text = ['Cluster ID\tS1\tS2', ...ids.map((id, at) => `${id}\t${at}.5\t${at + 2}.5`)].join('\n');
    const change = ({ columns }: Profile): Partial<Profile> => ({
      identity: { column: 0, kind: 'protein', namespace: null, groupSeparator: null },
      columns: columns.map((column) => (column.index === 0 ? { ...column, role: 'key' } : column)),
      rowKey: [0],
    });
    expect(await found(text, change)).toContain('5:1 excel-float-id error');
  });

  it('is silent in measured columns, among m/z values, and for the row numbers that R writes', async () => {
    expect(await found(spoiled({ 3: 'BRCA1\t1.1E+02\t21\t31' }))).not.toContain('3:2 excel-float-id error');
    const judge = async (ids: readonly string[]): Promise<readonly string[]> =>
      found(['id\tS1\tS2', ...ids.map((id, at) => `${id}\t${at}.5\t${at + 2}.5`)].join('\n'), ({ columns }) => ({
        columns: columns.map((column) => (column.index === 0 ? { ...column, role: 'key' } : column)),
        rowKey: [0],
      }));
    expect((await judge(['100.1', '200.2', '300.3', '1.00E+03', '500.5', '600.6'])).join()).not.toContain('excel');
    expect((await judge(['99997', '99998', '99999', '1e+05', '100001', '100002'])).join()).not.toContain('excel');
  });
});

describe('gene-symbol-renamed', () => {
  const human = (): Partial<Profile> => ({ organism: saidOrganism(9606) });

  it.each([
    ['SEPT9', 'SEPTIN9'],
    ['MARCH11', 'MARCHF11'],
    ['MARC2', 'MTARC2'],
    ['DEC1', 'DELEC1'],
    ['SEP15', 'SELENOF'],
  ])('tells that %s is now %s, and is gone after the change', async (previous, symbol) => {
    const text = spoiled({ 3: `${previous}\t11\t21\t31` });
    const finding = await only(text, human);
    expect(finding).toMatchObject({ code: 'gene-symbol-renamed', severity: 'information', cell: 0, row: 1 });
    const mended = choose(text, finding, 0);
    expect(mended).toBe(spoiled({ 3: `${symbol}\t11\t21\t31` }));
    expect(await found(mended, human)).toEqual([]);
  });

  it('is silent for other organisms and where none is known', async () => {
    const text = spoiled({ 3: 'SEPT9\t11\t21\t31' });
    expect(await found(text)).toEqual([]);
    expect(await found(text, () => ({ organism: saidOrganism(10090) }))).toEqual([]);
    expect(await found(spoiled({ 3: 'Sept9\t11\t21\t31' }), human)).toEqual([]);
  });

  it('is silent where the new symbol stands in the column too, and for symbols that are approved', async () => {
    expect(await found(spoiled({ 3: 'SEPT9\t11\t21\t31', 6: 'SEPTIN9\t14\t24\t34' }), human)).toEqual([]);
    expect(await found(spoiled({ 3: 'SEPT5-GP1BB\t11\t21\t31' }), human)).toEqual([]);
  });
});
