import { describe, expect, it } from 'vitest';
import { recognize } from '../../../server/src/profiles/recognize.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { readHead } from '../../../server/src/table/head.ts';
import { readDataRows } from '../../../server/src/values/dataRows.ts';
import { startTally, type Tally } from '../../../server/src/values/tally.ts';

async function tally(...lines: readonly string[]): Promise<Tally> {
  const source = textSource('table.txt', `${lines.join('\n')}\n`);
  const profile = recognize(await readHead(source));
  const run = startTally(profile);
  await readDataRows(source, profile, run);
  return run.end();
}

describe('Counting a table', () => {
  it('missing cells are empty ones, words for missing and cells that the row lacks; zeros are values', async () => {
    const counted = await tally('lipid,S1,S2,S3', 'PC 34:1,1.5,NA,0', 'PE 36:2,,2.5,0', 'TG 52:3,1.5');
    expect(counted).toMatchObject({ rows: 3, features: 3, samples: ['S1', 'S2', 'S3'] });
    expect(counted.quantities[0]).toMatchObject({ samples: 3, missing: 4, zeros: 2 });
  });

  it('a zero that the tool writes for "not detected" is missing and a zero', async () => {
    const counted = await tally(
      'Protein IDs\tMajority protein IDs\tUnique peptides a\tUnique peptides b\tLFQ intensity a\tLFQ intensity b',
      'P04637\tP04637\t0\t2\t0\t125000',
      'Q9Y6K9\tQ9Y6K9\t3\t1\t33000\tNaN',
    );
    expect(counted.quantities.map(({ quantity, missing, zeros }) => [quantity.name, missing, zeros])).toEqual([
      ['LFQ intensity', 2, 1],
      ['Unique peptides', 0, 1],
    ]);
  });

  it('censored values are not missing', async () => {
    const counted = await tally('lipid,S1,S2', 'PC 34:1,<0.5,2.5', 'PE 36:2,3.5,<LOD', 'TG 52:3,1.5,n.d.');
    expect(counted.quantities[0]).toMatchObject({ missing: 1, zeros: 0 });
  });

  it('summary rows count as rows and nothing else', async () => {
    const counted = await tally('ENSG00000004139\t5', 'ENSG00000141510\t0', '__no_feature\t0', '__ambiguous\t12');
    expect(counted).toMatchObject({ rows: 4, features: 2 });
    expect(counted.quantities[0]).toMatchObject({ missing: 0, zeros: 1 });
  });

  it('a key that stands twice is one feature', async () => {
    const counted = await tally('gene,S1,S2', 'TP53,1,2', 'MYC,3,4', 'TP53,5,6');
    expect(counted).toMatchObject({ rows: 3, features: 2 });
  });

  it('keys longer than the slices that V8 makes are told apart', async () => {
    const counted = await tally(
      'lipid,S1',
      'PC 16:0/18:1(9Z) long,1',
      'PC 16:0/18:1(11Z) long,2',
      'PC 16:0/18:1(9Z) long,3',
    );
    expect(counted.features).toBe(2);
  });

  it('with samples in rows every row is a sample, a repeated name too', async () => {
    const counted = await tally('sample_id,PC 34:1,PE 36:2', 'A,1.5,2.5', 'B,,4.5', 'A,0,6.5');
    expect(counted).toMatchObject({ rows: 3, features: 2, samples: ['A', 'B', 'A'] });
    expect(counted.quantities[0]).toMatchObject({ samples: 3, missing: 1, zeros: 1 });
  });

  it('in a long table samples and molecules are those that the rows name, and missing cells those of the rows', async () => {
    const counted = await tally(
      'Molecule,Molecule List Name,Replicate Name,Precursor Mz,Area,Retention Time',
      'PC 34:1,PC,S1,760.5,100,2.5',
      'PC 34:1,PC,S2,760.5,#N/A,2.5',
      'PE 36:2,PE,S1,744.5,0,3.5',
    );
    expect(counted).toMatchObject({ rows: 3, features: 2, samples: ['S1', 'S2'] });
    expect(
      counted.quantities.map(({ quantity, samples, missing, zeros }) => [quantity.name, samples, missing, zeros]),
    ).toEqual([
      ['Area', 2, 1, 1],
      ['Retention Time', 2, 0, 0],
    ]);
  });

  it('a sample sheet has its rows as samples and no features', async () => {
    const counted = await tally('sample,group,batch', 'S1,case,1', 'S2,control,1');
    expect(counted).toMatchObject({ rows: 2, features: 0, samples: ['S1', 'S2'], quantities: [] });
  });

  it('results have statistics and no samples', async () => {
    const counted = await tally(
      'gene,baseMean,log2FoldChange,pvalue,padj',
      'TP53,5.5,1.5,0.01,NA',
      'MYC,6.5,-1.5,0.5,0.6',
    );
    expect(counted).toMatchObject({ rows: 2, features: 2, samples: [], quantities: [] });
    expect(counted.statistics).toEqual(['baseMean', 'log2FoldChange', 'pvalue', 'padj']);
  });
});
