import { dirname, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const root = dirname(import.meta.dirname);

/** CommonJS, because the editor loads an extension's entry that way, and named .cjs, because package.json says that .js are ES modules. */
const options = {
  absWorkingDir: root,
  outdir: join('dist', 'client'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  // The CommonJS of jsonc-parser asks for its own files in a way that can't be bundled.
  mainFields: ['module', 'main'],
  target: 'node22',
  sourcemap: 'linked',
  external: ['vscode'],
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The language client is a file of its own beside the entry: esbuild can't split CommonJS. */
const languageClientApart: Plugin = {
  name: 'languageClientApart',
  setup(building) {
    building.onResolve({ filter: /^\.\/languageClient\.ts$/ }, () => ({
      path: './languageClient.cjs',
      external: true,
    }));
  },
};

/**
 * Bundles the extension's client into dist/client: extension.cjs, which the editor loads, and languageClient.cjs, which
 * that loads when a server is first needed.
 * @throws esbuild's error, which it has printed
 */
export async function buildClient(): Promise<void> {
  await build({ ...options, entryPoints: ['client/src/languageClient.ts'] });
  await build({
    ...options,
    entryPoints: ['client/src/extension.ts'],
    plugins: [languageClientApart],
    // The editor hands out its `vscode` to what is loaded by `require`.
    supported: { 'dynamic-import': false },
    // Of the protocol the entry needs the names alone; whoever speaks it brings the rest.
    alias: { 'vscode-jsonrpc': join(root, 'node_modules/vscode-jsonrpc/lib/common/messages.js') },
  });
}
