/** The pages of the diagnostic codes: what the table of codes says of each stands in a part that is made from it. */

import type { DiagnosticEntry } from '../shared/src/diagnostics/entry.ts';
import { type DiagnosticCode, diagnosticSections } from '../shared/src/diagnostics.ts';
import { projectFileName } from '../shared/src/overrides.ts';

/** Where the pages are. */
export const diagnosticPagesFolder = new URL('../docs/diagnostics/', import.meta.url);

/** What is written by hand on every page, in this order. */
export const pageSections = ['What it means', 'Why it matters', 'Example', 'How to fix it'] as const;

/** Every code with what the table says of it and what it is about. */
export const describedCodes: readonly (readonly [code: DiagnosticCode, entry: DiagnosticEntry, about: string])[] =
  Object.entries(diagnosticSections).flatMap(([about, entries]) =>
    Object.entries(entries).map(([code, entry]) => [code as DiagnosticCode, entry, about] as const),
  );

/** The page's first part and its last, made anew around what is written by hand; a page that is not there yet has empty sections. */
export function withGeneratedPage(code: DiagnosticCode, entry: DiagnosticEntry, about: string, page: string): string {
  const written = /<!-- \/facts -->\n([\s\S]*?)(?=## How to switch it off\n)/.exec(page)?.[1]?.trim();
  const body =
    written ??
    pageSections
      .map((title) => `## ${title}\n`)
      .join('\n')
      .trim();
  return `# ${code}\n\n<!-- facts: made from shared/src/diagnostics by \`npm run docs\` -->\n\n${entry.meaning}\n\n${facts(entry, about)}\n\n<!-- /facts -->\n\n${body}\n\n${switchingOff(code, entry)}`;
}

function facts({ severity, blocks, refused }: DiagnosticEntry, about: string): string {
  const ingestion = refused
    ? 'It is always refused: there is nothing sound to store.'
    : blocks
      ? 'It is refused until you decide: `--allow-errors`, or the button in the editor.'
      : 'It goes on; the finding is kept with the dataset.';
  return `| severity | about | ingestion |\n|---|---|---|\n| ${severity} | ${about} | ${ingestion} |`;
}

function switchingOff(code: DiagnosticCode, { blocks }: DiagnosticEntry): string {
  const note = blocks
    ? '\nFindings that block ingestion are always shown, and block it whatever their severity.\n'
    : '';
  return `## How to switch it off

In \`${projectFileName}\`, for all tables, or for those that a path or glob names:

\`\`\`json
{
  "rules": { "${code}": "off" },
  "tables": { "raw/*.csv": { "rules": { "${code}": "off" } } }
}
\`\`\`

Instead of \`off\` it may be \`error\`, \`warning\` or \`information\`.
${note}`;
}
