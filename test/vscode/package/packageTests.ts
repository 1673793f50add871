import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageTargets, targetOf } from '../../../scripts/packageTarget.ts';
import { diagnostics } from '../../../shared/src/diagnostics.ts';
import { listDatasets } from '../../../shared/src/protocol/datasets.ts';
import { ingestFile } from '../../../shared/src/protocol/ingest.ts';
import { databaseStatus } from '../../../shared/src/protocol/server.ts';
import { everyDataset } from '../../support/everyDataset.ts';
import type { EditorTest } from '../editorTest.ts';
import type { InstalledPackage } from '../host/packagedEditor.ts';
import type { TestEditor } from '../host/testEditor.ts';
import { root, type TestFolders } from '../host/testFolders.ts';
import { withInstalledServer } from './installedServer.ts';

/** What the tests look into. */
export interface PackageTools extends InstalledPackage {
  readonly editor: TestEditor;
  readonly folders: TestFolders;
}

const mostBytes = 45 * 1024 * 1024;
const sample = 'serum_metabolites';

/** The suite on the package, in the order in which it is to run. */
export function packageTests({ editor, folders, vsix, folder }: PackageTools): readonly EditorTest[] {
  const listFiles = async (): Promise<string[]> => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  };
  return [
    {
      name: 'the package is at most 45 MB large',
      async run() {
        const { size } = await stat(vsix);
        assert.ok(size <= mostBytes, `${(size / 1024 / 1024).toFixed(1)} MB`);
      },
    },
    {
      name: 'it holds no source maps, no tests and no sources',
      async run() {
        const files = await listFiles();
        assert.ok(files.includes('dist/server/languageServer.js'), 'the server is in it');
        assert.deepEqual(
          files.filter((file) =>
            /\.(map|vsix)$|(?<!\.d)\.ts$|(^|\/)(tests?|src|scripts|\.git|\.compiled)\//.test(file),
          ),
          [],
        );
      },
    },
    {
      name: 'its only package is the Postgres of this platform',
      async run() {
        const target = targetOf(process.platform, process.arch);
        assert.ok(target, 'there is a package for this platform');
        const packages = join(folder, 'node_modules');
        const scopes = (await readdir(packages)).filter((name) => !name.startsWith('.'));
        const names = await Promise.all(
          scopes.map(async (scope) => (await readdir(join(packages, scope))).map((name) => `${scope}/${name}`)),
        );
        assert.deepEqual(names.flat(), [packageTargets[target].postgres]);
      },
    },
    {
      name: 'every file that its manifest and its README name is in it',
      async run() {
        const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
        // The packer gives it that name.
        const readme = await readFile(join(folder, 'readme.md'), 'utf8');
        const linked = [...readme.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)].map(([, path = '']) => path);
        const named = [...pathsIn(manifest), ...linked];
        assert.ok(named.includes('./dist/client/extension.cjs'), 'its entry is among them');
        assert.ok(named.includes('LICENSE.txt'), 'its licence is among them');
        assert.deepEqual(
          named.filter((path) => !existsSync(join(folder, path))),
          [],
        );
      },
    },
    {
      name: 'it holds the page of every diagnostic code',
      async run() {
        const files = await listFiles();
        const pages = Object.keys(diagnostics).map((code) => `docs/diagnostics/${code}.md`);
        assert.deepEqual(
          pages.filter((page) => !files.includes(page)),
          [],
        );
      },
    },
    {
      name: 'nothing in it names the folder it was made in',
      async run() {
        const texts = (await listFiles()).filter((file) => /\.(js|cjs|json|md|xml|vsixmanifest)$/.test(file));
        const naming: string[] = [];
        for (const file of texts) {
          if ((await readFile(join(folder, file), 'utf8')).includes(root)) naming.push(file);
        }
        assert.deepEqual(naming, []);
      },
    },
    {
      name: 'its server, in a home that is closed to others, stores a sample in a database of its own and lists it',
      async run() {
        assert.equal((await stat(folders.home)).mode & 0o777, 0o700);
        assert.ok(folder.startsWith(folders.home), `${folder} is in ${folders.home}`);
        const uri = pathToFileURL(join(folder, 'media', 'samples', `${sample}.csv`)).href;
        const env = { HOME: folders.home, AMPRENTA_DATA_DIR: folders.data };
        await withInstalledServer({ node: editor.node, folder, env }, async (connection) => {
          const ingested = await connection.sendRequest(ingestFile, { uri, token: 'package', allowErrors: false });
          assert.deepEqual([ingested.status, ingested.error], ['created', null]);
          const datasets = await connection.sendRequest(listDatasets, everyDataset);
          assert.deepEqual(
            datasets.map(({ name }) => name),
            [sample],
          );
          const { state, name } = await connection.sendRequest(databaseStatus);
          assert.deepEqual([state, name], ['ready', 'embedded Postgres']);
        });
      },
    },
  ];
}

/** Every text of a manifest that is a path to a file of the package, whatever it is named by. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^(\.\/|media\/|dist\/|docs\/)[\w./-]+\.\w+$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
}
