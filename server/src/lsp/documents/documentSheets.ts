import { basename, dirname, resolve } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Overrides } from '#shared/overrides.ts';
import { hasExtension, tableExtensions } from '#shared/tableFiles.ts';
import { type OpenText, startSheetReading } from '../../files/sheetReading.ts';
import { tablesBeside } from '../../files/sheetsBeside.ts';
import type { SampleSheet, SheetChoice } from '../../sheets/sheet.ts';
import { pathOfUri } from '../documentPath.ts';
import { documentSource } from './documentSource.ts';
import type { SheetsOnDisk, SheetsQuestion } from './sheetsOnDisk.ts';
import { findUsableSheets, readUsableSettings, type UsableSettings, type UsableSheets } from './usableSettings.ts';

/** The sample sheets of open tables. A sheet that is open counts as it stands in its editor, not as it lies on disk. */
export interface DocumentSheets {
  /** A document was opened, whatever is in it. */
  open(document: TextDocument): void;
  close(uri: string): void;
  /**
   * What a person said of an open table, with its sheets as they were last found: nothing waits for a search.
   * @param folder the workspace's; null where there is none
   */
  known(uri: string, folder: string | null): Promise<UsableSheets>;
  /**
   * The same, with its sheets as they are now.
   * @throws cancelled when the search is ended with the server
   */
  find(uri: string, folder: string | null): Promise<UsableSheets>;
  /** Takes notice of a file or open text that changed; answers whether it was or is a sample sheet. */
  notice(uri: string): Promise<boolean>;
}

/** Answers which sheets lie on disk; it is done elsewhere, because it takes long in a folder of many tables. */
export type AskDisk = (question: SheetsQuestion, signal: AbortSignal) => Promise<SheetsOnDisk>;

/** What was found of a table. */
interface Found {
  readonly atMs: number;
  readonly said: Overrides['sampleSheet'];
  readonly sheets: SheetChoice;
  /** Why the sheet that was named can't be used; null where it can, or none was. */
  readonly problem: string | null;
}

/** A folder is not listed again for every key that is pressed in a table: what was found a moment ago still holds. */
const freshMs = 2_000;

/** UTF-16 units of a text that may be a sheet. */
const largestSheetUnits = 2_000_000;

const noSheets: SheetChoice = { sheets: [], named: false };

/** Starts with no document open. */
export function followSheets(askDisk: AskDisk): DocumentSheets {
  const documents = new Map<string, TextDocument>();
  const found = new Map<string, Found>();
  /** What lies on disk as a sheet, and what persons named, also where it is missing or no sheet by itself. */
  const onDisk = new Set<string>();
  const openText = (path: string): OpenText | null => {
    const document = documents.get(path);
    const text = document?.getText() ?? '';
    return document && text.length <= largestSheetUnits ? { text, source: documentSource(document) } : null;
  };
  const reading = startSheetReading(openText);

  const ask = async (path: string, said: Overrides['sampleSheet']): Promise<SheetChoice> => {
    const have = new Map([...found.values()].flatMap(({ sheets }) => sheets.sheets).map((one) => [one.sha256, one]));
    const question = { path, said, known: [...have.keys()] };
    const { named, sheets } = await askDisk(question, new AbortController().signal);
    return {
      named,
      sheets: sheets.flatMap(({ name, sha256, sheet }) => {
        const whole = sheet ?? have.get(sha256);
        return whole ? [{ ...whole, name }] : [];
      }),
    };
  };
  const findNamed = async (path: string, said: string): Promise<SheetChoice> => {
    const sheetPath = resolve(dirname(path), said);
    onDisk.add(sheetPath);
    if (openText(sheetPath) === null) return ask(path, said);
    return { sheets: [await reading.readNamed(sheetPath, said)], named: true };
  };
  const findBeside = async (path: string): Promise<SheetChoice> => {
    const folder = dirname(path);
    const names = await tablesBeside(path);
    if (names.length === 0) return noSheets;
    const { sheets } = await ask(path, undefined);
    for (const { name } of sheets) onDisk.add(resolve(folder, name));
    const closed = sheets.filter(({ name }) => openText(resolve(folder, name)) === null);
    const opened: SampleSheet[] = [];
    for (const name of names) {
      const sheet = await readIfSheet(resolve(folder, name));
      if (sheet !== null) opened.push(sheet);
    }
    const sorted = [...closed, ...opened].sort((one, other) => (one.name < other.name ? -1 : 1));
    return { sheets: sorted, named: false };
  };
  const readIfSheet = async (path: string): Promise<SampleSheet | null> =>
    openText(path) && reading.readIfSheet(path, basename(path));

  return {
    open(document) {
      const path = pathOf(document.uri);
      if (path !== null) documents.set(path, document);
    },
    close(uri) {
      const path = pathOf(uri);
      if (path === null) return;
      documents.delete(path);
      found.delete(path);
    },
    async known(uri, folder) {
      const usable = await readUsableSettings(uri, folder);
      const before = found.get(pathOf(uri) ?? '');
      const holds = before !== undefined && before.said === usable.overrides.sampleSheet;
      return withSheets(usable, holds ? before : { sheets: noSheets, problem: null });
    },
    async find(uri, folder) {
      const usable = await readUsableSettings(uri, folder);
      const path = pathOf(uri);
      if (path === null) return { ...usable, sheets: noSheets };
      const said = usable.overrides.sampleSheet;
      const before = found.get(path);
      const isFresh = before !== undefined && before.said === said && performance.now() - before.atMs < freshMs;
      if (isFresh) return withSheets(usable, before);
      const looked = await findUsableSheets({ ...usable, problem: null }, async () => {
        if (said === false) return noSheets;
        return said === undefined ? findBeside(path) : findNamed(path, said);
      });
      const { sheets, problem } = looked;
      if (documents.has(path)) found.set(path, { atMs: performance.now(), said, sheets, problem });
      return withSheets(usable, looked);
    },
    async notice(uri) {
      const path = pathOf(uri);
      if (path === null) return false;
      const wasSheet = onDisk.has(path) || reading.wasSheet(path);
      const isSheet = documents.has(path) ? (await readIfSheet(path)) !== null : hasExtension(path, tableExtensions);
      // Of a text that is closed nothing is kept.
      if (!documents.has(path)) reading.forget(path);
      for (const [table, one] of found) found.set(table, { ...one, atMs: Number.NEGATIVE_INFINITY });
      return wasSheet || isSheet;
    },
  };
}

function withSheets(usable: UsableSettings, { sheets, problem }: Pick<Found, 'sheets' | 'problem'>): UsableSheets {
  return { ...usable, problem: usable.problem ?? problem, sheets };
}

/** Null for what is no file on this machine. */
function pathOf(uri: string): string | null {
  try {
    return pathOfUri(uri);
  } catch {
    return null;
  }
}
