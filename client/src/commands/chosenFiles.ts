import { Uri, window } from 'vscode';

/**
 * The files a command was called for: those selected in the explorer, else the one it was called on, else the active
 * editor's. Untitled documents have no file and are left out.
 */
export function chosenFiles(given: readonly unknown[]): Uri[] {
  const [clicked, selected] = given;
  const several = Array.isArray(selected) ? selected.filter((one) => one instanceof Uri) : [];
  const active = window.activeTextEditor?.document.uri;
  const one = clicked instanceof Uri ? clicked : active;
  const chosen = several.length > 0 ? several : one === undefined ? [] : [one];
  return chosen.filter(({ scheme }) => scheme === 'file');
}
