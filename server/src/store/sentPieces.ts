import type { Socket } from 'node:net';
import type { CopyStreamQuery } from 'pg-copy-streams';

/** What pg-copy-streams has besides its types: the connection once the copy has begun, and what writes a piece to it. */
interface CopySink {
  readonly connection: { readonly stream: Socket };
  flushChunk(piece: Buffer): boolean;
}

const copyData = 0x64;
const lengthBytes = 4;

/**
 * Makes a copy say which pieces the operating system has taken. pg-copy-streams itself asks the socket only whether
 * there is room, so its own writing of a piece (a CopyData message: manual, "Message Formats") is done here instead.
 */
export function tellWhenSent(copy: CopyStreamQuery, onSent: (piece: Buffer) => void): void {
  const sink = copy as unknown as CopySink;
  sink.flushChunk = (piece) => {
    const { stream } = sink.connection;
    const head = Buffer.alloc(1 + lengthBytes);
    head.writeUInt8(copyData);
    head.writeUInt32BE(piece.length + lengthBytes, 1);
    stream.write(head);
    return stream.write(piece, (failure) => {
      if (!failure) onSent(piece);
    });
  };
}
