/**
 * Gives on what a source gives, and throws the signal's reason as soon as it is aborted: also while the source is stuck
 * (a file on a network that is gone) and knows nothing of the signal.
 */
export async function* untilAborted<Item>(
  source: AsyncIterable<Item> | Iterable<Item>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item> {
  if (!signal) {
    yield* source;
    return;
  }
  signal.throwIfAborted();
  const items = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const listening = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal });
  });
  aborted.catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([items.next(), aborted]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    listening.abort();
    // Not awaited: a stuck source ends when it comes free. What it throws then has nobody to be told to.
    void (async () => items.return?.())().catch(() => undefined);
  }
}
