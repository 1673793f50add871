/**
 * Stands in for the editor's executable where @vscode/test-electron runs one: starts the editor's server with a real
 * workbench in a browser, runs `--extensionTestsPath` in its extension host, and ends with the run's code.
 *
 *     codeStandIn.ts FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE --user-data-dir=DIR --extensions-dir=DIR
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEditorServer } from './editorServer.ts';
import { openBrowser } from './playwright.ts';
import { openTestEditor } from './testEditor.ts';

const runTimeoutMs = 240_000;

/** What the workbench says of itself, and not the suite. */
const noise =
  /^(\[(AgentHost|ChatModelSelection|AccountPolicyGate|reconnection-grace-time|RemoteAgentHostProtocol|Service Worker|Policy)|Resolv(ing|ed) connection token|Creating a socket|Creation of workbench|Updating additional|Timed out waiting|getaddrinfo ENOTFOUND|Ignoring fetching|%c)/;

const option = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: option,
    extensionTestsPath: option,
    'user-data-dir': option,
    'extensions-dir': option,
  },
  allowPositionals: true,
  // The options of the real executable that mean nothing here.
  strict: false,
});

const temporary = await mkdtemp(join(tmpdir(), 'amprenta-editor-'));
try {
  process.exitCode = await run();
} finally {
  await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
}

async function run(): Promise<number> {
  const editor = await openTestEditor();
  const folders = { temporary, user: given('user-data-dir'), extensions: given('extensions-dir') };
  const server = await startEditorServer(editor, folders, { withDriver: true, withTrust: false });
  const browser = await openBrowser(editor, temporary).catch(async (thrown) => {
    await server.stop();
    throw thrown;
  });
  try {
    const page = await browser.openPage();
    const outcome = Promise.withResolvers<number>();
    const fail = (reason: string) => outcome.reject(new Error(reason));
    page.on('crash', () => fail('The page has crashed.'));
    server.ended.then(() => fail("The editor's server has ended."));
    const timer = setTimeout(() => fail(`The suite did not end within ${runTimeoutMs / 1000} s.`), runTimeoutMs);
    await page.exposeFunction('codeAutomationLog', (_type: string, texts: readonly unknown[]) => {
      if (typeof texts[0] === 'string' && !noise.test(texts[0])) process.stdout.write(`${texts.join(' ')}\n`);
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => outcome.resolve(code));
    await page.goto(address(server.port));
    return await outcome.promise.finally(() => clearTimeout(timer));
  } finally {
    await browser.close();
    await server.stop();
  }
}

function address(port: number): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${resolve(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(given('extensionDevelopmentPath'))],
    ['extensionTestsPath', remote(given('extensionTestsPath'))],
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ folder: resolve(positionals[0] ?? '.'), payload: JSON.stringify(payload) });
  return `http://127.0.0.1:${port}/?${query}`;
}

function given(name: keyof typeof values): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`--${name} is missing.`);
  return resolve(value);
}
