import { describe, expect, it } from 'vitest';
import { findingsOf, found } from './judged.ts';

/** What R's p.adjust(method = 'BH') gives. */
function adjustBh(p: readonly number[]): readonly number[] {
  const descending = p.map((value, at) => ({ value, at })).sort((one, other) => other.value - one.value);
  const adjusted = new Array<number>(p.length).fill(1);
  let least = 1;
  descending.forEach(({ value, at }, rank) => {
    least = Math.min(least, (value * p.length) / (p.length - rank));
    adjusted[at] = least;
  });
  return adjusted;
}

const rowCount = 60;
const p = Array.from(
  { length: rowCount },
  (_, row) => ((row * 37 + 11) % rowCount) ** 3 / rowCount ** 3 + 1e-5 * (row + 1),
);
const padj = adjustBh(p);
/** A p-value of which the adjusted one lies between those of others, so that what is out of order is this cell alone. */
const middle = p.findIndex((value) => value > 0.2 && value < 0.3);

type Rows = readonly (readonly (number | string)[])[];

function table(names: readonly string[], rows: Rows, delimiter = '\t'): string {
  const lines = rows.map((cells, row) => [`GENE${row + 1}`, ...cells].join(delimiter));
  return [['gene', ...names].join(delimiter), ...lines].join('\n').concat('\n');
}

/** A table of p-values and adjusted ones beside a fold change, some cells of which are others; line 2 is row 0. */
function compared(
  names: readonly [string, string],
  change: (row: number) => { readonly p?: number | string; readonly padj?: number | string } = () => ({}),
): string {
  return table(
    ['log2FoldChange', ...names],
    p.map((value, row) => [((row % 7) - 3) / 2, change(row).p ?? value, change(row).padj ?? padj[row] ?? 1]),
  );
}

const pairsOfNames: readonly (readonly [string, string])[] = [
  ['P.Value', 'adj.P.Val'],
  ['pvalue', 'padj'],
  ['PValue', 'FDR'],
  ['pvals', 'pvals_adj'],
  ['p_val', 'p_val_adj'],
  ['pvalue', 'adj.pvalue'],
  ['A_vs_B_p.val', 'A_vs_B_p.adj'],
  ['4-5_PValue', '4-5_AdjPVal'],
  ['p.value.X-Y', 'p.value.adj.X-Y'],
  ['Abundance Ratio P-Value: (t) / (c)', 'Abundance Ratio Adj. P-Value: (t) / (c)'],
];

describe('p-values as R and Python adjust them', () => {
  it.each(pairsOfNames)('are not found fault with under the names %s and %s', async (...names) => {
    expect(await found(compared(names))).toEqual([]);
  });

  it('are not found fault with where rows are left out, or digits', async () => {
    const lines = compared(['pvalue', 'padj']).split('\n');
    expect(await found(lines.filter((_, at) => at % 3 !== 1).join('\n'))).toEqual([]);
    for (const digits of [2, 3]) {
      const rounded = (value: number): number => Number(value.toPrecision(digits));
      const text = compared(['pvalue', 'padj'], (row) => ({ p: rounded(p[row] ?? 1), padj: rounded(padj[row] ?? 1) }));
      expect(await found(text)).toEqual([]);
    }
  });
});

describe('p-out-of-range', () => {
  it.each(pairsOfNames)('is an error at the cell, in %s and in %s, and all that is said of it', async (...names) => {
    const at = middle + 2;
    expect(await found(compared(names, (row) => (row === middle ? { p: 1.7 } : {})))).toEqual([
      `${at}:3 p-out-of-range error`,
    ]);
    expect(await found(compared(names, (row) => (row === middle ? { p: -0.01 } : {})))).toEqual([
      `${at}:3 p-out-of-range error`,
    ]);
    expect(await found(compared(names, (row) => (row === middle ? { padj: -0.5 } : {})))).toEqual([
      `${at}:4 p-out-of-range error`,
    ]);
  });

  it('is said once of a column of p-values that are logarithms, at its first number', async () => {
    const text = compared(['pvalue', 'score'], (row) => ({ p: -Math.log10(p[row] ?? 1) }));
    expect((await found(text)).filter((line) => line.includes('p-out'))).toEqual(['2:3 p-out-of-range error']);
  });

  it('does not block, and judges q-values too', async () => {
    const text = compared(['p', 'q-value'], (row) => (row === 5 ? { padj: 1.2 } : {}));
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'p-out-of-range', blocks: false, cell: 3, row: 5 });
  });

  it.each(['-Log10 p', "-Log Student's T-test p-value a_b", 'neg_log10_pvalue', '-log10(padj)', 'FDR (%)'])(
    'is silent for %s, which goes beyond 1 by right',
    async (name) => {
      const text = compared(['pvalue', name], (row) => ({ padj: -Math.log10(p[row] ?? 1) }));
      expect(await found(text)).toEqual([]);
    },
  );

  it('is silent for what is no number, and for a hair above 1', async () => {
    const cells = ['NA', '<0.001', '1.0000000000000002', ''];
    const text = compared(['pvalue', 'padj'], (row) => (row < 4 ? { p: cells[row] ?? '', padj: 1 } : {}));
    expect((await found(text)).filter((line) => line.includes('p-out'))).toEqual([]);
  });
});

describe('padj-below-p', () => {
  it.each(pairsOfNames)(
    'is a warning at the cell that is below, of %s and %s, and all that is said of it',
    async (...names) => {
      const text = compared(names, (row) => (row === middle ? { padj: (p[row] ?? 1) / 2 } : {}));
      expect(await found(text)).toEqual([`${middle + 2}:4 padj-below-p warning`]);
    },
  );

  it('names weighted tests as a lawful cause', async () => {
    const text = compared(['pvalue', 'padj'], (row) => (row === middle ? { padj: 0.0001 } : {}));
    expect((await findingsOf(text))[0]?.message).toContain('IHW');
  });

  it('pairs the columns of several comparisons each with its own', async () => {
    const names = ['logFC.A', 'P.Value.A', 'adj.P.Val.A', 'logFC.B', 'P.Value.B', 'adj.P.Val.B'];
    const rows = p.map((value, row) => {
      const other = p[(row + 17) % rowCount] ?? 1;
      return [1, value, padj[row] ?? 1, -1, other, padj[(row + 17) % rowCount] ?? 1];
    });
    expect(await found(table(names, rows))).toEqual([]);
    const spoilt = rows.map((cells, row) => (row === 9 ? [...cells.slice(0, 5), 0] : cells));
    expect(await found(table(names, spoilt))).toEqual(['11:7 padj-below-p warning']);
  });

  it('is an error, once, where the adjusted column is -log10 beyond doubt', async () => {
    const small = adjustBh(p.map((one) => one / 1e4));
    const logarithms = compared(['pvalue', 'padj'], (row) => ({
      p: (p[row] ?? 1) / 1e4,
      padj: -Math.log10(small[row] ?? 1),
    }));
    expect(await found(logarithms)).toEqual(['2:4 padj-below-p error']);
  });

  it('is that error also where few are significant, so that few logarithms are above 1', async () => {
    const text = compared(['pvalue', 'padj'], (row) => {
      const small = row < 6 ? 1e-8 : (p[row] ?? 1);
      return { p: small, padj: -Math.log10(row < 6 ? 1e-6 : Math.min(1, small + 0.2)) };
    });
    expect(await found(text)).toEqual(['2:4 padj-below-p error']);
  });

  it('is said once where the columns are swapped', async () => {
    const lines = await found(compared(['padj', 'pvalue']));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/:3 padj-below-p warning$/);
  });

  it('is silent within the digits printed', async () => {
    const text = compared(['pvalue', 'padj'], (row) => ({ p: p[row] ?? 1, padj: Number((p[row] ?? 1).toFixed(2)) }));
    expect((await found(text)).filter((line) => line.includes('padj-below-p'))).toEqual([]);
  });

  it.each(['q-value', 'qvalue', 'lfdr', 'local FDR', 'IHW padj', 'Storey FDR'])('is silent for %s', async (name) => {
    const text = compared(['pvalue', name], (row) => ({ padj: (p[row] ?? 1) / 2 }));
    expect(await found(text)).toEqual([]);
  });

  it('is silent for a column that no column of p-values goes with', async () => {
    const text = compared(['A_pvalue', 'B_padj'], (row) => ({ padj: (p[row] ?? 1) / 2 }));
    expect(await found(text)).toEqual([]);
  });
});

describe('padj-order', () => {
  it.each(pairsOfNames)('is a warning at the one cell that is out of order, of %s and %s', async (...names) => {
    const text = compared(names, (row) => (row === middle ? { padj: 0.99 } : {}));
    expect(await found(text)).toEqual([`${middle + 2}:4 padj-order warning`]);
  });

  it('is found in a table of which rows were left out', async () => {
    const lines = compared(['pvalue', 'padj'], (row) => (row === middle ? { padj: 0.99 } : {})).split('\n');
    const left = lines.filter((_, at) => at % 3 !== middle % 3);
    const line = left.findIndex((one) => one.startsWith(`GENE${middle + 1}\t`)) + 1;
    expect(await found(left.join('\n'))).toEqual([`${line}:4 padj-order warning`]);
  });

  it('is silent where several comparisons stand one below the other', async () => {
    const half = compared(['pvalue', 'padj']).trimEnd().split('\n');
    const others = adjustBh(p.map((value) => value ** 3));
    const second = half
      .slice(1)
      .map((line, row) => [...line.split('\t').slice(0, 2), (p[row] ?? 1) ** 3, others[row]].join('\t'));
    expect((await found([...half, ...second].join('\n'))).filter((line) => line.includes('padj'))).toEqual([]);
  });

  it('judges them each by itself where a column tells them apart', async () => {
    const lines = compared(['pvalue', 'padj'], (row) => (row === middle ? { padj: 0.99 } : {}))
      .trimEnd()
      .split('\n');
    const others = adjustBh(p.map((value) => value ** 3));
    const header = `${lines[0]}\tcluster`;
    const first = lines.slice(1).map((line) => `${line}\tT cell`);
    const second = p.map((value, row) => [`GENE${row + 1}`, 1, value ** 3, others[row], 'B cell'].join('\t'));
    const text = [header, ...first, ...second].join('\n');
    expect((await found(text)).filter((line) => line.includes('padj'))).toEqual([`${middle + 2}:4 padj-order warning`]);
  });
});

describe('p-exactly-zero', () => {
  it('is information, once a column, where the smallest numbers ran out', async () => {
    const text = compared(['pvalue', 'padj'], (row) =>
      row < 5 ? { p: 0, padj: 0 } : row === 5 ? { p: 1e-300, padj: 1e-299 } : {},
    );
    expect(await found(text)).toEqual(['2:3 p-exactly-zero information']);
  });

  it('is a warning where several are 0 and the next is not near it', async () => {
    const text = compared(['pvalue', 'padj'], (row) => ({
      p: Math.floor((p[row] ?? 1) * 1000) / 1000,
      padj: Math.floor((padj[row] ?? 1) * 1000) / 1000,
    }));
    expect((await found(text)).filter((line) => line.includes('zero'))).toEqual([
      expect.stringMatching(/^\d+:3 p-exactly-zero warning$/),
    ]);
  });

  it('is silent for q-values, which are 0 by right', async () => {
    expect(await found(compared(['pvalue', 'q-value'], (row) => (row < 9 ? { padj: 0 } : {})))).toEqual([]);
  });
});

describe('negative-mean', () => {
  const names = ['baseMean', 'log2FoldChange', 'lfcSE', 'stat', 'pvalue', 'padj'];
  const rows = p.map((value, row) => [row + 1, 1, 0.5, 2, value, padj[row] ?? 1]);

  it('is an error at the cell of a baseMean', async () => {
    const text = table(
      names,
      rows.map((cells, row) => (row === 7 ? [-3.5, ...cells.slice(1)] : cells)),
      ',',
    );
    const [finding, ...others] = await findingsOf(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'negative-mean', severity: 'error', blocks: false, cell: 1, row: 7 });
  });

  it('is silent for means of logarithms', async () => {
    const limma = ['AveExpr', 'logFC', 't', 'B', 'P.Value', 'adj.P.Val'];
    expect(
      await found(
        table(
          limma,
          rows.map(([, ...cells]) => [-2, ...cells]),
        ),
      ),
    ).toEqual([]);
    const logged = ['log10 baseMean', ...names.slice(1)];
    expect(
      await found(
        table(
          logged,
          rows.map(([, ...cells]) => [-2, ...cells]),
        ),
      ),
    ).toEqual([]);
  });
});
