import { Uri } from 'vscode';
import { originalScheme } from '../manifest/commandTable.ts';

/** The file that a revision of a dataset was read from. */
export interface Original {
  readonly id: string;
  /** From 1. */
  readonly revision: number;
  /** Without a folder. */
  readonly name: string;
}

/** Where the editor finds the ingested bytes: `amprenta:/ID/3/my%20table.csv`. */
export const originalUri = ({ id, revision, name }: Original): Uri =>
  Uri.from({ scheme: originalScheme, path: `/${id}/${revision}/${name}` });

/** What such a URI names, or null where it names nothing. */
export function readOriginalUri({ path }: Pick<Uri, 'path'>): Original | null {
  const [, id, revision, name, ...further] = path.split('/');
  if (!id || !name || further.length > 0 || !/^[1-9]\d*$/.test(revision ?? '')) return null;
  return { id, revision: Number(revision), name };
}
