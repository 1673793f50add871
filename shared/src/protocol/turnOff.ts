/** Turning codes off from where they were found: the server offers it, the client writes it into `.amprenta.json`. */
import type { DiagnosticCode } from '../diagnostics.ts';

/** The client's command that turns a code off. */
export const turnOffCommand = 'amprenta.turnOffCode';

/** For which tables a code may be turned off: one file, or all of its folder and the folders in that. */
export const turnOffScopes = ['file', 'folder'] as const;
export type TurnOffScope = (typeof turnOffScopes)[number];

/** What the command is told. */
export interface TurnOffParams {
  /** Of the table in which the code was found; a file on disk. */
  readonly uri: string;
  readonly code: DiagnosticCode;
  readonly scope: TurnOffScope;
}
