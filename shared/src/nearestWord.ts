/**
 * The word that a misspelled one most likely means: the one to which the fewest letters added, left out or replaced lead,
 * be they large or small. Null where none is like it: more than a third of the letters would be others.
 * Source: Levenshtein, V. I. (1966), Soviet Physics Doklady 10, 707-710.
 */
export function nearestWord(misspelled: string, words: readonly string[]): string | null {
  let nearest: string | null = null;
  let fewest = Math.floor(misspelled.length / 3) + 1;
  for (const word of words) {
    const changes = countChanges(misspelled.toLowerCase(), word.toLowerCase());
    if (changes >= fewest) continue;
    nearest = word;
    fewest = changes;
  }
  return nearest;
}

function countChanges(from: string, to: string): number {
  let before = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const changes = [row];
    for (let at = 1; at <= to.length; at++) {
      const replaced = (before[at - 1] ?? 0) + (from[row - 1] === to[at - 1] ? 0 : 1);
      changes.push(Math.min(replaced, (before[at] ?? 0) + 1, (changes[at - 1] ?? 0) + 1));
    }
    before = changes;
  }
  return before[to.length] ?? 0;
}
