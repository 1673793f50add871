import { TabInputText, type Uri, window } from 'vscode';

/** The file of the active editor; also of one too large for the editor to tell extensions its text. */
export function activeTable(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return window.activeTextEditor?.document.uri ?? (input instanceof TabInputText ? input.uri : undefined);
}
