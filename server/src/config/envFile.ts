import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { AmprentaError } from '#shared/errors.ts';

/** What a .env file sets. */
export interface EnvFile {
  readonly path: string;
  readonly entries: ReadonlyMap<string, { readonly text: string /** From 1. */; readonly line: number }>;
}

/**
 * Reads the .env file of a folder; null where there is none. The process environment stays as it is.
 * @throws invalidInput where the file is there and can't be read as text
 */
export function readEnvFile(folder: string): EnvFile | null {
  const path = join(folder, '.env');
  const content = readIfThere(path);
  if (content === null) return null;
  if (content.includes('\0')) {
    throw new AmprentaError('invalidInput', `${path} is not UTF-8 text. Save it as UTF-8.`);
  }
  const entries = Object.entries(parse(content)).map(
    ([name, text]) => [name, { text, line: lineOf(content, name) }] as const,
  );
  return { path, entries: new Map(entries) };
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    // A folder named .env is a Python environment, which is no file of settings.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw new AmprentaError(
      'invalidInput',
      `${path} can't be read (${code}). Give yourself permission to read it, or move it away.`,
      { cause },
    );
  }
}

/** Of several lines that set a name the last one counts, as for dotenv. */
function lineOf(content: string, name: string): number {
  const assignment = new RegExp(`^\\s*(?:export\\s+)?${name.replace(/[.]/g, '\\.')}\\s*[=:]`);
  return content.split(/\r\n|\n|\r/).findLastIndex((line) => assignment.test(line)) + 1;
}
