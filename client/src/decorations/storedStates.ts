import { type StoredState, storedStates } from '#shared/protocol/tables.ts';
import type { LanguageServer } from '../server.ts';

interface Question {
  readonly uri: string;
  readonly answer: (state: StoredState | null) => void;
}

const gatheredForMs = 100;
const mostAtOnce = 200;

/** Asks the server how files stand to what is stored of them, many at once. */
export class StoredStates {
  readonly #server: LanguageServer;
  #questions: Question[] = [];

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  /** How one file stands; null where nothing is stored of it, or where that is not known. */
  ask(uri: string): Promise<StoredState | null> {
    // Looking at files is no reason to start the server.
    if (!this.#server.wasStarted) return Promise.resolve(null);
    const { promise, resolve } = Promise.withResolvers<StoredState | null>();
    if (this.#questions.length === 0) setTimeout(() => this.#askGathered(), gatheredForMs);
    this.#questions.push({ uri, answer: resolve });
    return promise;
  }

  #askGathered(): void {
    const questions = this.#questions;
    this.#questions = [];
    for (let from = 0; from < questions.length; from += mostAtOnce) {
      void this.#askSome(questions.slice(from, from + mostAtOnce));
    }
  }

  async #askSome(questions: readonly Question[]): Promise<void> {
    const uris = questions.map(({ uri }) => uri);
    const states = await askStates(this.#server, uris);
    for (const [index, { answer }] of questions.entries()) answer(states[index] ?? null);
  }
}

/** How files stand, in their order; none where the server can't tell, because nothing else depends on it. */
export async function askStates(
  server: LanguageServer,
  uris: readonly string[],
): Promise<readonly (StoredState | null)[]> {
  return server.ask(storedStates, { uris }).catch(() => []);
}
