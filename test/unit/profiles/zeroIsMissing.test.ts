import { describe, expect, it } from 'vitest';
import { readExamples, recognizeText, tabbed } from './variants.ts';

/** Of which quantities of an example 0 means "not detected", and of which it is a value. */
interface Convention {
  readonly missing: readonly string[];
  readonly values: readonly string[];
}

/** A quantity that the file gives no name. */
const unnamed = '';
const missing = (...names: readonly string[]): Convention => ({ missing: names, values: [] });
const values = (...names: readonly string[]): Convention => ({ missing: [], values: names });
const nothing = values();

/**
 * What MaxQuant and IonQuant write. Sources: MaxQuant's tables.pdf; Tyanova et al. 2016, doi 10.1038/nprot.2016.136 (a
 * zero is filtered as missing, the logarithm makes it NaN); Nesvilab/IonQuant, issue 19: "it used <blank> not 0 for the
 * proteins that failed in quantification", changed to 0 for tools that can't read a blank. Counts count.
 */
const proteomics: Readonly<Record<string, Convention>> = {
  'maxquant-protein-groups.txt': {
    missing: ['LFQ intensity', 'Intensity'],
    values: ['MS/MS count', 'Peptides'],
  },
  'maxquant-peptides.txt': { missing: ['LFQ intensity', 'Intensity'], values: ['Experiment'] },
  'maxquant-peptides.modified.txt': { missing: ['Intensity'], values: ['Experiment'] },
  'maxquant-sites.txt': missing('Intensity', 'Intensity___1', 'Intensity___2'),
  'maxquant-evidence.txt': missing('Intensity', 'Reporter intensity corrected', 'Reporter intensity'),
  'fragpipe-combined-protein.tsv': {
    missing: ['MaxLFQ Intensity', 'Intensity'],
    values: ['Spectral Count', 'Unique Spectral Count', 'Total Spectral Count'],
  },
  'fragpipe-combined-peptide.tsv': { missing: ['MaxLFQ Intensity', 'Intensity'], values: ['Spectral Count'] },
  'fragpipe-combined-peptide.ion.tsv': { missing: ['Intensity'], values: ['Spectral Count', 'Apex Retention Time'] },
  // TMT-Integrator takes the logarithm and leaves cells empty for what was not quantified.
  'fragpipe-tmt-integrator.tsv': values(unnamed),
  // The logarithm was taken: a 0 is an intensity of 1, and what was not detected is NaN.
  'perseus-matrix.txt': values('LFQ intensity'),
  // These leave cells empty, or leave rows out, for what was not found (DIA-NN README, "Output"; Spectronaut manual,
  // "Report schema"; Proteome Discoverer user guide, "Working with the Proteins page").
  'diann-matrix.tsv': values(unnamed),
  'diann-report.tsv': values(
    'PG.MaxLFQ',
    'PG.Normalised',
    'PG.Quantity',
    'Genes.MaxLFQ',
    'Genes.Quantity',
    'Genes.MaxLFQ.Unique',
    'Precursor.Normalised',
    'Precursor.Quantity',
    'Ms1.Area',
  ),
  'spectronaut-report.pivot.tsv': values('PG.Quantity', 'PG.NrOfStrippedSequencesIdentified'),
  'spectronaut-report.tsv': values('PG.Quantity', 'PG.Log2Quantity', 'FG.Quantity', 'F.PeakArea'),
  'proteome-discoverer-proteins.txt': values('Abundances (Normalized)', 'Abundance', 'Abundances (Scaled)'),
  'proteome-discoverer-peptides.txt': values('Abundances (Normalized)', 'Abundance'),
  'proteome-discoverer-psm.txt': values('Abundance'),
  'proteome-discoverer-psm.precursors.txt': values('Precursor Abundance', 'Intensity'),
  // Which tool measured is not told, so that nothing says what a 0 means (MSstats user manual: censoredInt is "0" or "NA").
  'msstats-input.csv': values('Intensity'),
  'msstats-input.tmt.csv': values('Intensity'),
  // directLFQ writes 0.000000 for a protein that it found in other runs only.
  'alphadia-matrix.tsv': missing(unnamed),
  'alphapept-proteins.csv': values('LFQ', unnamed),
  'proteios-peptides.tsv': values(unnamed),
  // Logarithms and relative units, in which 0 is a number like any other; below the limit of detection all is reported
  // (Olink NPX user manuals; SomaLogic, "ADAT File Format").
  'olink-npx.csv': values('NPX'),
  'olink-npx.ht.csv': values('NPX', 'PCNormalizedNPX', 'ExtNPX', 'Count'),
  'somascan-adat.adat': values('RFU'),
};

/**
 * What tools for small molecules write. Sources: MZmine documentation, "Feature list export: CSV", and LipidSearch user
 * guide, "Alignment result export" (0 for a row without a peak in the file); xcms reference, `fillPeaks.chrom` ("Intensities
 * can still be zero" where the signal was integrated); Yu et al. 2009, doi 10.1093/bioinformatics/btp291 (apLCMS recovers
 * weaker signals); SIEVE user guide, "Framing" (each frame is integrated in each file); Tsugawa et al. 2020, doi
 * 10.1038/s41587-020-0531-2 (MS-DIAL fills gaps by integration, and writes null); Skyline's `#N/A`.
 */
const smallMolecules: Readonly<Record<string, Convention>> = {
  'mzmine-features.csv': missing('Peak area'),
  'mzmine-features.modular.csv': missing('area', 'height'),
  'lipidsearch.txt': missing('Area', 'Height'),
  'lipidsearch.5.csv': missing('MeanArea'),
  'xcms-peaks.tsv': values(unnamed),
  'aplcms-peaks.csv': values('intensity', 'time'),
  'aplcms-peaks.final.tsv': values('intensity'),
  'sieve-frames.csv': values(unnamed),
  'ramclustr.tsv': values(unnamed),
  'progenesis.csv': values('Normalised abundance', 'Raw abundance'),
  'compound-discoverer.csv': values('Norm. Area', 'Area'),
  'msdial-alignment.txt': values(unnamed),
  'skyline-long.csv': values('Total Area', 'Background', 'Retention Time'),
  'skyline-long.msstats.csv': values('Area'),
  'skyline-pivot.csv': values('Area', 'Background', 'Retention Time'),
  'masshunter-quant.csv': values('Area', 'RT', 'FWHM'),
  // Concentrations, and what the laboratories impute or leave empty.
  'biocrates.csv': values('Concentration'),
  'metabolon.tsv': values(unnamed),
  'metabolon.older.txt': values(unnamed),
  // Any tool may have measured these.
  'metabolights-maf.tsv': values(unnamed),
  'mwtab.txt': values('peak area'),
  'mztab.mztab': values('protein_abundance_assay'),
  'mztab-m.mztab': values('abundance_assay'),
  'metaboanalyst.csv': values(unnamed),
};

/** Reads are counted: no read is 0 (Anders et al. 2015, doi 10.1093/bioinformatics/btu638, and the tools' own papers). */
const expression: Readonly<Record<string, Convention>> = {
  'featurecounts.txt': values('counts'),
  'htseq-counts.txt': values('counts'),
  'star-reads-per-gene.tab': values('unstranded', 'forward', 'reverse'),
  'salmon-merged.tsv': values('counts'),
  'rsem-merged.tsv': values('counts'),
  'tximport.csv': values('counts', 'abundance', 'length'),
  'rna-quantifier.kallisto.tsv': values('est_counts', 'tpm'),
  'rna-quantifier.rsem.txt': values('expected_count', 'TPM', 'FPKM'),
  'rna-quantifier.salmon.sf': values('NumReads', 'TPM'),
  'rna-quantifier.stringtie.tsv': values('TPM', 'FPKM', 'Coverage'),
  'gct.1-2.gct': values(unnamed),
  'gct.1-3.gct': values(unnamed),
  'geo-series-matrix.txt': values(unnamed),
  'gene-matrix.tsv': values('counts'),
};

/** No tool is known, or nothing is measured. */
const others: Readonly<Record<string, Convention>> = {
  'plain-matrix.csv': values(unnamed),
  'plain-matrix.samples-in-rows.csv': values(unnamed),
  'other-results.csv': values(unnamed),
  'deseq2-results.csv': nothing,
  'edger-results.tsv': nothing,
  'limma-results.tsv': nothing,
  'limma-results.several.csv': nothing,
  'annotation-table.tsv': nothing,
  'isa-samples.txt': nothing,
  'sample-sheet.csv': nothing,
  'sdrf.tsv': nothing,
};

const conventions: Readonly<Record<string, Convention>> = {
  ...proteomics,
  ...smallMolecules,
  ...expression,
  ...others,
};

/** What is read of a text, in the form of the list. */
async function conventionOf(text: string, file: string): Promise<Convention> {
  const { quantities } = await recognizeText(text, file);
  const named = (zero: boolean) =>
    quantities.filter(({ zeroIsMissing }) => zeroIsMissing === zero).map(({ name }) => name ?? unnamed);
  return { missing: named(true), values: named(false) };
}

describe('A zero is missing where the tool writes it for "not detected", and nowhere else', () => {
  it.each(readExamples())('in $file, of which every quantity is listed', async ({ file, text }) => {
    expect(await conventionOf(text, file)).toEqual(conventions[file]);
  });

  it('in all intensities of MaxQuant, and not in its counts, ratios and coverages', async () => {
    const intensities = [
      'LFQ intensity',
      'Reporter intensity corrected',
      'Intensity',
      'iBAQ',
      'Reporter intensity',
      'Top3',
    ];
    const figures = [
      'Ratio H/L normalized',
      'Reporter intensity count',
      'MS/MS count',
      'Peptides',
      'Razor + unique peptides',
      'Unique peptides',
    ];
    const names = [...intensities, ...figures].flatMap((name) => [`${name} a`, `${name} b`]);
    const header = [
      'Protein IDs',
      'Majority protein IDs',
      ...names,
      'Sequence coverage a [%]',
      'Sequence coverage b [%]',
    ];
    const rows = ['P04637', 'Q9Y6K9'].map((id) => [id, id, ...names.map(() => '0'), '0', '12.5']);
    const read = await conventionOf(tabbed(header, ...rows), 'proteinGroups.txt');
    expect(read).toEqual({ missing: intensities, values: figures });
  });

  it('in all intensities of both ages of FragPipe, and not in its spectral counts', async () => {
    const kinds = ['', 'Razor ', 'Unique ', 'Total '];
    const intensities = [...kinds.map((kind) => `MaxLFQ ${kind}Intensity`), ...kinds.map((kind) => `${kind}Intensity`)];
    const counts = kinds.map((kind) => `${kind}Spectral Count`);
    const names = [...intensities, ...counts].flatMap((name) => [`a ${name}`, `b ${name}`]);
    const header = ['Protein', 'Protein ID', 'Entry Name', 'Gene', 'Protein Length', 'Organism', 'Coverage', ...names];
    const rows = ['P04637', 'Q9Y6K9'].map((id) => {
      const own = [`sp|${id}|A_HUMAN`, id, 'A_HUMAN', 'A', '393', 'Homo sapiens', '0'];
      return [...own, ...names.map(() => '0')];
    });
    const read = await conventionOf(tabbed(header, ...rows), 'combined_protein.tsv');
    expect(read).toEqual({ missing: intensities, values: counts });
  });
});
