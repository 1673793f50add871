import { basename } from 'node:path';
import { type Severity, severities } from '#shared/diagnostics/entry.ts';
import type {
  LayoutCandidate,
  SheetBeside,
  TableColumn,
  TableDetails,
  TableSheet,
  TableStatus,
} from '#shared/protocol/tables.ts';
import { overridesOf } from '../../profiles/followOverrides.ts';
import type { ColumnRole } from '../../profiles/profile.ts';
import type { Validation } from '../../rules/validate.ts';
import { fits, matchSheet, type SheetUse } from '../../sheets/matchSheet.ts';
import type { SampleSheet } from '../../sheets/sheet.ts';

/** The most samples, columns, findings and sheets that details name. */
const mostSampleNames = 1000;
const mostColumns = 1000;
const mostFindings = 20;
const mostSheets = 20;

/** What the client is told of a table that was judged. */
export function tableStatusOf(
  uri: string,
  { profile, tally, findings }: Validation,
  overrideProblem: string | null,
): TableStatus {
  const counts = { error: 0, warning: 0, information: 0 };
  let blocking = 0;
  for (const { severity, blocks } of findings) {
    counts[severity]++;
    if (blocks) blocking++;
  }
  const primary = profile.quantities.filter((quantity) => quantity.primary);
  const others = profile.quantities.filter((quantity) => !quantity.primary);
  return {
    uri,
    profile: profile.layout,
    confidence: profile.confidence,
    evidence: [profile.evidence, profile.omicsEvidence].filter((text) => text !== '').join(' '),
    omicsType: profile.omicsType,
    shape: profile.shape,
    encoding: profile.encoding,
    delimiter: profile.delimiter,
    rows: tally.rows,
    features: tally.features,
    samples: tally.samples.length,
    quantities: [...primary, ...others].map(({ name }) => name),
    overridden: overridesOf(profile.overrides),
    overrideProblem,
    counts,
    blocking,
  };
}

/** The same with what a person needs to decide about the table. */
export function tableDetailsOf(
  status: TableStatus,
  { profile, tally, findings, sheet }: Validation,
  sizeBytes: number,
  layouts: readonly LayoutCandidate[],
  sheetsBeside: readonly SampleSheet[],
): TableDetails {
  const { organism } = profile;
  const gravest = [...findings].sort(
    (one, other) => Number(other.blocks) - Number(one.blocks) || rankOf(one.severity) - rankOf(other.severity),
  );
  return {
    ...status,
    sizeBytes,
    sampleNames: tally.samples.slice(0, mostSampleNames),
    columns: profile.columns.slice(0, mostColumns).map(({ name, role }) => ({ name, role: roleOf(role) })),
    scale: profile.quantities.find(({ primary }) => primary)?.scale ?? null,
    organism: organism && { taxon: organism.taxon, name: organism.name, evidence: organism.evidence },
    valueTokens: profile.overrides.valueTokens ?? [],
    missingTokens: profile.overrides.missingTokens ?? profile.customs.missingTokens,
    sheet: sheetOf(sheet),
    sheetsBeside: sheetsOf(sheetsBeside, tally.samples),
    layouts,
    findings: gravest.slice(0, mostFindings).map(({ code, severity, range, message, blocks }) => ({
      code,
      severity,
      line: range.startLine + 1,
      message,
      blocks,
    })),
  };
}

function sheetOf(use: SheetUse | null): TableSheet | null {
  switch (use?.kind) {
    case 'used':
      return {
        state: 'used',
        name: basename(use.match.sheet.name),
        path: use.match.sheet.name,
        fits: fits(use.match),
        described: use.match.sampleOf.size,
      };
    case 'several':
      return { state: 'several', names: use.sheets.map(({ name }) => basename(name)) };
    default:
      return null;
  }
}

function sheetsOf(sheets: readonly SampleSheet[], sampleNames: readonly string[]): SheetBeside[] {
  return sheets
    .map((sheet) => ({ name: basename(sheet.name), described: matchSheet(sampleNames, sheet).sampleOf.size }))
    .sort((one, other) => other.described - one.described)
    .slice(0, mostSheets);
}

function roleOf(role: ColumnRole): TableColumn['role'] {
  if (role === 'key') return 'key';
  return role === 'value' ? 'measured' : 'other';
}

function rankOf(severity: Severity): number {
  return severities.indexOf(severity);
}
