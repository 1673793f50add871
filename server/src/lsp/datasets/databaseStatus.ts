import { toAmprentaError } from '#shared/errors.ts';
import type { DatabaseStatus } from '#shared/protocol/server.ts';
import type { DatabaseSession } from './databaseSession.ts';

/** Which database is used, and whether it answers; it is opened for that. */
export async function readDatabaseStatus(session: DatabaseSession): Promise<DatabaseStatus> {
  try {
    const name = session.name();
    const groups = await session.use((store) => store.countByOmicsType());
    const datasets = groups.reduce((sum, group) => sum + group.datasets, 0);
    return { state: 'ready', name, datasets, message: null };
  } catch (thrown) {
    const { kind, message } = toAmprentaError(thrown);
    const refused = kind === 'unauthorized' && isOwnServer(session);
    return { state: 'unreachable', name: nameOf(session), datasets: 0, message, refused };
  }
}

/** What is told of a database that was open and went away. */
export function lostStatus(session: DatabaseSession): DatabaseStatus {
  const name = nameOf(session);
  const message = `The database (${name}) was stopped, or can't be reached any more. What is stored is whole; try again to open it anew.`;
  return { state: 'unreachable', name, datasets: 0, message };
}

/** The configuration itself may be what can't be read. */
function nameOf(session: DatabaseSession): string {
  try {
    return session.name();
  } catch {
    return 'not configured';
  }
}

function isOwnServer(session: DatabaseSession): boolean {
  try {
    return session.isOwnServer();
  } catch {
    return false;
  }
}
