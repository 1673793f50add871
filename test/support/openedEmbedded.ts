import {
  type EmbeddedOptions,
  type EmbeddedServer,
  openEmbedded,
} from '../../server/src/store/embedded/embeddedServer.ts';

/** Opens an embedded server that is released at the end of the block (`await using`). */
export async function openForBlock(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer & AsyncDisposable> {
  const server = await openEmbedded(dataDir, options);
  return { ...server, [Symbol.asyncDispose]: () => server.release() };
}
