import { type Disposable, EventEmitter } from 'vscode';

/** Whether something runs at present, once or several times. */
export class Activity implements Disposable {
  readonly #changed = new EventEmitter<boolean>();
  #running = 0;

  /** It began to run, or ended. */
  get onChange(): EventEmitter<boolean>['event'] {
    return this.#changed.event;
  }

  /** Something begins; it ends when what is returned is disposed. */
  begin(): Disposable {
    this.#step(1);
    return { dispose: () => this.#step(-1) };
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #step(by: number): void {
    this.#running += by;
    this.#changed.fire(this.#running > 0);
  }
}
