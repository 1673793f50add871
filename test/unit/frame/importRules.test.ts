import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Imports that must be refused, by the file they stand in. */
const forbidden: readonly (readonly [file: string, specifiers: readonly string[]])[] = [
  ['shared/src/probe.ts', ['node:fs', 'pg', 'vscode', '../../server/src/table/head.ts']],
  [
    'server/src/table/probe.ts',
    ['../profiles/profile.ts', '../values/cellKind.ts', 'node:fs', 'node:net', 'zod', 'vscode'],
  ],
  [
    'server/src/identifiers/probe.ts',
    ['../table/head.ts', '../profiles/profile.ts', 'node:child_process', 'papaparse'],
  ],
  ['server/src/identifiers/lipid/probe.ts', ['../../table/head.ts', '../../store/target.ts', 'node:fs']],
  [
    'server/src/profiles/probe.ts',
    ['../rules/rule.ts', '../values/dataRows.ts', '../store/target.ts', 'papaparse', 'node:fs'],
  ],
  [
    'server/src/profiles/layouts/probe.ts',
    ['../../rules/rule.ts', '../../ingest/draft.ts', '../../compose.ts', 'node:fs'],
  ],
  ['server/src/values/probe.ts', ['../rules/rule.ts', '../ingest/draft.ts', 'node:fs']],
  ['server/src/sheets/probe.ts', ['../rules/rule.ts', '../ingest/draft.ts', '../files/fileSource.ts', 'node:fs']],
  [
    'server/src/rules/probe.ts',
    ['../ingest/draft.ts', '../store/target.ts', '../fixes/fix.ts', '../config.ts', 'node:fs'],
  ],
  ['server/src/reports/probe.ts', ['../ingest/draft.ts', '../store/target.ts', '../cli/exit.ts', 'node:fs']],
  ['server/src/reports/html/probe.ts', ['../../ingest/draft.ts', '../../cli/exit.ts', '../../compose.ts']],
  ['server/src/fixes/probe.ts', ['../ingest/draft.ts', '../store/target.ts', '../cli/exit.ts', 'node:fs']],
  [
    'server/src/ingest/probe.ts',
    ['../store/target.ts', '../store/openStore.ts', '../cli/exit.ts', '../compose.ts', 'pg'],
  ],
  ['server/src/store/probe.ts', ['../cli/exit.ts', 'papaparse', 'commander', '../compose.ts']],
  ['server/src/cli/probe.ts', ['../store/openStore.ts', 'pg', 'drizzle-orm', 'pg-copy-streams', 'papaparse', 'vscode']],
  ['server/src/lsp/probe.ts', ['../store/openStore.ts', 'pg', 'commander', '../cli/exit.ts', 'vscode']],
  ['server/src/sync/probe.ts', ['../store/openStore.ts', 'pg', 'drizzle-orm/pg-core', 'pg-copy-streams', 'commander']],
  [
    'server/src/probe.ts',
    ['./store/openStore.ts', '../../client/src/extension.ts', '../../shared/src/errors.ts', 'vscode'],
  ],
  ['server/src/compose.ts', ['pg', 'commander', 'papaparse', 'vscode']],
  ['client/src/probe.ts', ['../../server/src/config.ts', '../../shared/src/errors.ts', 'pg']],
  ['test/unit/probe.ts', ['vscode']],
];

/** Imports that must pass, so that a rule that refuses everything is noticed. */
const allowed: readonly (readonly [file: string, specifiers: readonly string[]])[] = [
  ['shared/src/contracts/allowed.ts', ['zod', './position.ts', '../errors.ts', 'vscode-languageserver-types']],
  ['server/src/table/allowed.ts', ['papaparse', './head.ts', '#shared/errors.ts', 'node:buffer']],
  ['server/src/identifiers/allowed.ts', ['./knownIds.ts', '#shared/dataset.ts']],
  ['server/src/profiles/layouts/allowed.ts', ['../profile.ts', '../../table/head.ts', '../../identifiers/knownIds.ts']],
  ['server/src/values/allowed.ts', ['../table/head.ts', '../profiles/profile.ts']],
  [
    'server/src/sheets/allowed.ts',
    ['../values/dataRows.ts', '../profiles/profile.ts', '../table/row.ts', 'node:crypto'],
  ],
  [
    'server/src/rules/allowed.ts',
    ['../values/dataRows.ts', '../profiles/profile.ts', '../identifiers/knownIds.ts', '../sheets/sheet.ts'],
  ],
  ['server/src/reports/html/allowed.ts', ['../words.ts', '../../rules/validate.ts', '../../values/histogram.ts']],
  ['server/src/fixes/allowed.ts', ['../table/head.ts', '../rules/rule.ts', '#shared/diagnostics.ts']],
  ['server/src/ingest/allowed.ts', ['../rules/validate.ts', '../values/dataRows.ts', './draft.ts', 'node:crypto']],
  ['server/src/store/allowed.ts', ['pg', 'drizzle-orm', 'pg-copy-streams', '../ingest/datasetStore.ts', 'node:fs']],
  ['server/src/cli/allowed.ts', ['commander', '../compose.ts', '../config.ts', '../store/target.ts']],
  ['server/src/lsp/allowed.ts', ['vscode-languageserver', '../compose.ts', '../config.ts', '../rules/validate.ts']],
  ['server/src/main.ts', ['vscode-languageserver/node', './lsp/languageServer.ts']],
  ['server/src/compose.ts', ['./store/openStore.ts', './config.ts']],
  ['client/src/allowed.ts', ['vscode', '#shared/errors.ts']],
];

/** Every file of the project that is linted, with its imports, one a line. */
const imports = new Map<string, string[]>([
  ['server/src/circle/one.ts', ['./other.ts']],
  ['server/src/circle/other.ts', ['./one.ts']],
]);
for (const [file, specifiers] of [...forbidden, ...allowed]) {
  imports.set(file, [...(imports.get(file) ?? []), ...specifiers]);
}

let project: string;
let complaints: ReadonlySet<string>;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'amprenta-rules-'));
  for (const file of ['biome.json', '.gitignore', 'package.json']) await cp(join(root, file), join(project, file));
  for (const [file, specifiers] of imports) await write(file, specifiers);
  complaints = await lint();
});

afterAll(() => rm(project, { recursive: true, force: true }));

for (const [file, specifiers] of forbidden) {
  for (const specifier of specifiers) {
    it(`refuses ${specifier} in ${file}`, () =>
      expect(complaints).toContain(`noRestrictedImports ${file} ${specifier}`));
  }
}

for (const [file, specifiers] of allowed) {
  it(`lets ${file} import ${specifiers.join(', ')}`, () => {
    const refused = specifiers.filter((specifier) => complaints.has(`noRestrictedImports ${file} ${specifier}`));
    expect(refused).toEqual([]);
  });
}

it('refuses a circle of imports', () => {
  expect(complaints).toContain('noImportCycles server/src/circle/one.ts ./other.ts');
});

/** What of Biome's JSON is read here; lines count from 1. */
interface BiomeReport {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

async function write(file: string, specifiers: readonly string[]): Promise<void> {
  await mkdir(dirname(join(project, file)), { recursive: true });
  await writeFile(join(project, file), specifiers.map((specifier) => `import '${specifier}';\n`).join(''));
}

/** Lints the project once and answers the complaints as `rule file specifier`. */
async function lint(): Promise<ReadonlySet<string>> {
  const rules = ['--only=style/noRestrictedImports', '--only=suspicious/noImportCycles'];
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', ...rules, '--reporter=json', '--max-diagnostics=none'];
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, [biome, ...options], { cwd: project, maxBuffer: 2 ** 26 }, (_, stdout) => done(stdout));
  });
  const { diagnostics }: BiomeReport = JSON.parse(output);
  return new Set(
    diagnostics.map(({ category, location: { path, start } }) => {
      const rule = category.slice(category.lastIndexOf('/') + 1);
      return `${rule} ${path} ${imports.get(path)?.[start.line - 1]}`;
    }),
  );
}
