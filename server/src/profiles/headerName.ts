/**
 * A header's name as it is compared: letters, digits and what stands for a meaning of its own, in lower case. So
 * `Protein IDs`, `Protein.IDs` (R's make.names), `protein_ids` and ` Protein IDs` are one.
 */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Where each plain name first stands in a header. */
export type HeaderIndex = ReadonlyMap<string, number>;

/** Makes the index of a header. */
export function indexHeader(names: readonly string[]): HeaderIndex {
  const index = new Map<string, number>();
  names.forEach((name, at) => {
    const plain = plainName(name);
    if (plain !== '' && !index.has(plain)) index.set(plain, at);
  });
  return index;
}

/** The column of the first of these names that the header has, or -1. Names are written as the tool writes them. */
export function findColumn(index: HeaderIndex, ...names: readonly string[]): number {
  for (const name of names) {
    const at = index.get(plainName(name));
    if (at !== undefined) return at;
  }
  return -1;
}

/** Those of these names that the header has, as given. */
export function presentNames(index: HeaderIndex, names: readonly string[]): readonly string[] {
  return names.filter((name) => index.has(plainName(name)));
}

/**
 * What follows a prefix of words in a header's name: `LFQ intensity H1` behind `LFQ intensity` is `H1`, also where R has
 * made dots of the blanks. Null where the name does not begin with these words, or nothing follows them.
 */
export function afterPrefix(name: string, words: string): string | null {
  const match = affixPattern(words, 'prefix').exec(name);
  return match?.[1] ?? null;
}

/** What precedes a suffix of words in a header's name: `S1` of `S1 MaxLFQ Intensity`; null where there is none. */
export function beforeSuffix(name: string, words: string): string | null {
  const match = affixPattern(words, 'suffix').exec(name);
  return match?.[1] ?? null;
}

const patterns = new Map<string, RegExp>();

function affixPattern(words: string, side: 'prefix' | 'suffix'): RegExp {
  const key = `${side} ${words}`;
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    const body = words
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
      .join('[^\\p{L}\\p{N}]+');
    pattern =
      side === 'prefix'
        ? new RegExp(`^\\s*${body}[)\\]]?[\\s._:]+(\\S.*?)\\s*$`, 'iu')
        : new RegExp(`^\\s*(.*?\\S)[\\s._]+${body}\\s*$`, 'iu');
    patterns.set(key, pattern);
  }
  return pattern;
}
