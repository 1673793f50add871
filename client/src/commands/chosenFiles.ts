import { Uri } from 'vscode';
import { activeTable } from '../status/activeTable.ts';

/**
 * The files a command was called for: those selected in the explorer, else the one it was called on, else the active
 * editor's. Untitled documents have no file and are left out.
 */
export function chosenFiles(given: readonly unknown[]): Uri[] {
  const [clicked, selected] = given;
  const several = Array.isArray(selected) ? selected.filter((one) => one instanceof Uri) : [];
  const one = clicked instanceof Uri ? clicked : activeTable();
  const chosen = several.length > 0 ? several : one === undefined ? [] : [one];
  return chosen.filter(({ scheme }) => scheme === 'file');
}
