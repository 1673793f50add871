import { createHash } from 'node:crypto';
import { realpathSync, unlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Waits until no other process sets this checkout up, and holds the others off until it is released.
 *
 * The lock is a listening socket, which the kernel takes back from a process however it ends, so there is no stale lock
 * to be guessed at; who waits holds a connection and wakes when it breaks.
 * @param {string} root the checkout @param {() => void} onWait called once where it has to wait
 * @returns {Promise<{ childStdio: number | 'ignore', release: () => void }>} `childStdio`, given to a child as one more
 *   stream, makes it hold the lock too, until it has ended
 */
export async function holdLock(root, onWait) {
  const address = lockAddress(root);
  for (let told = false; ; ) {
    const server = await listen(address);
    if (server !== null) return server;
    if (!told) onWait();
    told = true;
    await waitForHolder(address);
  }
}

/** Linux has socket names outside the file system, gone with their last holder; elsewhere it is a pipe or a socket file. */
function lockAddress(root) {
  const name = `amprenta-${createHash('sha256').update(realpathSync(root)).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Takes the address, or answers null where another process has it. */
function listen(address) {
  return new Promise((resolve, reject) => {
    const connections = new Set();
    const server = createServer((socket) => {
      connections.add(socket);
      socket.on('error', () => {}).on('close', () => connections.delete(socket));
    });
    server.on('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(address, () => {
      const release = () => {
        server.close();
        for (const socket of connections) socket.destroy();
      };
      // The descriptor has no public name; where it can't be had the lock ends with this process.
      const descriptor = server._handle?.fd;
      resolve({ childStdio: descriptor > 2 ? descriptor : 'ignore', release });
    });
  });
}

/** Settles when the holder has let go; a socket file that nobody listens to any more is taken away. */
function waitForHolder(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('error', (error) => {
      if (error.code === 'ECONNREFUSED' && address.endsWith('.sock')) unlinkSync(address);
    });
    socket.on('close', () => resolve(undefined));
    socket.resume();
  });
}
