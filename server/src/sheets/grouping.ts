/** Below three a group's spread can hardly be told: columns of many smaller ones name something else than groups. */
const usualGroupSize = 3;

/** This many groups may be smaller than usual, or be written as numbers (doses, hours, `0` and `1`). */
const fewGroups = 6;

const numeric = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?\s*\p{L}{0,5}$/iu;

/**
 * True where levels of samples make groups: at least two, most of them shared. Levels that nearly every sample has to itself name
 * individuals, many of a few samples each individuals measured again, and many numbers a quantity (age, weight, time).
 */
export function areGroups(levels: readonly string[]): boolean {
  const distinct = new Set(levels);
  if (distinct.size < 2 || distinct.size * 1.5 > levels.length) return false;
  if (distinct.size <= fewGroups) return true;
  return levels.length >= distinct.size * usualGroupSize && ![...distinct].every((level) => numeric.test(level));
}

/** Factors by name that tell samples of a group from each other. Source: SDRF-Proteomics' `biological replicate`, `individual`. */
const individual =
  /replicate|individual|subject|patient|participant|donor|\b(?:animal|mouse|rat)[ _.-]?(?:id|no|number)\b/i;

/**
 * Of the columns that may make the group together, those that group samples; all of them where none does.
 * @param rows one a sample; each answers what stands in a column, null where it says nothing
 */
export function groupingColumns(
  columns: readonly number[],
  header: readonly string[],
  rows: readonly ((column: number) => string | null)[],
): readonly number[] {
  const grouping = columns.filter(
    (column) => !individual.test(header[column] ?? '') && areGroups(rows.flatMap((textAt) => textAt(column) ?? [])),
  );
  return grouping.length > 0 ? grouping : columns;
}
