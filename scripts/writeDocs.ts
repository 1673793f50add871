/** Writes what code is the source of: tables of the README, pages of the diagnostic codes, the JSON Schema of .amprenta.json. */
import { readFile, writeFile } from 'node:fs/promises';
import { layouts } from '../server/src/profiles/layouts/index.ts';
import { type Setting, settings } from '../shared/src/settings.ts';
import { describedCodes, diagnosticPagesFolder, withGeneratedPage } from './diagnosticPages.ts';
import { projectFileJsonSchema } from './projectFileJsonSchema.ts';

const readme = new URL('../README.md', import.meta.url);

/** Where the extension has the schema of `.amprenta.json`. */
export const projectFileSchemaPath = new URL('../media/schemas/amprenta.schema.json', import.meta.url);

/** The README with its generated parts made anew. */
export function withGeneratedParts(text: string): string {
  const parts = { settings: settingsTable(), layouts: layoutsList(), diagnostics: diagnosticsTable() };
  return Object.entries(parts).reduce((result, [name, content]) => replacePart(result, name, content), text);
}

function replacePart(text: string, name: string, content: string): string {
  const part = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!part.test(text)) throw new Error(`README.md has no part <!-- ${name}: … -->`);
  return text.replace(part, (_, start: string, end: string) => `${start}\n${content}\n\n${end}`);
}

function settingsTable(): string {
  const rows = Object.values(settings).map((setting: Setting) => [
    `\`${setting.environment}\``,
    setting.default === null ? '' : `\`${setting.default}\``,
    setting.doc,
  ]);
  return markdownTable(['name', 'default', 'what it does'], rows);
}

function layoutsList(): string {
  return `Told by their own marks: ${layouts.map(({ name }) => `\`${name}\``).join(', ')}.`;
}

function diagnosticsTable(): string {
  const rows = describedCodes.map(([code, { severity, blocks, meaning }]) => [
    `[\`${code}\`](docs/diagnostics/${code}.md)`,
    severity,
    blocks ? 'yes' : '',
    meaning,
  ]);
  return markdownTable(['code', 'severity', 'blocks', 'meaning'], rows);
}

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), `|${header.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

if (import.meta.main) {
  await writeFile(projectFileSchemaPath, projectFileJsonSchema());
  for (const [code, entry, about] of describedCodes) {
    const page = new URL(`${code}.md`, diagnosticPagesFolder);
    await writeFile(page, withGeneratedPage(code, entry, about, await readFile(page, 'utf8').catch(() => '')));
  }
  await writeFile(readme, withGeneratedParts(await readFile(readme, 'utf8')));
}
