import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/diagnostics.ts';
import { diagnostics } from '#shared/diagnostics.ts';
import { readGrounds } from './injections/grounds.ts';
import { injections, notInjected } from './injections/index.ts';
import type { Ground } from './injections/injection.ts';
import { findingsIn, placeOf, type SoundTable, type SpoiltTable } from './injections/soundTable.ts';

/** What is said of the examples as they are, each by right. */
const lawful: Readonly<Record<string, readonly string[]>> = {
  'annotation-table.tsv': ['no-sample-column'],
  'aplcms-peaks.final.tsv': ['sample-name-is-path'],
  'diann-matrix.tsv': ['sample-name-is-path', 'ragged-row'],
  'featurecounts.txt': ['sample-name-is-path'],
  'fragpipe-combined-protein.tsv': ['contaminant-row'],
  'htseq-counts.txt': ['summary-row'],
  'maxquant-peptides.txt': ['contaminant-row'],
  'maxquant-protein-groups.txt': ['contaminant-row', 'decoy-row'],
  'maxquant-sites.txt': ['contaminant-row'],
  'metabolon.tsv': ['scale-unknown'],
  'msdial-alignment.txt': ['group-too-small'],
  'msstats-input.csv': ['group-too-small'],
  'perseus-matrix.txt': ['contaminant-row'],
  'plain-matrix.csv': ['scale-unknown'],
  'plain-matrix.samples-in-rows.csv': ['scale-unknown'],
  'proteome-discoverer-peptides.txt': ['group-too-small'],
  'proteome-discoverer-proteins.txt': ['group-too-small'],
  'skyline-long.msstats.csv': ['group-too-small'],
  'somascan-adat.adat': ['group-too-small'],
  'spectronaut-report.tsv': ['group-too-small'],
  'star-reads-per-gene.tab': ['summary-row'],
  'xcms-peaks.tsv': ['non-finite'],
};

/** What more is said of an example with many rows: enough normalized values to judge a scale by, and it is not told. */
const lawfulOfMany: Readonly<Record<string, readonly string[]>> = { 'other-results.csv': ['scale-unknown'] };

describe('A right table of each layout', () => {
  let grounds: Readonly<Record<Ground, readonly SoundTable[]>>;

  beforeAll(async () => {
    grounds = await readGrounds();
  });

  it('has no finding but those that its tool makes lawful', () => {
    const told = grounds.example.flatMap((table) =>
      table.findings.length === 0 ? [] : [[table.file, codesOf(table)]],
    );
    expect(Object.fromEntries(told)).toEqual(lawful);
  });

  it('has no other finding with many rows', () => {
    expect(grounds.grown.length).toBe(grounds.example.length);
    const more = grounds.grown.flatMap((table) => {
      const codes = codesOf(table).filter((code) => !lawful[table.file]?.includes(code));
      return codes.length === 0 ? [] : [[table.file, codes]];
    });
    expect(Object.fromEntries(more)).toEqual(lawfulOfMany);
  });

  it.each(injections)(
    'with $what is $code there, and nothing else is new',
    async ({ code, ground, fewest, inject }) => {
      const wrong: string[] = [];
      let injected = 0;
      for (const table of grounds[ground]) {
        const spoilt = inject(table);
        if (spoilt === null) continue;
        injected++;
        wrong.push(...(await judgeSpoilt(table, spoilt, code)));
      }
      expect(wrong.join('\n')).toBe('');
      expect(injected).toBeGreaterThanOrEqual(fewest);
    },
  );

  it('can be spoilt in the way of every code', () => {
    const reached = new Set<string>([...injections.map(({ code }) => code), ...Object.keys(notInjected)]);
    expect(Object.keys(diagnostics).filter((code) => !reached.has(code))).toEqual([]);
  });
});

const codesOf = ({ findings }: SoundTable): readonly string[] => [
  ...new Set(findings.map((finding) => finding.split(' ')[1] ?? '')),
];

/** What is wrong with the findings in a spoilt table, and with those after its safe fix. */
async function judgeSpoilt(table: SoundTable, spoilt: SpoiltTable, code: string): Promise<readonly string[]> {
  const { line, cell, added = 0 } = spoilt;
  const sheet = spoilt.sheet ?? table.sheet;
  const findings = await findingsIn(table.file, { ...spoilt, sheet });
  const before = table.findings.map((finding) => moved(finding, line - 1, added));
  const anew = findings.map(placeOf).filter((finding) => !before.includes(finding));
  const place = `${line}:${cell} ${code}`;
  if (anew.join() !== place) return [`${table.file}: ${anew.join()} for ${line}:${cell}`];
  const finding = findings.find((one) => placeOf(one) === place);
  const mended = finding && mend(spoilt.text, finding);
  if (mended === undefined) return [];
  const left = (await findingsIn(table.file, { text: mended, sheet })).map(placeOf);
  const odd = left.filter((one) => !before.includes(one) && !table.findings.includes(one));
  return odd.length === 0 ? [] : [`${table.file}: ${odd.join()} after its fix`];
}

/** The text after the safe fix of a finding, which is without a byte order mark; undefined where it has none. */
function mend(text: string, { fixes }: Finding): string | undefined {
  const fix = fixes.find(({ safe }) => safe);
  return [...(fix?.edits ?? [])]
    .reverse()
    .reduce(
      (mended, { start, end, newText }) => mended?.slice(0, start) + newText + mended?.slice(end),
      fix && text.replace(/^\ufeff/, ''),
    );
}

/** A finding where lines were put in above it. */
function moved(finding: string, from: number, added: number): string {
  const [, line = '', rest = ''] = /^(\d+)(:.*)$/.exec(finding) ?? [];
  return Number(line) > from ? `${Number(line) + added}${rest}` : finding;
}
