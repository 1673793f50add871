/** One test: its name is a sentence that can be false. */
export interface EditorTest {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const pollMs = 50;

/** Waits for a condition and answers what it gave. @throws Error with `what` after the deadline */
export async function until<T>(
  what: string,
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  timeoutMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs / 1000} s: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
