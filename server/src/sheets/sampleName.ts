/**
 * Endings of the files that samples are measured into: raw files of the vendors, open formats, alignments, reads.
 * Source: ProteoWizard's list of formats; the SAM and FASTQ conventions.
 */
const endings =
  /(?:\.(?:raw|d|wiff2?|wiff\.scan|mzx?ml|mzdata|cdf|mgf|lcd|uep|abf|ibf|dia|bam|sam|cram|fastq|fq|gz|sorted|dedup|markdup))+$/i;

/** A drive, a share, a root or a dot before folders: `C:\\data\\S1`, `/data/S1`; `ctl/trt` is a name. */
const pathBeginning = /^(?:[A-Za-z]:[\\/]|\\\\|~?\/[^\\/]+\/|\.{1,2}[\\/]).*[^\\/]$/;

/** Whether a sample is named by a file: by its path, by its name alone, or not. */
export function fileNaming(name: string): 'path' | 'file' | null {
  const trimmed = name.trim();
  if (pathBeginning.test(trimmed)) return 'path';
  if (baseName(trimmed) === trimmed || !endings.test(trimmed)) return null;
  return /[\\/]/.test(trimmed) ? 'path' : 'file';
}

/** The name without the folders before it and the endings of files behind it. */
export function baseName(name: string): string {
  const trimmed = name.trim();
  const base = trimmed.replace(/^.*[\\/](?=.)/, '').replace(endings, '');
  return base === '' ? trimmed : base;
}

/**
 * The name as R makes it on reading a table: every character that no name of R may have is a dot, and an X stands before
 * what is no letter. Source: R documentation, `make.names`.
 */
export function mangledName(name: string): string {
  const written = name.trim();
  const dotted = written.replace(/[^\p{L}\p{N}._]/gu, '.');
  return /^(?:\p{L}|\.(?!\d))/u.test(written) ? dotted : `X${dotted}`;
}

/** Ways of writing one name, from strict to loose: what is the same in one of them is one sample. */
export const lawfulForms: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.trim(),
  baseName,
  mangledName,
  (name) => mangledName(baseName(name)),
];

/** The form in which only the case of letters is lost besides. */
export function foldedName(name: string): string {
  return mangledName(baseName(name)).toLowerCase();
}

/** Shortest words in which a wrong letter is taken for a slip, and in which two are. */
const oneSlipLength = 4;
const twoSlipsLength = 8;

/** A name made ready to be held against many others. */
export interface NameWords {
  /** Its letters and digits alone, in small letters. */
  readonly flat: string;
  readonly words: readonly string[];
  /** The words, with a star for each without a digit: names that are near to each other have it in common, or `flat`. */
  readonly skeleton: string;
}

/** Parts a name into what {@link areNear} looks at. */
export function nameWords(name: string): NameWords {
  const base = baseName(name);
  const words = wordsOf(base);
  return {
    flat: base.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''),
    words,
    skeleton: words.map((word) => (/\d/.test(word) ? word : '*')).join(' '),
  };
}

/**
 * True where one name is likely a slip for the other. Numbers must be equal but for leading zeros, and short words must
 * be equal too: `S1` and `S2`, `A3` and `B3` are different samples.
 */
export function areNear(one: NameWords, other: NameWords): boolean {
  if (one.flat !== '' && one.flat === other.flat) return true;
  if (one.words.length === 0 || one.skeleton !== other.skeleton) return false;
  let slips = 0;
  for (const [at, word] of one.words.entries()) {
    const against = other.words[at] ?? '';
    if (word === against) continue;
    const length = Math.min(word.length, against.length);
    const allowed = length >= twoSlipsLength ? 2 : 1;
    if (length < oneSlipLength || Math.abs(word.length - against.length) > allowed) return false;
    slips += editDistance(...differingParts(word, against));
    if (slips > allowed) return false;
  }
  return true;
}

/** Runs of letters, cut where a capital follows a small letter, and numbers without leading zeros. */
function wordsOf(name: string): string[] {
  return (name.match(/\p{N}+|\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{L}+/gu) ?? []).map((word) =>
    word.toLowerCase().replace(/^0+(?=\d)/, ''),
  );
}

/** Two words without what they begin and end with alike, which is the most of two names of one study. */
function differingParts(one: string, other: string): readonly [string, string] {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}

/** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
function editDistance(one: string, other: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] as number) + 1,
        (next[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      );
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped && row > 1 && column > 1) cost = Math.min(cost, (before[column - 2] as number) + 1);
      next.push(cost);
    }
    [before, last] = [last, next];
  }
  return last[other.length] as number;
}
