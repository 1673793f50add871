/** The texts of a line in which commas part them; one with a comma or a quote in it stands in double quotes. */
export function readTokens(line: string): readonly string[] {
  const found = line.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))(?:,|$)/g);
  const tokens = [...found].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
  return [...new Set(tokens.filter((token) => token !== ''))];
}

/** The line that {@link readTokens} reads as these texts. */
export function writeTokens(tokens: readonly string[]): string {
  return tokens.map((token) => (/[",]/.test(token) ? `"${token.replaceAll('"', '""')}"` : token)).join(', ');
}
