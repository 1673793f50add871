import { createConnection } from 'node:net';
import type { ServerTarget } from './target.ts';

/** What was found to listen at an address. */
export type PortOwner = 'postgres' | 'other' | 'nothing' | 'silent';

/**
 * Asks a port whether Postgres is behind it: every Postgres answers an SSLRequest with one byte, S or N (or an error
 * message, E), before anything else is said.
 * Source: PostgreSQL documentation, Frontend/Backend Protocol, "SSL Session Encryption".
 */
export function probePort(target: ServerTarget, timeoutMs: number): Promise<PortOwner> {
  const { promise, resolve } = Promise.withResolvers<PortOwner>();
  const socket = createConnection(addressOf(target));
  const settle = (owner: PortOwner): void => {
    socket.destroy();
    resolve(owner);
  };
  socket.setTimeout(timeoutMs, () => settle('silent'));
  socket.once('error', () => settle('nothing'));
  socket.once('connect', () => {
    const request = Buffer.alloc(8);
    request.writeInt32BE(8, 0);
    request.writeInt32BE(80877103, 4);
    socket.removeAllListeners('error');
    socket.once('error', () => settle('other'));
    socket.once('end', () => settle('other'));
    socket.write(request);
  });
  socket.once('data', (answer) => {
    const isSingle = answer.length === 1 && (answer[0] === 0x53 || answer[0] === 0x4e);
    settle(isSingle || isErrorMessage(answer) ? 'postgres' : 'other');
  });
  return promise;
}

/** An ErrorResponse is an E followed by its length, which for the messages of a handshake is below 64 KB. */
function isErrorMessage(answer: Buffer): boolean {
  return answer.length >= 5 && answer[0] === 0x45 && answer.readInt32BE(1) < 1 << 16;
}

function addressOf(target: ServerTarget): { readonly path: string } | { readonly host: string; readonly port: number } {
  if (target.host.startsWith('/')) return { path: `${target.host}/.s.PGSQL.${target.port}` };
  return { host: target.host, port: target.port };
}
