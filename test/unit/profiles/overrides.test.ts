import { describe, expect, it } from 'vitest';
import { rankLayouts, readProfile } from '../../../server/src/profiles/readProfile.ts';
import { bytesSource, textSource } from '../../../server/src/table/byteSource.ts';
import { readHead } from '../../../server/src/table/head.ts';
import type { Overrides } from '../../../shared/src/overrides.ts';

const genes = ['TP53', 'MYC', 'EGFR', 'KRAS', 'BRAF', 'PTEN'];
const table = ['gene,S1,S2,S3', ...genes.map((gene, row) => `${gene},${row},${row + 1},${row + 2}`), ''].join('\n');

const read = (text: string, overrides: Overrides) => readProfile(textSource('t.csv', text), { overrides });

describe('what a person says of a table', () => {
  it('is followed and listed, and all else is read from the table', async () => {
    const profile = await read(table, { omicsType: 'proteomics' });
    expect(profile).toMatchObject({
      omicsType: 'proteomics',
      shape: 'features-in-rows',
      overrides: { omicsType: 'proteomics' },
    });
    expect((await read(table, {})).overrides).toEqual({});
  });

  it('decides the delimiter, where two would do', async () => {
    const text = table.replaceAll(',', ';').replaceAll('TP53', 'TP53,x');
    expect((await read(text, { delimiter: ';' })).columns).toHaveLength(4);
    expect((await read(text, { delimiter: ',' })).delimiter).toBe(',');
  });

  it('decides which way round a matrix lies', async () => {
    const profile = await read(table, { orientation: 'samples-in-rows' });
    expect(profile.shape).toBe('samples-in-rows');
    expect(profile.columns.filter(({ role }) => role === 'value').map(({ name }) => name)).toEqual(['S1', 'S2', 'S3']);
  });

  it('is an error that says what is possible where a table does not lie so', async () => {
    const groups = ['Protein IDs\tMajority protein IDs\tLFQ intensity A\tLFQ intensity B'];
    for (const id of ['P12345', 'P67890', 'Q99999']) groups.push(`${id}\t${id}\t110\t210`);
    const text = `${groups.join('\n')}\n`;
    const layout = 'maxquant-protein-groups';
    await expect(read(text, { layout, orientation: 'samples-in-rows' })).rejects.toThrow(
      "can't be read as maxquant-protein-groups with samples in rows. It can be read with features in rows.",
    );
    // Where the layout itself is what can't be followed, turning the table would not help.
    await expect(read(table, { layout, orientation: 'samples-in-rows' })).rejects.toThrow(
      /can't be read as maxquant-protein-groups: .* It can be read as .*plain-matrix/,
    );
    await expect(read('', { orientation: 'samples-in-rows' })).rejects.toThrow('No measured column was found in it.');
  });

  it('decides the layout among those that recognise the table, and another is an error that names them', async () => {
    const names = rankLayouts(await readHead(textSource('t.csv', table))).map(({ layout }) => layout);
    expect(names).toContain('plain-matrix');
    expect((await read(table, { layout: 'plain-matrix' })).layout).toBe('plain-matrix');
    const failure = read(table, { layout: 'maxquant-protein-groups' });
    await expect(failure).rejects.toMatchObject({ kind: 'invalidInput' });
    await expect(failure).rejects.toThrow(/plain-matrix/);
    await expect(read(table, { layout: 'no-such' })).rejects.toThrow(/no such layout/);
  });

  it('decides the primary quantity, and an unknown one is an error that names those there are', async () => {
    const quantities = ['Protein IDs', 'Intensity A', 'Intensity B', 'LFQ intensity A', 'LFQ intensity B'];
    const rows = ['P12345', 'P67890', 'Q99999'].map((id, row) =>
      [id, 100 + row, 200 + row, 110 + row, 210 + row].join('\t'),
    );
    const groups = [
      [...quantities, 'Majority protein IDs'].join('\t'),
      ...rows.map((row) => `${row}\tP12345`),
      '',
    ].join('\n');
    const plain = await read(groups, {});
    const other = plain.quantities.find(({ primary, name }) => !primary && name !== null)?.name ?? '';
    expect(other).not.toBe('');
    const chosen = await read(groups, { quantity: other });
    expect(chosen.quantities.filter(({ primary }) => primary).map(({ name }) => name)).toEqual([other]);
    await expect(read(groups, { quantity: 'area' })).rejects.toThrow(other);
  });

  it('decides which columns are measured, and the others are annotation then', async () => {
    const wide = `gene,start,S 1,S 2,Ratio (1)\n${genes.map((gene) => `${gene},10,1.5,2.5,3.5`).join('\n')}\n`;
    const measured = async (sampleColumns: readonly string[]) => {
      const profile = await read(wide, { sampleColumns });
      return {
        samples: profile.samples.map(({ name }) => name),
        others: profile.columns.filter(({ role }) => role === 'annotation').map(({ name }) => name),
      };
    };
    expect(await measured(['S*'])).toEqual({ samples: ['S 1', 'S 2'], others: ['start', 'Ratio (1)'] });
    expect(await measured(['Ratio (1)', 'start'])).toEqual({
      samples: ['start', 'Ratio (1)'],
      others: ['S 1', 'S 2'],
    });
    await expect(read(wide, { sampleColumns: ['S 3'] })).rejects.toThrow(
      't.csv has no column S 3. It has gene, start, S 1, S 2, Ratio (1).',
    );
    await expect(read(wide, { sampleColumns: ['gene'] })).rejects.toThrow(/gene identifies the rows/);
    const turned = read(wide, { orientation: 'samples-in-rows', sampleColumns: ['S 1'] });
    await expect(turned).rejects.toThrow(
      /samples in rows.*"sampleColumns" can be said of a table with features in rows/,
    );
  });

  it('decides which columns together identify a row, in that order', async () => {
    const text = `name,adduct,S1,S2\n${['Ala', 'Ser', 'Gly'].map((name) => `${name},[M+H]+,1.5,2.5`).join('\n')}\n`;
    const profile = await read(text, { rowKey: ['adduct', 'name'] });
    expect(profile.rowKey).toEqual([1, 0]);
    expect(profile.columns.filter(({ role }) => role === 'key').map(({ name }) => name)).toEqual(['name', 'adduct']);
    const measured = await read(text, { rowKey: ['S1'] });
    expect(measured.samples.map(({ name }) => name)).toEqual(['S2']);
  });

  it('keeps of a tool with several quantities those that still have columns, the first of them primary', async () => {
    const names = [
      'Protein IDs',
      'Majority protein IDs',
      'Intensity A',
      'Intensity B',
      'LFQ intensity A',
      'LFQ intensity B',
    ];
    const rows = ['P12345', 'P67890', 'Q99999'].map((id) => [id, id, 100, 200, 110, 210].join('\t'));
    const profile = await read(`${[names.join('\t'), ...rows].join('\n')}\n`, { sampleColumns: ['Intensity *'] });
    expect(profile.quantities.map(({ name, primary }) => [name, primary])).toEqual([['Intensity', true]]);
    expect(profile.samples.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('takes no zero of a column for missing that only a person says is measured', async () => {
    const names = ['Protein IDs', 'Majority protein IDs', 'LFQ intensity A', 'LFQ intensity B'];
    const header = [...names, 'Sequence coverage A [%]', 'Sequence coverage B [%]'];
    const rows = ['P12345', 'P67890', 'Q99999'].map((id) => [id, id, 0, 210, 0, 12.5].join('\t'));
    const profile = await read(`${[header.join('\t'), ...rows].join('\n')}\n`, {
      sampleColumns: ['Sequence coverage *'],
    });
    expect(profile.quantities).toMatchObject([{ name: null, zeroIsMissing: false, primary: true }]);
    expect(profile.columns.flatMap(({ role, quantity }) => (role === 'value' ? [quantity] : []))).toEqual([0, 0]);
  });

  it('decides the scale of the primary quantity', async () => {
    const { quantities } = await read(table, { scale: 'log2' });
    expect(quantities.map(({ scale }) => scale)).toEqual(['log2']);
  });

  it('decides the encoding, and bytes that it has no character for are told', async () => {
    const bytes = Buffer.from(table.replace('S1', 'Sé1'), 'latin1');
    const asked = (encoding: NonNullable<Overrides['encoding']>) =>
      readProfile(bytesSource('t.csv', bytes), { overrides: { encoding } });
    expect(await asked('windows-1252')).toMatchObject({ encoding: 'windows-1252', undecodable: false });
    expect(await asked('utf-8')).toMatchObject({ encoding: 'utf-8', undecodable: true });
  });
});
