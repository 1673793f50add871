/** Rows of cells as text; a cell is quoted where it holds the delimiter or a quote. */
export function writeTable(
  rows: readonly (readonly (string | number)[])[],
  format: { readonly delimiter: string; readonly lineEnd: '\n' | '\r\n' },
): string {
  const writeCell = (cell: string | number) => {
    const text = String(cell);
    return text.includes(format.delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(writeCell).join(format.delimiter) + format.lineEnd).join('');
}

/** A measured value with as many digits as instruments give. */
export const significant = (value: number, digits: number): string => String(Number(value.toPrecision(digits)));
