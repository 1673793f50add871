import { readExamples } from '../unit/profiles/variants.ts';
import { hasSharedData, readShared, readSharedList } from '../unit/rules/sharedData.ts';

/** A table that is to be changed. */
export interface BaseTable {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const mostRows = 25;
const mostBytes = 24_000;

/** The heads of all real tables, as their tools wrote them; none where the tables are not beside the checkout. */
export function readRealHeads(): readonly BaseTable[] {
  if (!hasSharedData) return [];
  return readSharedList('real-data/expected.tsv').map(({ file = '', headerLine = '1' }) => {
    const text = Buffer.from(readShared(`real-data/${file}`)).toString('latin1');
    return { name: file, bytes: Buffer.from(headOf(text, Number(headerLine)), 'latin1') };
  });
}

/** The lines to the header and some rows: as many as the size allows, and three at least. */
function headOf(text: string, headerLine: number): string {
  const lines = text.split(/(?<=\n)/);
  let bytes = 0;
  let taken = 0;
  while (taken < lines.length && taken < headerLine + mostRows) {
    bytes += lines[taken]?.length ?? 0;
    if (bytes > mostBytes && taken >= headerLine + 3) break;
    taken++;
  }
  return lines.slice(0, taken).join('');
}

/** A made table of each layout, which are part of the project. */
export function readMadeTables(): readonly BaseTable[] {
  return readExamples().map(({ file, text }) => ({ name: file, bytes: Buffer.from(text, 'utf8') }));
}
