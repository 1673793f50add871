import type { Profile } from '../profiles/profile.ts';
import type { DataRow } from '../values/dataRows.ts';
import { numericColumns } from '../values/rowValues.ts';

/** What is kept of each row to tell whether another is a copy of it: 28 bytes, none of its text. */
export interface Fingerprints {
  /** Takes a row in and answers its position. */
  add(data: DataRow): number;
  /** True where two rows are the same in every cell, in all likelihood. */
  equal(one: number, other: number): boolean;
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

  const hashOf = ({ row, values }: DataRow): number => {
    let hash = 0;
    for (const cell of texts) hash = mixText(hash, cell, row.cell(cell) ?? '');
    if (!values.irregular && !values.gaps) return hash;
    for (let position = 0; position < numeric.length; position++) {
      if (values.kinds[position] === 0) continue;
      const cell = numeric[position] ?? 0;
      hash = mixText(hash, cell, row.cells[cell] ?? '');
    }
    return hash;
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
    line: (position) => lines[position] ?? 0,
  };
}

function grown<Numbers extends Float64Array | Int32Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

const modulus = 2 ** 45;

/** Mixes a cell into a hash of 45 bits, exact in a double: multiplied by a prime below 2^8 it stays below 2^53. */
function mixText(hash: number, cell: number, text: string): number {
  let mixed = (hash * 251 + cell + 1) % modulus;
  for (let at = 0; at < text.length; at++) mixed = (mixed * 251 + text.charCodeAt(at)) % modulus;
  return mixed;
}
