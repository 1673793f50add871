import { basename, dirname, resolve } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type OpenText, startSheetReading } from '../../files/sheetReading.ts';
import { startSheetSearch } from '../../files/sheetsBeside.ts';
import type { SheetChoice } from '../../sheets/sheet.ts';
import type { ByteSource } from '../../table/byteSource.ts';
import { pathOfUri } from '../documentPath.ts';
import { documentSource } from './documentSource.ts';
import { findUsableSheets, readUsableOverrides, type UsableSheets } from './usableOverrides.ts';

/** The sample sheets of open tables. A sheet that is open counts as it stands in its editor, not as it lies on disk. */
export interface DocumentSheets {
  /** A document was opened, whatever is in it. */
  open(document: TextDocument): void;
  close(uri: string): void;
  /**
   * What a person said of an open table, with its sheets as they are now; of what is no file on this machine, nothing.
   * @param folder the workspace's; null where there is none
   * @throws AbortError when `signal` is aborted
   */
  find(uri: string, folder: string | null, signal: AbortSignal): Promise<UsableSheets>;
  /** Takes notice of a file or open text that changed; answers whether it was or is a sample sheet. */
  notice(uri: string): Promise<boolean>;
}

/** A folder is not listed again for every key that is pressed in a table: what was found a moment ago still holds. */
const freshMs = 2_000;

/** UTF-16 units of a text that may be a sheet, and bytes of a sheet that are read at once: about 1 ms of reading. */
const largestSheetUnits = 2_000_000;
const sliceBytes = 64 << 10;

/** Starts with no document open. */
export function followSheets(): DocumentSheets {
  const documents = new Map<string, TextDocument>();
  const openText = (path: string): OpenText | null => {
    const document = documents.get(path);
    const text = document?.getText() ?? '';
    return document && text.length <= largestSheetUnits ? { text, source: documentSource(document) } : null;
  };
  const reading = startSheetReading(openText, inSlices);
  const search = startSheetSearch(reading);
  /** What persons named, also where it is missing or no sheet by itself. */
  const named = new Set<string>();
  const found = new Map<string, { readonly atMs: number; readonly sheets: SheetChoice }>();
  return {
    open(document) {
      const path = pathOf(document.uri);
      if (path !== null) documents.set(path, document);
    },
    close(uri) {
      const path = pathOf(uri);
      if (path !== null) documents.delete(path);
    },
    async find(uri, folder, signal) {
      const usable = await readUsableOverrides(uri, folder);
      const path = pathOf(uri);
      if (path === null) return { ...usable, sheets: { sheets: [], named: false } };
      return findUsableSheets(usable, async (said) => {
        const key = JSON.stringify([path, said]);
        const before = found.get(key);
        if (before && performance.now() - before.atMs < freshMs) return before.sheets;
        if (said) named.add(resolve(dirname(path), said));
        const sheets = await search({ path, name: basename(path) }, signal, said);
        found.set(key, { atMs: performance.now(), sheets });
        return sheets;
      });
    },
    async notice(uri) {
      const path = pathOf(uri);
      if (path === null) return false;
      const wasSheet = named.has(path) || reading.wasSheet(path);
      const isSheet = await reading.readIfSheet(path, basename(path)).then(
        (sheet) => sheet !== null,
        () => false,
      );
      found.clear();
      return wasSheet || isSheet;
    },
  };
}

/** Null for what is no file on this machine. */
function pathOf(uri: string): string | null {
  try {
    return pathOfUri(uri);
  } catch {
    return null;
  }
}

/** Between slices of a file everything else gets its turn. */
function inSlices(source: ByteSource): ByteSource {
  const { name, sizeBytes } = source;
  return {
    name,
    sizeBytes,
    async *bytes(signal) {
      for await (const piece of source.bytes(signal)) {
        for (let at = 0; at < piece.length; at += sliceBytes) {
          yield piece.subarray(at, at + sliceBytes);
          await otherWork();
        }
      }
    },
  };
}
