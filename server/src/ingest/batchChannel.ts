/**
 * Hands batches from a producer that pushes to a consumer that pulls, one batch at a time: the producer waits in `give`
 * until the consumer asks for more, so that a slow consumer bounds the memory of a fast producer.
 *
 * `produce` is given a signal that is aborted when the consumer stops early; whatever it throws reaches the consumer.
 */
export async function* pullBatches<T>(
  produce: (give: (batch: T) => Promise<void>, signal: AbortSignal) => Promise<void>,
  outer?: AbortSignal,
): AsyncGenerator<T> {
  const stop = new AbortController();
  const signal = outer ? AbortSignal.any([outer, stop.signal]) : stop.signal;
  let arrived = Promise.withResolvers<{ readonly batch: T } | null>();
  let taken = Promise.withResolvers<void>();

  const give = (batch: T): Promise<void> => {
    signal.throwIfAborted();
    taken = Promise.withResolvers();
    arrived.resolve({ batch });
    return taken.promise;
  };
  const produced = produce(give, signal).then(
    () => arrived.resolve(null),
    (thrown: unknown) => arrived.reject(thrown),
  );

  try {
    for (;;) {
      const next = await arrived.promise;
      if (next === null) return;
      arrived = Promise.withResolvers();
      yield next.batch;
      taken.resolve();
    }
  } finally {
    stop.abort();
    taken.resolve();
    // The producer may still be told of the abort; nobody waits for what it says then.
    arrived.promise.catch(() => undefined);
    await produced;
  }
}
