import { FileType, Uri, window, workspace } from 'vscode';
import type { Context } from '../context.ts';

/** Lets a person choose one of the tables that the extension brings along; undefined where none was chosen. */
export async function chooseSample({ folder }: Context, title: string): Promise<Uri | undefined> {
  const samples = Uri.joinPath(folder, 'media', 'samples');
  const files = (await workspace.fs.readDirectory(samples)).filter(([, type]) => type === FileType.File);
  const chosen = await window.showQuickPick(
    files.map(([name]) => name),
    { title, placeHolder: 'One table of each omics type, made for trying things out' },
  );
  return chosen === undefined ? undefined : Uri.joinPath(samples, chosen);
}
