/** The process that waits for an embedded server to be idle. Started by idleWatch.ts: `watcher DATA_DIR IDLE_MS`. */
import { watchEmbedded } from './embeddedServer.ts';

const [dataDir, idleMs] = process.argv.slice(2);
if (dataDir === undefined || !Number.isFinite(Number(idleMs))) process.exit(2);
await watchEmbedded(dataDir, Number(idleMs)).catch(() => undefined);
process.exit(0);
