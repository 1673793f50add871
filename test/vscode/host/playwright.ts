import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromiumEnvironment, findChromium } from './chromium.ts';
import type { TestEditor } from './testEditor.ts';

/**
 * The part of playwright-core's interface that the suites use, written down here because the package is no dependency
 * of the project: it is installed with the editor.
 */
export interface Locator {
  locator(selector: string, options?: { readonly hasText?: string | RegExp }): Locator;
  getByRole(role: string, options?: { readonly name?: string | RegExp }): Locator;
  getByText(text: string | RegExp): Locator;
  first(): Locator;
  nth(index: number): Locator;
  count(): Promise<number>;
  click(options?: { readonly button?: 'left' | 'right' }): Promise<void>;
  dblclick(): Promise<void>;
  hover(): Promise<void>;
  fill(text: string): Promise<void>;
  innerText(): Promise<string>;
  /** What stands in a text input. */
  inputValue(): Promise<string>;
  /** Of all that are there at this moment. */
  allInnerTexts(): Promise<string[]>;
  waitFor(options?: { readonly state?: 'visible' | 'hidden'; readonly timeout?: number }): Promise<void>;
  last(): Locator;
  /** What an iframe shows. */
  contentFrame(): Frame;
  /** Calls a function with the element, in the page. */
  evaluate<Result>(inPage: (element: unknown) => Result): Promise<Result>;
}

/** What is found in a page within the page. */
export type Frame = Pick<Locator, 'locator' | 'getByRole' | 'getByText'>;

/** A page of the browser. */
export interface Page extends Pick<Locator, 'locator' | 'getByRole' | 'getByText'> {
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  readonly mouse: { move(x: number, y: number): Promise<void> };
  goto(address: string): Promise<unknown>;
  reload(): Promise<unknown>;
  /** Closes it as a person closes a window. */
  close(): Promise<void>;
  isClosed(): boolean;
  screenshot(options: { readonly path: string }): Promise<unknown>;
  setDefaultTimeout(timeoutMs: number): void;
  exposeFunction(name: string, run: (...given: never[]) => void): Promise<void>;
  on(event: 'crash', run: () => void): void;
}

/** A browser with one profile. */
export interface Browser {
  openPage(): Promise<Page>;
  close(): Promise<void>;
}

interface BrowserContext {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

const chromiumOptions = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Starts a browser without a window, with its profile in the given folder. */
export async function openBrowser(editor: TestEditor, temporary: string): Promise<Browser> {
  const found = await findChromium();
  const { chromium } = createRequire(import.meta.url)(editor.playwright) as {
    chromium: { launchPersistentContext(folder: string, options: Record<string, unknown>): Promise<BrowserContext> };
  };
  const context = await chromium.launchPersistentContext(join(temporary, 'chromium'), {
    executablePath: found.path,
    env: chromiumEnvironment(found),
    headless: true,
    viewport: { width: 1400, height: 900 },
    args: chromiumOptions,
  });
  return { openPage: () => context.newPage(), close: () => context.close() };
}
