import type { CommandId } from '../../manifest/commandTable.ts';
import type { ActionNode } from './node.ts';

/**
 * What a person can do where the database is out of reach. As entries, because the editor shows no welcome text beside
 * the message that says why.
 */
export const wayOutActions: readonly ActionNode[] = [
  action('Try again', 'refresh', 'amprenta.refreshDatasets'),
  action('Set a secret…', 'key', 'amprenta.setSecret'),
  action('Open settings', 'settings-gear', 'workbench.action.openSettings', 'amprenta.postgres'),
  action('Show logs', 'output', 'amprenta.showLogs'),
];

function action(
  label: string,
  icon: string,
  command: CommandId | 'workbench.action.openSettings',
  ...parameters: readonly unknown[]
): ActionNode {
  return { kind: 'action', label, icon, command, parameters };
}
