import type { DiagnosticCode, Fix } from '#shared/diagnostics.ts';
import { makeStyle } from '../../../server/src/cli/style.ts';
import { fileText } from '../../../server/src/cli/validateText.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { readNamedSheet } from '../../../server/src/sheets/readSheet.ts';
import { bytesSource, textSource } from '../../../server/src/table/byteSource.ts';

/** A fenced block of the section "Example". */
interface Block {
  /** The word behind the fence that names what the block is written in: csv, tsv or text. */
  readonly kind: string;
  /** The words after it. */
  readonly notes: readonly string[];
  readonly text: string;
}

/** What the section "Example" of a page shows. */
export interface PageExample {
  /** The name under which the table is validated: `table.csv`, `table.tsv` or `table.txt`. */
  readonly fileName: string;
  /** The first block; where its fence says `escapes`, `\r`, `\t`, `\u00a0` and bytes like `\xe9` are written so. */
  readonly table: Uint8Array;
  /** The block whose fence says `sheet`: the table's sample sheet; null where there is none. */
  readonly sheet: string | null;
  /** The block whose fence says `found`: what is printed of it, without regard to how its lines are broken. */
  readonly printed: string;
}

/**
 * Reads the example of a page.
 * @throws Error where the section has no table or does not say what is found in it
 */
export function exampleOf(page: string): PageExample {
  const section = /\n## Example\n([\s\S]*?)\n## /.exec(page)?.[1] ?? '';
  const blocks = Array.from(section.matchAll(/^```(\w+)([ \w]*)\n([\s\S]*?)^```$/gm), (match): Block => {
    const [, kind = '', notes = '', text = ''] = match;
    return { kind, notes: notes.split(' '), text };
  });
  const [table] = blocks;
  const found = blocks.find(({ notes }) => notes.includes('found'));
  if (!table || !found || table === found) throw new Error('The example needs a table and a block `text found`.');
  return {
    fileName: `table.${table.kind === 'text' ? 'txt' : table.kind}`,
    table: table.notes.includes('escapes') ? bytesOf(table.text) : Buffer.from(table.text),
    sheet: blocks.find(({ notes }) => notes.includes('sheet'))?.text ?? null,
    printed: onOneLine(found.text),
  };
}

/** What the validator finds in an example. */
export interface ExampleFindings {
  /** Each code once, in the order of the file. */
  readonly codes: readonly DiagnosticCode[];
  readonly fixes: readonly Fix[];
  /** The lines that the command line prints of the findings and their fixes, on one line. */
  readonly printed: string;
}

/** Validates an example, with its sample sheet where it has one. */
export async function validateExample({ fileName, table, sheet }: PageExample): Promise<ExampleFindings> {
  const sheets = sheet === null ? [] : [await readNamedSheet(textSource('sheet.csv', sheet))];
  const validation = await validate(
    bytesSource(fileName, table),
    sheet === null ? {} : { sheets: { sheets, named: true } },
  );
  const lines = [...fileText({ path: fileName, validation }, makeStyle(false), null)]
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith(`  ${fileName}:`) || /^ {4,6}fix: /.test(line));
  return {
    fixes: validation.findings.flatMap(({ fixes }) => fixes),
    codes: [...new Set(validation.findings.map(({ code }) => code))],
    printed: onOneLine(lines.join('\n')),
  };
}

/** UTF-8, but for bytes that are written as such. */
function bytesOf(text: string): Uint8Array {
  const parts = text.split(/(\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[rt])/);
  return Buffer.concat(
    parts.map((part) => {
      if (part === '\\r') return Buffer.from('\r');
      if (part === '\\t') return Buffer.from('\t');
      const number = Number.parseInt(part.slice(2), 16);
      if (/^\\u[0-9a-f]{4}$/.test(part)) return Buffer.from(String.fromCharCode(number));
      return /^\\x[0-9a-f]{2}$/.test(part) ? Buffer.of(number) : Buffer.from(part);
    }),
  );
}

function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
