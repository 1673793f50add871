import type { Context } from '../context.ts';
import type { DatasetsView } from '../views/datasets/datasetsView.ts';

/** What a command may use. */
export interface CommandTools {
  readonly context: Context;
  readonly view: DatasetsView;
}

/** Makes what runs when a command is called; its arguments are whatever the place it was called from passes. */
export type CommandFactory = (tools: CommandTools) => (...given: readonly unknown[]) => Promise<void>;
