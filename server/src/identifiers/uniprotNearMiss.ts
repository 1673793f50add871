const letter = /[A-Z]/;
const digit = /[0-9]/;
const either = /[A-Z0-9]/;

/**
 * What stands at each place of an accession.
 * Source: UniProt help, "Accession numbers" (https://www.uniprot.org/help/accession_numbers).
 */
const older: readonly RegExp[] = [/[OPQ]/, digit, either, either, either, digit];
const newer: readonly RegExp[] = [/[A-NR-Z]/, digit, letter, either, either, digit];
const longer: readonly RegExp[] = [...newer, letter, either, either, digit];
const forms = [older, newer, longer];

/** Why a text is almost an accession. */
export type NearMiss =
  | { readonly kind: 'wrong-character' /** 0-based. */; readonly at: number }
  | { readonly kind: 'one-short' };

/**
 * Tells a text that is almost an accession of UniProt: as long as one with one character of the wrong class (`P0463O`),
 * or the beginning of one with the last character missing (`P1234`); null for an accession and for anything else, numbers
 * among it. The number of an isoform does not count.
 */
export function nearMissOf(id: string): NearMiss | null {
  const text = id.replace(/-\d+$/, '');
  if (!letter.test(text)) return null;
  if (forms.some((form) => form.length === text.length && wrongPlaces(form, text).length === 0)) return null;
  for (const form of forms) {
    const wrong = wrongPlaces(form, text);
    if (form.length === text.length && wrong.length === 1) return { kind: 'wrong-character', at: wrong[0] ?? 0 };
    if (form.length === text.length + 1 && wrong.length === 0) return { kind: 'one-short' };
  }
  return null;
}

function wrongPlaces(form: readonly RegExp[], text: string): readonly number[] {
  return Array.from(text, (_, at) => at).filter((at) => !form[at]?.test(text.charAt(at)));
}
