import type { OverrideName } from '#shared/overrides.ts';
import type { TableDetails } from '#shared/protocol/tables.ts';
import { delimiterNames, inPercent } from '../overrides/possibilities.ts';
import { count, describeCounts, inWords } from '../words.ts';

/** One line of what a table was recognised as. */
export interface DescribedPart {
  /** What choosing it opens. */
  readonly opens: OverrideName | 'problems' | 'overrides';
  readonly label: string;
  readonly description: string;
  readonly detail?: string;
}

const namesShown = 5;

/** What a table was recognised as, a line a part; those that a person decided say so. */
export function describeTable(details: TableDetails): readonly DescribedPart[] {
  const { profile, confidence, evidence, omicsType, shape, rows, quantities, delimiter, encoding, counts } = details;
  const names = quantities.filter((name) => name !== null);
  const line = (opens: OverrideName, icon: string, label: string, description: string): DescribedPart => ({
    opens,
    label: `$(${icon}) ${label}`,
    description: details.overridden.includes(opens) ? `${description}, set by you` : description,
  });
  return [
    ...describeProblem(details),
    line('omicsType', 'beaker', 'Omics type', omicsType ?? 'not known'),
    { ...line('layout', 'layout', 'Layout', `${inWords(profile)}, ${inPercent(confidence)}`), detail: evidence },
    line(
      'orientation',
      'table',
      'Shape',
      `${inWords(shape)}, ${count(rows, 'row')}, ${count(details.features, 'feature')}`,
    ),
    // With samples in rows it is these that identify the rows.
    ...(shape === 'samples-in-rows' ? [] : [line('rowKey', 'key', 'Row key', describeKey(details))]),
    line(
      shape === 'samples-in-rows' ? 'orientation' : 'sampleColumns',
      'organization',
      'Samples',
      describeSamples(details),
    ),
    ...(hasSheetLine(details) ? [line('sampleSheet', 'list-selection', 'Sample sheet', describeSheet(details))] : []),
    line('quantity', 'graph', 'Quantity', names.length > 0 ? names.join(', ') : 'not named in the table'),
    line('scale', 'arrow-both', 'Scale', details.scale ?? 'nothing is measured'),
    {
      ...line('taxon', 'type-hierarchy', 'Organism', describeOrganism(details)),
      ...(details.organism ? { detail: details.organism.evidence } : {}),
    },
    line('missingTokens', 'circle-slash', 'Missing values', describeMissing(details)),
    line('valueTokens', 'pass', 'Not missing', describeValues(details)),
    line('delimiter', 'split-horizontal', 'Delimiter', delimiter === null ? 'none' : delimiterNames[delimiter]),
    line('encoding', 'file-code', 'Encoding', encoding),
    { opens: 'problems', label: '$(checklist) Findings', description: describeCounts(counts) },
  ];
}

function describeOrganism({ organism }: TableDetails): string {
  if (organism === null) return 'not told by the table';
  return organism.taxon === null ? 'not decided' : `${organism.name ?? 'NCBI taxon'} (${organism.taxon})`;
}

function describeKey({ columns }: TableDetails): string {
  const names = columns.filter(({ role }) => role === 'key').map(({ name }) => name || 'a column without a name');
  return names.length > 0 ? names.join(' + ') : 'no column identifies the rows';
}

function describeMissing({ missingTokens }: TableDetails): string {
  const shown = missingTokens.slice(0, namesShown);
  const rest = missingTokens.length - shown.length;
  return ['empty cells, NA and its like', ...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

function describeValues({ valueTokens }: TableDetails): string {
  return valueTokens.length === 0 ? 'nothing that usually is' : valueTokens.join(', ');
}

/** Of a table that has nothing to do with sheets, nothing is said of them. */
function hasSheetLine({ sheet, sheetsBeside, overridden }: TableDetails): boolean {
  return sheet !== null || sheetsBeside.some(({ described }) => described > 0) || overridden.includes('sampleSheet');
}

/** Which sample sheet is held against a table, and how much of it that describes. */
export function describeSheet({ sheet, samples }: TableDetails): string {
  if (sheet === null) return 'none';
  if (sheet.state === 'several') return `none, because several fit: ${sheet.names.join(', ')}`;
  const described = `${sheet.name}, which describes ${sheet.fits ? '' : 'only '}${sheet.described} of ${count(samples, 'sample')}`;
  return sheet.fits ? described : `${described}: is it this table's?`;
}

/** `6 samples: A, B, C and 3 more`. */
export function describeSamples({ samples, sampleNames }: TableDetails): string {
  if (sampleNames.length === 0) return count(samples, 'sample');
  const shown = sampleNames.slice(0, namesShown);
  const rest = samples - shown.length;
  return `${count(samples, 'sample')}: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** `2 findings stand in the way; the rows concerned stay out (lines 3, 8)`. */
export function describeBlocked({ blocking, findings }: TableDetails): string {
  const known = findings.filter(({ blocks }) => blocks);
  const lines = [...new Set(known.map(({ line }) => line))];
  const shown = lines.slice(0, namesShown);
  const isWhole = shown.length === lines.length && known.length === blocking;
  const noun = shown.length === 1 ? 'line' : 'lines';
  const where = shown.length > 0 ? ` (${noun} ${shown.join(', ')}${isWhole ? '' : ' and more'})` : '';
  const verb = blocking === 1 ? 'stands' : 'stand';
  return `${count(blocking, 'finding')} ${verb} in the way; the rows concerned stay out${where}`;
}

function describeProblem({ overrideProblem }: TableDetails): DescribedPart[] {
  if (overrideProblem === null) return [];
  const label = '$(warning) .amprenta.json is not followed';
  return [{ opens: 'overrides', label, description: 'choose to open it', detail: overrideProblem }];
}
