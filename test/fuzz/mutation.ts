import fc from 'fast-check';

/** What is changed: a byte, a cell or a line. */
type Unit = 'byte' | 'cell' | 'line';

/** One change of a table: which unit, what is done with it, and where, as shares of the table. */
export interface Mutation {
  readonly unit: Unit;
  readonly act: 'delete' | 'double' | 'swap';
  /** From 0 to 1: which unit. */
  readonly place: number;
  /** From 0 to 1: with which other one it is swapped, or before which one its double stands. */
  readonly other: number;
}

/** How the table is written in the end; `twice` is UTF-8 that was taken for Latin-1 and encoded again. */
export const encodings = ['as it is', 'bom', 'utf-16le', 'utf-16be', 'latin-1', 'twice', 'bytes swapped'] as const;

const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });

/** One to four changes, and how the result is written: mostly as the table was. */
export const mutations = fc.record({
  changes: fc.array(
    fc.record({
      unit: fc.constantFrom<Unit>('byte', 'cell', 'line'),
      act: fc.constantFrom<Mutation['act']>('delete', 'double', 'swap'),
      place: share,
      other: share,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  encoding: fc.oneof(
    { weight: 2, arbitrary: fc.constant(encodings[0]) },
    { weight: 1, arbitrary: fc.constantFrom(...encodings) },
  ),
});

/** The bytes of a table after changes. Every byte is a character while it is changed, so that none is lost. */
export function mutate(
  table: Uint8Array,
  changes: readonly Mutation[],
  encoding: (typeof encodings)[number],
): Uint8Array {
  const changed = changes.reduce(change, Buffer.from(table).toString('latin1'));
  return encode(Buffer.from(changed, 'latin1'), encoding);
}

/** Where the units of a text lie: each with what ends it, so that a line goes with its line end. */
const unitPatterns: Readonly<Record<Unit, RegExp>> = {
  byte: /[\s\S]/g,
  cell: /[^\t,;\n]*[\t,;\n]/g,
  line: /[^\n]*\n/g,
};

function change(text: string, { unit, act, place, other }: Mutation): string {
  const units = text.match(unitPatterns[unit]) ?? [];
  if (units.length < 2) return text;
  const rest = text.slice(units.reduce((length, each) => length + each.length, 0));
  const at = Math.floor(place * units.length);
  const to = Math.floor(other * units.length);
  const [moved = ''] = units.slice(at, at + 1);
  if (act === 'delete') units.splice(at, 1);
  else if (act === 'double') units.splice(unit === 'byte' ? at : to, 0, moved);
  else [units[at], units[to]] = [units[to] ?? '', moved];
  return units.join('') + rest;
}

function encode(bytes: Buffer, encoding: (typeof encodings)[number]): Uint8Array {
  const text = bytes.toString('utf8');
  switch (encoding) {
    case 'as it is':
      return bytes;
    case 'bom':
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'latin-1':
      return Buffer.from(text, 'latin1');
    case 'twice':
      return Buffer.from(bytes.toString('latin1'), 'utf8');
    case 'bytes swapped':
      return bytes.length % 2 === 0 ? Buffer.from(bytes).swap16() : bytes;
    default:
      return encoding satisfies never;
  }
}
