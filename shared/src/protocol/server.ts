/** The database behind the server, the secrets it is told, and what it reports of itself. */
import { NotificationType, RequestType, RequestType0 } from 'vscode-jsonrpc';
import type { SettingName } from '../settings.ts';

/** Which database is used, and whether it answers. */
export interface DatabaseStatus {
  readonly state: 'ready' | 'unreachable';
  /** As people read it: `embedded Postgres`, or `lab@db.example.org:5432/omics`; no password. */
  readonly name: string;
  readonly datasets: number;
  readonly message: string | null;
  /** The person's own Postgres refused the role or its password: another one may have to be set. */
  readonly refused?: boolean;
}
export const databaseStatus = new RequestType0<DatabaseStatus, void>('amprenta/databaseStatus');

/** The open database went away; it is opened anew when something is asked for. */
export const databaseLost = new NotificationType<DatabaseStatus>('amprenta/databaseLost');

/**
 * The passwords and keys that the editor keeps in its own safe: null forgets one, and what is left out stays as it was.
 * The server keeps them in memory only, and they win over its environment. Asked for before anything else, and again when
 * one changes; an open database of another configuration is left, and opened anew by the next question.
 */
export const setSecrets = new RequestType<Readonly<Partial<Record<SettingName, string | null>>>, null, void>(
  'amprenta/setSecrets',
);

/** What the server says of itself where something went wrong; no secret is in it. */
export interface ServerReport {
  /** Version of Node, `v22.1.0`. */
  readonly node: string;
  readonly residentBytes: number;
  readonly uptimeSeconds: number;
  /** Its name as in {@link DatabaseStatus}; `open` where something has asked for it. */
  readonly database: { readonly name: string; readonly open: boolean };
  /** The settings that are set: which and where, `POSTGRES_HOST in the environment`, and to what; `set` for a secret. */
  readonly settings: readonly { readonly place: string; readonly value: string }[];
  /** Why the configuration can't be read, as a person reads it; null where it can. */
  readonly problem: string | null;
  /** The last 200 messages of the log, the oldest first. */
  readonly log: readonly string[];
}

/** Asks the server for its report; nothing is opened or started for that. */
export const reportServer = new RequestType0<ServerReport, void>('amprenta/reportServer');
