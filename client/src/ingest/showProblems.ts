import { commands } from 'vscode';

/** Opens the panel with the findings of all tables. */
export async function showProblems(): Promise<void> {
  await commands.executeCommand('workbench.actions.view.problems');
}
