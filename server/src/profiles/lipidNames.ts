/**
 * A lipid's name carries carbons and double bonds behind a class: `PC 34:1`, `PE(16:0/18:1)`, `lysoPC a C18:0`,
 * `TG O-16:0_36:2`, `15:0-18:1(d7) PE`. Clock times and ratios have no letters or larger numbers.
 * Source: Liebisch et al. 2020, doi 10.1194/jlr.S120001025.
 */
const chain = /(?:^|[^\d:.])(\d{1,2}):(\d{1,2})(?![\d:])/;
const letters = /[A-Za-z]/;
/** The same where R has made dots of colons and blanks (`PC.34.1`): only behind the abbreviation of a class, as clones of genes are named alike. */
const mangled =
  /^(?:L?P[ACEGIS]|LPIM?|[DMT]A?G|SM|d?Cer|Hex\dCer|HexCer|LacCer|Cer1P|CE|ChE|FA|CAR|AcCa|CL|MLCL|BMP|SPB|Sph|GM\d|ST|WE)\.(?:[OPdmt]\.?)?\d{1,2}\.\d{1,2}(?:\D|$)/;

/** True where a name has the form of a lipid's. */
export function isLipidName(name: string): boolean {
  if (mangled.test(name)) return true;
  const found = chain.exec(name);
  if (!found || !letters.test(name)) return false;
  const carbons = Number(found[1]);
  return carbons >= 2 && Number(found[2]) <= Math.max(1, carbons / 2);
}

/** Share of names that have the form of a lipid's, 0 to 1. */
export function lipidShare(names: readonly string[]): number {
  if (names.length === 0) return 0;
  return names.filter(isLipidName).length / names.length;
}
