import type { Profile } from '../../profiles/profile.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { numericColumns } from '../../values/rowValues.ts';

/** What is kept of each row to tell whether another is a copy of it: 28 bytes, none of its text. */
export interface Fingerprints {
  /** Takes a row in and answers its position. */
  add(data: DataRow): number;
  /** True where two rows are the same in every cell, in all likelihood. */
  equal(one: number, other: number): boolean;
  /** True where two rows hold the same numbers, and any; their texts may differ. */
  equalNumbers(one: number, other: number): boolean;
  /** Physical line of a row, 0-based. */
  line(position: number): number;
}

/**
 * Starts taking rows in. The numbers are told apart by their checksum, which reading them made already; all other cells
 * by a hash of their text and place, and the whole by its length.
 */
export function startFingerprints(profile: Profile, texts: Int32Array): Fingerprints {
  const numeric = Int32Array.from(numericColumns(profile), (column) => column.index);
  let checksums = new Float64Array(1024);
  let hashes = new Float64Array(1024);
  let lengths = new Int32Array(1024);
  let lines = new Float64Array(1024);
  let count = 0;

  const mixed = new Int32Array(2);
  const hashOf = ({ row, values }: DataRow): number => {
    mixed.fill(0);
    for (const cell of texts) mixText(mixed, cell, row.cell(cell) ?? '');
    if (values.irregular || values.gaps) {
      for (let position = 0; position < numeric.length; position++) {
        if (values.kinds[position] === 0) continue;
        const start = values.starts[position] as number;
        mixText(mixed, numeric[position] ?? 0, start < 0 ? '' : row.text.slice(start, values.ends[position]));
      }
    }
    return (mixed[0] as number) * 2 ** 21 + ((mixed[1] as number) >>> 11);
  };

  const grow = (): void => {
    checksums = grown(checksums, new Float64Array(count * 2));
    hashes = grown(hashes, new Float64Array(count * 2));
    lengths = grown(lengths, new Int32Array(count * 2));
    lines = grown(lines, new Float64Array(count * 2));
  };

  return {
    add(data) {
      if (count === checksums.length) grow();
      checksums[count] = data.values.checksum;
      hashes[count] = hashOf(data);
      lengths[count] = data.row.text.length;
      lines[count] = data.row.line;
      return count++;
    },
    equal: (one, other) =>
      checksums[one] === checksums[other] && hashes[one] === hashes[other] && lengths[one] === lengths[other],
    equalNumbers: (one, other) => checksums[one] === checksums[other] && Math.abs(checksums[one] ?? 0) > 0,
    line: (position) => lines[position] ?? 0,
  };
}

function grown<Numbers extends Float64Array | Int32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

/** Mixes a cell into two hashes of 32 bits each (FNV-1a with two primes), which are taken together. */
function mixText(hashes: Int32Array, cell: number, text: string): void {
  let one = Math.imul((hashes[0] as number) ^ cell, 16777619);
  let other = Math.imul((hashes[1] as number) ^ cell, 709607);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 16777619);
    other = Math.imul(other ^ code, 709607);
  }
  hashes[0] = one;
  hashes[1] = other;
}
