import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { FreshDatabase } from '../../support/postgres.ts';
import { freshDatabase } from '../../support/postgres.ts';
import { type CommandOptions, type CommandRun, runCli, serverSettings } from './runCli.ts';

/** A folder of tables and a database of its own, for the tests of one file. */
export interface Workplace {
  /** Absolute; its name holds a blank. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs a command in the folder. */
  run(args: readonly string[], options?: CommandOptions): Promise<CommandRun>;
  write(name: string, content: string | Uint8Array): Promise<string>;
}

/** Sets a workplace up before the tests of a file, and removes it after them. */
export function useWorkplace(): Workplace {
  let folder = '';
  let database: FreshDatabase | null = null;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amprenta cli '));
    database = await freshDatabase();
  });
  afterAll(async () => {
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });
  const environment = (): Record<string, string> => (database ? serverSettings(database.target) : {});
  return {
    get folder() {
      return folder;
    },
    get env() {
      return environment();
    },
    run: (args, options = {}) => runCli(args, { cwd: folder, ...options, env: { ...environment(), ...options.env } }),
    async write(name, content) {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
  };
}

/** A table of genes, larger by rows; values are whole numbers that differ from cell to cell. */
export function geneTable(rows: number, samples = 3, seed = 1): string {
  const header = ['Gene ID', ...Array.from({ length: samples }, (_, index) => `Sample ${index + 1}`)].join('\t');
  const lines = Array.from({ length: rows }, (_, row) => {
    const values = Array.from({ length: samples }, (_, sample) => ((row + 1) * (sample + 7) * 31 * seed) % 9973);
    return [`ENSG${String(row + 1).padStart(11, '0')}`, ...values].join('\t');
  });
  return `${[header, ...lines].join('\n')}\n`;
}
