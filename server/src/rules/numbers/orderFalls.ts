import type { PrintedDigits } from './printedDigits.ts';

/**
 * The rows whose adjusted p-value is out of the order of the p-values by more than its digits allow: the fewest without
 * which all others rise together (a longest non-decreasing subsequence, n log n). Of two that only contradict one another
 * it is the one of the larger p-value.
 */
export function findFalls(
  rows: Int32Array,
  p: Float64Array,
  adjusted: Float64Array,
  digits: PrintedDigits,
): readonly number[] {
  // Rows of equal p-values have no order among them: put in that of the adjusted ones, they contradict nothing.
  const sorted = Int32Array.from(rows).sort(
    (one, other) =>
      (p[one] as number) - (p[other] as number) || (adjusted[one] as number) - (adjusted[other] as number),
  );
  const ordered = Float64Array.from(sorted, (row) => adjusted[row] as number);
  const kept = longestRising(ordered);
  const falls: number[] = [];
  let below = 0;
  for (let at = 0; at < ordered.length; at++) {
    const number = ordered[at] as number;
    if (kept[at] === 1) {
      below = number;
      continue;
    }
    let next = at + 1;
    while (next < ordered.length && kept[next] === 0) next++;
    const above = ordered[next] ?? Number.POSITIVE_INFINITY;
    const off = Math.max(below - number, number - above);
    if (off > 2 * digits.roundingOf(number) * (1 + 1e-9)) falls.push(sorted[at] as number);
  }
  return falls;
}

/** Marks with 1 the numbers of a longest non-decreasing subsequence, found from the end so that earlier ones are kept. */
function longestRising(numbers: Float64Array): Uint8Array {
  const { length } = numbers;
  /** For each length of a subsequence, the place with the largest number at which one of it may begin. */
  const begins = new Int32Array(length);
  const followers = new Int32Array(length).fill(-1);
  let longest = 0;
  for (let at = length - 1; at >= 0; at--) {
    const number = numbers[at] as number;
    let low = 0;
    let high = longest;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[begins[middle] as number] as number) >= number) low = middle + 1;
      else high = middle;
    }
    followers[at] = low > 0 ? (begins[low - 1] as number) : -1;
    begins[low] = at;
    if (low === longest) longest++;
  }
  const kept = new Uint8Array(length);
  for (let at = longest > 0 ? (begins[longest - 1] as number) : -1; at >= 0; at = followers[at] as number) kept[at] = 1;
  return kept;
}
