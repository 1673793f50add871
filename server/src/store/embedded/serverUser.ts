/** The account that runs the server in place of root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` and `nogroup`, the account without rights, on Debian, Fedora, Alpine and their like. */
const unprivilegedId = 65534;

/**
 * Who is to run the server: null for the user who runs this program; for root the account `nobody`, because Postgres
 * refuses to run as root.
 * Source: PostgreSQL documentation, "Creating a Database Cluster".
 */
export function serverUser(): ServerUser | null {
  return isRoot() ? { uid: unprivilegedId, gid: unprivilegedId } : null;
}

/** Whether this program runs as root; never so on Windows. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
