/** Writes what code is the source of: tables of the README, and the JSON Schema of .amprenta.json. */
import { readFile, writeFile } from 'node:fs/promises';
import { layouts } from '../server/src/profiles/layouts/index.ts';
import { diagnostics } from '../shared/src/diagnostics.ts';
import { type Setting, settings } from '../shared/src/settings.ts';
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
  const rows = Object.entries(diagnostics).map(([code, { severity, blocks, meaning }]) => [
    `\`${code}\``,
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
  await writeFile(readme, withGeneratedParts(await readFile(readme, 'utf8')));
}
