import { commands, languages, window, workspace } from 'vscode';
import { chooseSample } from './chooseSample.ts';
import type { CommandFactory } from './command.ts';

/** Opens a copy of a sample table with its findings, for trying out what is found and mended. */
export const openSample: CommandFactory =
  ({ context }) =>
  async () => {
    const sample = await chooseSample(context, 'Open a sample table');
    if (sample === undefined) return;
    // Read, not opened: the original would have findings of its own.
    const content = new TextDecoder().decode(await workspace.fs.readFile(sample));
    const wanted = sample.path.endsWith('.csv') ? 'csv' : 'tsv';
    const isKnown = (await languages.getLanguages()).includes(wanted);
    const document = await workspace.openTextDocument({ content, language: isKnown ? wanted : 'plaintext' });
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.actions.view.problems');
  };
