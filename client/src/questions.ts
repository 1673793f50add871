import type { CancellationToken } from 'vscode';

/** A question under way that a person waits for. */
interface Question {
  /** In a person's words: `the ingest of large.csv`. */
  readonly doing: string;
  readonly answer: Promise<unknown>;
  readonly token: CancellationToken | undefined;
}

/** The questions to the server that a person waits for, so that it can be told which of them a restart broke off. */
export class Questions {
  readonly #underWay = new Set<Question>();

  /** Remembers one until it is answered. */
  add(question: Question): void {
    this.#underWay.add(question);
    const end = (): boolean => this.#underWay.delete(question);
    question.answer.then(end, end);
  }

  /** What is being done now, as far as it comes to nothing, and not because a person cancelled it. */
  async brokenOff(): Promise<readonly string[]> {
    const outcomes = [...this.#underWay].map(async ({ doing, answer, token }) => {
      try {
        await answer;
        return null;
      } catch {
        return token?.isCancellationRequested ? null : doing;
      }
    });
    return (await Promise.all(outcomes)).filter((doing) => doing !== null);
  }
}
