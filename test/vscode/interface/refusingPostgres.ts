import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** SQLSTATE 28P01. Source: PostgreSQL documentation, section 54.8 "Error and Notice Message Fields". */
const fields = 'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed\0\0';

/**
 * Starts a server on 127.0.0.1 that speaks enough of Postgres to refuse every password; answers its port. It goes with the
 * process, which it does not keep alive.
 */
export async function startRefusingPostgres(): Promise<number> {
  const answer = Buffer.alloc(5 + fields.length);
  answer.write('E');
  answer.writeInt32BE(4 + fields.length, 1);
  answer.write(fields, 5);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer));
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
