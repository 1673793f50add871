/** How the symbols of a column are written: human ones in capitals, mouse ones with a capital, fish ones without. */
export type SymbolStyle = (symbol: string) => string;

/**
 * The way in which most names of a column are written.
 * Sources: HGNC, MGI and ZFIN nomenclature guidelines; Bruford et al. 2020, doi 10.1038/s41588-020-0669-3.
 */
export function symbolStyleOf(names: readonly string[]): SymbolStyle {
  const capitals = count(names, /^[A-Z][A-Z\d]+(?:[-.]|$)/);
  const capital = count(names, /^[A-Z][a-z]+\d*/);
  const small = count(names, /^[a-z]{2,}/);
  if (capitals >= capital && capitals >= small) return (symbol) => symbol;
  if (capital >= small) return (symbol) => `${symbol.slice(0, 1)}${symbol.slice(1).toLowerCase()}`;
  return (symbol) => symbol.toLowerCase();
}

function count(names: readonly string[], pattern: RegExp): number {
  return names.filter((name) => pattern.test(name)).length;
}
