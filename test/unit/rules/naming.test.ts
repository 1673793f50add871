import { describe, expect, it } from 'vitest';
import { findingsOf, found, marked, mend, soundLines } from './judged.ts';

/** The sound table with other names of its samples. */
function named(...names: readonly string[]): string {
  return [['gene', ...names].join('\t'), ...soundLines.slice(1)].join('\n').concat('\n');
}

describe('mixed-line-endings', () => {
  const mixed = (ends: (line: number) => string): string => soundLines.map((line, at) => line + ends(at)).join('');

  it('is a warning about the file, whose fix writes the commoner end everywhere', async () => {
    const text = mixed((line) => (line === 4 || line === 7 ? '\r\n' : '\n'));
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'mixed-line-endings',
      severity: 'warning',
      blocks: false,
      cell: 0,
      row: null,
    });
    expect(finding?.range.startLine).toBe(0);
    expect(finding && mend(text, finding)).toBe(mixed(() => '\n'));
  });

  it('writes CRLF where most lines end so, also behind the header', async () => {
    const text = mixed((line) => (line === 0 || line === 12 ? '\n' : '\r\n'));
    const [finding] = await findingsOf(text);
    expect(finding && mend(text, finding)).toBe(mixed(() => '\r\n'));
  });

  it('is found where only lines above the header or blank ones end otherwise, and both are mended', async () => {
    const text = `# made by hand\r\n${mixed((line) => (line === 5 ? '\n\r\n' : '\n'))}`;
    const finding = (await findingsOf(text)).find(({ code }) => code === 'mixed-line-endings');
    expect(finding && mend(text, finding)).toBe(text.replaceAll('\r\n', '\n'));
  });

  it('is silent for line breaks inside quoted cells, and where the last line has no end', async () => {
    const text = mixed((line) => (line === 12 ? '' : '\r\n')).replace('EGFR', '"EGFR\nalias"');
    expect(await found(text)).toEqual([]);
  });
});

describe('sample-name-is-path', () => {
  it('is information, once a table at the first such name, whose fix writes base names', async () => {
    const text = named('D:\\data\\S1.raw', 'D:\\data\\S2.raw', 'D:\\data\\S3.raw');
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'sample-name-is-path', severity: 'information', blocks: false, cell: 1 });
    expect(finding && marked(text, finding)).toBe('D:\\data\\S1.raw');
    expect(finding && mend(text, finding)).toBe(named('S1', 'S2', 'S3'));
  });

  it.each([
    ['/data/bam/S2.sorted.bam', 'S2'],
    ['./S2.bam', 'S2'],
    ['\\\\server\\share\\S2.d', 'S2'],
    ['S2.mzML', 'S2'],
    ['run.2.raw', 'run.2'],
  ])('takes %s for a file of the sample %s', async (path, base) => {
    const text = named('S1', path, 'S3');
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'sample-name-is-path', cell: 2 });
    expect(finding && mend(text, finding)).toBe(named('S1', base, 'S3'));
  });

  it('is mended at the right cells where R has left out the name of the row names', async () => {
    const short = (text: string): string => text.replace(/^gene\t/, '');
    const text = short(named('S1', '/data/S2.bam', 'S3'));
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding?.cell).toBe(1);
    expect(finding && mend(text, finding)).toBe(short(named('S1', 'S2', 'S3')));
  });

  it('offers no fix where two samples would have one name', async () => {
    const [finding] = await findingsOf(named('/run1/S1.bam', '/run2/S1.bam', 'S3'));
    expect(finding?.code).toBe('sample-name-is-path');
    expect(finding?.fixes).toEqual([]);
    expect((await findingsOf(named('/run1/S3.bam', 'S2', 'S3')))[0]?.fixes).toEqual([]);
  });

  it('is found and mended where the samples are rows', async () => {
    const rows = [1, 2, 3, 4, 5, 6].map(
      (at) => `/data/S${at}.raw\t${at % 2 ? 'ctl' : 'trt'}\t${at}.5\t${at * 3}.25\t${at * 7}.5`,
    );
    const text = ['Sample\tGroup\tPC 34:1\tPE 36:2\tTG 52:2', ...rows].join('\n').concat('\n');
    const finding = (await findingsOf(text)).find(({ code }) => code === 'sample-name-is-path');
    expect(finding).toMatchObject({ cell: 0, range: { startLine: 1 } });
    const mended = finding ? mend(text, finding) : '';
    expect(mended).toBe(text.replaceAll('/data/', '').replaceAll('.raw', ''));
    expect((await found(mended)).filter((line) => line.includes('is-path'))).toEqual([]);
  });

  it('is silent for names with slashes or points that are no paths', async () => {
    expect(await found(named('ctl/1', 'trt/1', 'S3.rep1'))).toEqual([]);
  });

  it("is silent for file names among a tool's own words", async () => {
    const rows = [1, 2, 3, 4].map((at) => `${at}\t200.${at}\t1.${at}\t${at}00\t${at}10\t`);
    const header = 'row ID\trow m/z\trow retention time\tS1.mzML Peak area\tS2.mzML Peak area\t';
    expect((await found([header, ...rows].join('\n'))).filter((line) => line.includes('is-path'))).toEqual([]);
  });
});

describe('ensembl-version-mixed', () => {
  const gene = (row: number): string => `ENSG${String(row * 7919).padStart(11, '0')}`;
  const genes = Array.from({ length: 20 }, (_, row) => gene(row + 1));
  const table = (ids: readonly string[]): string =>
    ['gene_id\tS1\tS2\tS3', ...ids.map((id, row) => `${id}\t${row}\t${row + 3}\t${row + 1}`)].join('\n').concat('\n');

  it('is information at the first of those that are fewer', async () => {
    const versioned = genes.map((id, row) => (row === 6 || row === 9 ? id : `${id}.4`));
    const [finding, ...others] = await findingsOf(table(versioned));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'ensembl-version-mixed', severity: 'information', cell: 0, row: 6 });
    expect(await found(table(genes.map((id, row) => (row === 3 ? `${id}.11` : id))))).toEqual([
      '5:1 ensembl-version-mixed information',
    ]);
  });

  it('is found in the header with samples in rows', async () => {
    const header = ['Sample', 'Group', ...genes.map((id, at) => (at === 4 ? id : `${id}.2`))].join('\t');
    const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, row) =>
      [`${name}${row}`, row % 2 ? 'ctl' : 'trt', ...genes.map((_, at) => (row + 1) * at + 0.5)].join('\t'),
    );
    expect((await found([header, ...rows].join('\n'))).filter((line) => line.includes('ensembl'))).toEqual([
      '1:7 ensembl-version-mixed information',
    ]);
  });

  it('is silent where all have a version, the copies on the Y chromosome too, where none has, and beside spike-ins', async () => {
    const par = [...genes.slice(1).map((id) => `${id}.3`), `${genes[0]}.3_PAR_Y`];
    for (const ids of [par, genes, [...genes.map((id) => `${id}.3`), 'ERCC-00002']])
      expect(await found(table(ids))).toEqual([]);
  });
});

describe('ambiguous-annotation', () => {
  const names = [
    'Glucose',
    'Alanine',
    'Citrate',
    'Lactate',
    'Glycine',
    'Serine',
    'Malate',
    'Fumarate',
    'Taurine',
    'Urea',
  ];
  const table = (change: Readonly<Record<number, string>> = {}): string =>
    [
      'Metabolite\tmz\trt\tS1\tS2\tS3',
      ...names.map(
        (name, row) =>
          change[row] ?? `${name}\t${100 + row}.05\t${row}.5\t${row + 1010}.5\t${row + 1020}.25\t${row + 1030}.5`,
      ),
    ]
      .join('\n')
      .concat('\n');

  it('is silent for one name a cell and one row a peak', async () => {
    expect(await found(table())).toEqual([]);
  });

  it.each(['Isoleucine/Leucine', 'GLUCOSE / FRUCTOSE (*)', 'Citrate or Isocitrate', 'Xylose|Arabinose'])(
    'is information at a cell that names several: %s',
    async (name) => {
      expect(await found(table({ 4: `${name}\t120.1\t7.5\t1.5\t2.5\t3.5` }))).toEqual([
        '6:1 ambiguous-annotation information',
      ]);
    },
  );

  it.each([
    'Albumin/Creatinine',
    'Leucine/Isoleucine ratio',
    'PE(16:0/18:1)',
    'PC 34:1|PC 16:0_18:1',
    'alpha/beta-Glucose',
    '1,2-dioleoyl/palmitoyl-glycerol',
  ])('is silent for %s', async (name) => {
    expect(
      (await found(table({ 4: `${name}\t120.1\t7.5\t1.5\t2.5\t3.5` }))).filter((line) => line.includes('ambiguous')),
    ).toEqual([]);
  });

  it('is information once for a peak of many names, at its first row, and says how many there are', async () => {
    const copy = (name: string): string => `${name}\t100.05\t0.5\t1010.5\t1020.25\t1030.5`;
    const text = table({ 7: copy('Fructose'), 8: copy('Mannose'), 9: copy('Xylose') });
    expect(await found(text)).toEqual(['2:1 ambiguous-annotation information']);
    const [finding] = await findingsOf(text);
    expect(finding?.message).toContain('4 rows (lines 2 to 11)');
    expect(finding?.message).toContain('under 4 names');
  });

  it('is silent where a value, the mass or the time differs, or nothing was measured', async () => {
    for (const other of [
      'Fructose\t100.05\t0.5\t1010.5\t1020.25\t1030.6',
      'Fructose\t100.05\t0.6\t1010.5\t1020.25\t1030.5',
    ])
      expect(await found(table({ 7: other }))).toEqual([]);
    const empty = (name: string): string => `${name}\t100.05\t0.5\t\t\t`;
    expect(await found(table({ 7: empty('Fructose'), 8: empty('Mannose') }))).toEqual([]);
  });
});
