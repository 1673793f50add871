/**
 * Makes the extension's package for one platform out of what is built.
 *
 *     npm run package [-- --target linux-x64] [--out FILE]
 *
 * The file is amprenta-omics-TARGET-VERSION.vsix in the project's root unless --out says otherwise. What it packs is laid
 * out in a folder of its own first: that way nothing is in it by accident.
 */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { withPackageFolder } from './packageFolder.ts';
import { isPackageTarget, packageTargets, targetOf } from './packageTarget.ts';

const mostBytes = 45 * 1024 * 1024;
const root = dirname(import.meta.dirname);
const { values } = parseArgs({ options: { target: { type: 'string' }, out: { type: 'string' } } });

const target = values.target ?? targetOf(process.platform, process.arch);
if (target === null || !isPackageTarget(target)) {
  const given = target ?? `${process.platform}-${process.arch}`;
  process.stderr.write(`There is no target ${given}; there are ${Object.keys(packageTargets).join(', ')}.\n`);
  process.exit(2);
}

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const vsix = values.out === undefined ? join(root, `amprenta-omics-${target}-${version}.vsix`) : resolve(values.out);
await withPackageFolder(root, target, (folder) =>
  createVSIX({
    cwd: folder,
    packagePath: vsix,
    target,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    useYarn: false,
  }),
);
const { size } = await stat(vsix);
process.stdout.write(`${vsix}: ${(size / 1024 / 1024).toFixed(1)} MB\n`);
if (size > mostBytes) {
  process.stderr.write(`The package is larger than ${mostBytes / 1024 / 1024} MB.\n`);
  process.exitCode = 1;
}
