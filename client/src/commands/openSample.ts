import { workspace } from 'vscode';
import { showProblems } from '../ingest/showProblems.ts';
import { chooseSample } from './chooseSample.ts';
import type { CommandFactory } from './command.ts';
import { openUntitled } from './openUntitled.ts';

/** Opens a copy of a sample table with its findings, for trying out what is found and mended. */
export const openSample: CommandFactory =
  ({ context }) =>
  async () => {
    const sample = await chooseSample(context, 'Open a sample table');
    if (sample === undefined) return;
    // Read, not opened: the original would have findings of its own.
    const content = new TextDecoder().decode(await workspace.fs.readFile(sample));
    await openUntitled(content, sample.path.endsWith('.csv') ? 'csv' : 'tsv');
    await showProblems();
  };
