/** The text of a `.amprenta.json` as entries: finding them, and changing them so that comments and format stay. */
import {
  applyEdits,
  type FormattingOptions,
  findNodeAtLocation,
  type JSONPath,
  modify,
  type Node,
  type ParseError,
  parse,
  parseTree,
  visit,
} from 'jsonc-parser';
import picomatch from 'picomatch';
import type { TableEntry } from '#shared/overrides.ts';

/** What is said by path or glob. */
export type Tables = Readonly<Record<string, TableEntry>>;

/** What a file's text is before something is said in it. */
export const startText = (text: string): string => (text.trim() === '' ? '{}\n' : text);

/** A path as a glob that matches it alone. Source: picomatch's documentation, "Escaping". */
export const escapeGlob = (path: string): string => path.replace(/[\\*?[\]{}()!|"+@]/g, '\\$&');

/** Whether an entry is about a table, both from the folder of the file; a name with a glob's characters means itself too. */
export const matches = (path: string, key: string): boolean =>
  key === path || picomatch.isMatch(path, key, { dot: true });

/** The entry that stands for this table alone, however its path is written; null where there is none. */
export const ownKey = (tables: Tables, path: string): string | null =>
  Object.keys(tables).findLast((key) => key === path || key === escapeGlob(path)) ?? null;

/**
 * The entries of a text; none where there are none.
 * @throws Error where the text is no JSON
 */
export function readTables(text: string): Tables {
  const errors: ParseError[] = [];
  const file: unknown = parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) {
    const line = text.slice(0, error.offset).split('\n').length;
    throw new Error(`.amprenta.json can't be read in line ${line}. Mend the JSON there, then choose again.`);
  }
  const isObject = typeof file === 'object' && file !== null && 'tables' in file;
  return isObject ? (file.tables as Tables) : {};
}

/** Puts a value where the path says, behind what is there already; takes it out where it is undefined. */
export function put(text: string, path: JSONPath, value: unknown): string {
  const formattingOptions = formatOf(text);
  return applyEdits(text, modify(text, path, value, { formattingOptions }));
}

/** Moves an entry behind the others, as it is written: of several that match a table, later ones win. */
export function moveToEnd(text: string, key: string): string {
  const path = ['tables', key];
  const value = nodeAt(text, path);
  const property = value?.parent;
  if (!value || !property) return text;
  const written = text.slice(value.offset, value.offset + value.length);
  const without = takeOut(text, property.offset, property.offset + property.length);
  const added = put(without, path, null);
  const place = nodeAt(added, path);
  return place ? splice(added, place.offset, place.offset + place.length, written) : text;
}

/** Takes out a property behind which another stands, with its comma, and the line where nothing else stands in it. */
function takeOut(text: string, start: number, end: number): string {
  const comma = commaBehind(text, end);
  const rest = splice(splice(text, comma, comma + 1, ''), start, end, '');
  const lineStart = rest.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = rest.indexOf('\n', start) + 1;
  const isBlank = lineStart > 0 && lineEnd > 0 && rest.slice(lineStart, lineEnd).trim() === '';
  return isBlank ? splice(rest, lineStart, lineEnd, '') : rest;
}

function commaBehind(text: string, end: number): number {
  const commas: number[] = [];
  const onSeparator = (character: string, offset: number): void => {
    if (character === ',' && offset >= end) commas.push(offset);
  };
  visit(text, { onSeparator }, { allowTrailingComma: true });
  return commas[0] ?? text.length;
}

function nodeAt(text: string, path: JSONPath): Node | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  return tree && findNodeAtLocation(tree, path);
}

const splice = (text: string, start: number, end: number, newText: string): string =>
  text.slice(0, start) + newText + text.slice(end);

function formatOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
