import { beforeAll, describe, expect, it } from 'vitest';
import { readExamples } from '../profiles/variants.ts';
import { injections, placesIn, readSound, type SoundTable } from './injections.ts';

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

describe('A right table of each layout', () => {
  let tables: readonly SoundTable[] = [];

  beforeAll(async () => {
    tables = await Promise.all(readExamples().map(({ file, text }) => readSound(file, text)));
  });

  it('has no finding but those that its tool makes lawful', () => {
    const told = tables.flatMap(({ file, findings }) => {
      const codes = [...new Set(findings.map((finding) => finding.split(' ')[1] ?? ''))];
      return codes.length === 0 ? [] : [[file, codes]];
    });
    expect(Object.fromEntries(told)).toEqual(lawful);
  });

  it.each(injections)('with $what is $code there, and nothing else is new', async ({ code, fewest, inject }) => {
    const wrong: string[] = [];
    let injected = 0;
    for (const table of tables) {
      const spoilt = inject(table);
      if (spoilt === null) continue;
      injected++;
      const { text, line, cell, added = 0 } = spoilt;
      const before = table.findings.map((finding) => moved(finding, line - 1, added));
      const anew = (await placesIn(table.file, text)).filter((finding) => !before.includes(finding));
      if (anew.join() !== `${line}:${cell} ${code}`) wrong.push(`${table.file}: ${anew.join()} for ${line}:${cell}`);
    }
    expect(wrong).toEqual([]);
    expect(injected).toBeGreaterThanOrEqual(fewest);
  });
});

/** A finding where lines were put in above it. */
function moved(finding: string, from: number, added: number): string {
  const [, line = '', rest = ''] = /^(\d+)(:.*)$/.exec(finding) ?? [];
  return Number(line) > from ? `${Number(line) + added}${rest}` : finding;
}
