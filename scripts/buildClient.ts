import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = dirname(import.meta.dirname);

/**
 * Bundles the extension's client into dist/client/extension.cjs. CommonJS, because the editor loads an extension's entry
 * that way, and named .cjs, because package.json says that .js are ES modules.
 * @throws esbuild's error, which it has printed
 */
export async function buildClient(): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['client/src/extension.ts'],
    outfile: join('dist', 'client', 'extension.cjs'),
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
  });
}
