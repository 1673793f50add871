import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Profile } from '../../../server/src/profiles/profile.ts';
import { recognize } from '../../../server/src/profiles/recognize.ts';
import { bytesSource, textSource } from '../../../server/src/table/byteSource.ts';
import { writeCell } from '../../../server/src/table/cells.ts';
import { readHead } from '../../../server/src/table/head.ts';

const folder = join(import.meta.dirname, '../../fixtures/layouts');

/** A small table as its tool writes it; the file's name begins with the layout's. */
export interface Example {
  readonly layout: string;
  readonly file: string;
  readonly text: string;
}

/** The examples of all layouts. */
export function readExamples(): readonly Example[] {
  return readdirSync(folder).map((file) => ({
    file,
    layout: file.replace(/\..*$/, ''),
    text: readFileSync(join(folder, file), 'utf8'),
  }));
}

/** The text of one example; the file's name is one of {@link readExamples}. */
export function exampleText(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** A table of tabs from the cells of its rows. */
export function tabbed(...rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((row) => row.join('\t')).join('\n')}\n`;
}

/** The names of columns, as the header writes them. */
export function namesAt(profile: Profile, indexes: readonly number[] | undefined): readonly string[] {
  return (indexes ?? []).map((index) => profile.columns[index]?.name ?? '');
}

/** What is recognised of a text. */
export async function recognizeText(text: string, name = 'table.txt'): Promise<Profile> {
  return recognize(await readHead(textSource(basename(name), text)));
}

/** What is recognised of bytes. */
export async function recognizeBytes(bytes: Uint8Array, name = 'table.txt'): Promise<Profile> {
  return recognize(await readHead(bytesSource(basename(name), bytes)));
}

/** The cells of an example; none of them holds a quoted delimiter. */
export function cellsOf(example: Example): string[][] {
  const lines = example.text.split(/\r?\n/).filter((line) => line !== '');
  const delimiter = example.file.endsWith('.csv') ? ',' : '\t';
  return lines.map((line) =>
    line.startsWith('# ') ? [line] : line.split(delimiter).map((cell) => cell.replace(/^"(.*)"$/, '$1')),
  );
}

/** Names that stand in the header of layouts with lines above it. */
const headerNames = ['Alignment ID', 'Geneid', 'pr_gene_symbol', 'Description', 'ID_REF', 'Compound', 'COMP_ID'];

/** Which of an example's rows is its header. */
export function headerAt(cells: readonly (readonly string[])[]): number {
  const found = cells.findIndex((row) => row.some((cell) => headerNames.includes(cell)));
  return Math.max(0, found);
}

/** A table written again with another delimiter. */
export function write(cells: readonly (readonly string[])[], delimiter = '\t'): string {
  return `${cells.map((row) => row.map((cell) => writeCell(cell, delimiter)).join(delimiter)).join('\n')}\n`;
}

/** As a spreadsheet of a country with decimal commas saves it: byte order mark, semicolons, CRLF. */
export function savedBySpreadsheet(example: Example): string {
  const commas = cellsOf(example).map((row) =>
    row.map((cell) => (/^-?\d+\.\d+(?:E[+-]?\d+)?$/i.test(cell) ? cell.replace('.', ',') : cell)),
  );
  const width = Math.max(...commas.map((row) => row.length));
  const padded = commas.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
  return `\uFEFF${write(padded, ';').replaceAll('\n', '\r\n')}`;
}

/** Names as R's make.names writes them. */
export function mangledByR(names: readonly string[]): string[] {
  return names.map((name) => {
    if (name === '') return 'X';
    const dotted = name.replace(/[^A-Za-z0-9._]/g, '.');
    return /^[A-Za-z.]/.test(dotted) ? dotted : `X${dotted}`;
  });
}

/** The names of the samples that the columns give. */
export function sampleNames(profile: Profile): readonly string[] {
  return profile.samples.map((sample) => sample.name);
}
