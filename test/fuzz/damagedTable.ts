import fc from 'fast-check';

/** Cells that tables hold, sound and unsound. */
const cell = fc.oneof(
  { weight: 8, arbitrary: fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map(String) },
  { weight: 8, arbitrary: fc.nat(100_000).map(String) },
  { weight: 2, arbitrary: fc.nat(99_999).map((value) => (value / 100).toFixed(2).replace('.', ',')) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['', '', 'NA', 'n.d.', '#N/A', 'null', '-', '<LOD', '< 0.5', 'Inf', '-Inf', 'NaN', '#DIV/0!', '#REF!'],
      ...[
        '1,234',
        '1 234',
        '1.234',
        "1'234",
        '12,5',
        '1.234,5',
        ' 7',
        '7 ',
        ' ',
        '\u00a0',
        '\u00a012',
        '12\u200b',
        '\ufeff3',
      ],
      ...[
        'TP53',
        'PC 34:1',
        'P12345;Q67890',
        'sp|P12345|X_HUMAN',
        'Total',
        '__no_feature',
        '"',
        '""',
        '"a',
        'a"',
        '"a" b',
        ' "a"',
      ],
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

const header = fc.oneof(
  fc.constantFrom(
    'Sample 1',
    'Sample 2',
    'Gene',
    'gene_id',
    'Protein IDs',
    'LFQ intensity A',
    'm/z',
    'RT',
    '',
    ' S1',
    'S1',
    '/data/S1.bam',
    'C:\\runs\\S2.raw',
    'S2.raw',
    'baseMean',
    'log2FoldChange',
    'pvalue',
    'padj',
  ),
  fc.string({ maxLength: 8 }),
);

/** A table as rows of cells: a header, then rows that are mostly as wide as it. */
const table = fc.record({ columns: fc.integer({ min: 1, max: 7 }), rows: fc.nat(25) }).chain(({ columns, rows }) =>
  fc.record({
    names: fc.array(header, { minLength: columns, maxLength: columns }),
    body: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  }),
);

/** One change of a text: at a place, as a share of its length, something is taken out and something put in. */
const damage = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(4),
  put: fc.constantFrom(
    '',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\u00a0',
    '\u200b',
    '\n\n',
    '\t\t',
    '#',
    '\u0000',
    '\u0001',
    'é',
    '\ud800',
  ),
});

/** A table's text with any delimiter and line end, some cells quoted, and a few damages. */
export const damagedText = fc
  .record({
    table,
    delimiter: fc.constantFrom(',', '\t', ';', '|'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quoting: fc.constantFrom('never', 'where needed', 'always'),
    ended: fc.boolean(),
    damages: fc.array(damage, { maxLength: 4 }),
  })
  .map(({ table: { names, body }, delimiter, newline, quoting, ended, damages }) => {
    const written = [names, ...body].map((cells) =>
      cells.map((text) => quote(text, delimiter, quoting)).join(delimiter),
    );
    return damages.reduce(applyDamage, written.join(newline) + (ended ? newline : ''));
  });

function quote(text: string, delimiter: string, quoting: string): string {
  if (quoting === 'never') return text;
  const needed = quoting === 'always' || text.includes(delimiter) || /["\r\n]/.test(text);
  return needed ? `"${text.replaceAll('"', '""')}"` : text;
}

function applyDamage(text: string, { place, removed, put }: { place: number; removed: number; put: string }): string {
  const at = Math.floor(place * text.length);
  return text.slice(0, at) + put + text.slice(at + removed);
}

const encoders: readonly ((text: string) => Uint8Array)[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf8'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(text, 'latin1'),
];

/** The bytes of such a table in one of the encodings that tables come in. */
export const damagedBytes = fc.tuple(damagedText, fc.constantFrom(...encoders)).map(([text, encode]) => encode(text));

/** Bytes of any kind, with many of those that mean something in a table. */
export const anyBytes = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...Buffer.from('",;\t|\r\n  0123456789.eE-+NA#')) },
      { weight: 1, arbitrary: fc.nat(255) },
    ),
    { maxLength: 400 },
  )
  .map((bytes) => Uint8Array.from(bytes));
