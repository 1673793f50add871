import { plainName } from '../../profiles/headerName.ts';
import { hintOf } from '../../profiles/headerWords.ts';
import type { Profile } from '../../profiles/profile.ts';
import { ownedText } from '../../table/ownedText.ts';
import type { DataRow } from '../../values/dataRows.ts';
import { shown, textColumns } from '../columnKinds.ts';
import { headerCellOf } from '../headerCell.ts';
import type { Rule, RuleContext, RuleRun } from '../rule.ts';
import { startFingerprints } from './rowFingerprint.ts';

/**
 * Columns by which one molecule has several rows: its ions (IUPAC's adducts and charges), isotopologues (AccuCor,
 * IsoCor), modified sites and peptidoforms (one gene, many sites), exons and transcripts, peaks of other m/z or time.
 */
const tellsApart =
  /^(?:adducts?|ion|ions|iontype|ionmode|ionizationmode|ionisationmode|polarity|mode|scanmode|charge|chargestate|precursorcharge|z|isotopologues?|isotopomers?|isotopes?|isotopelabel|isotopiclabel|clabel|massisotopomer|mz|moverz|precursormz|productmz|rt|rtmin|rtsec|retentiontime.*|modifications?|modification(?:type|site)s?|modifiedsequence|site|sites|psite|phosphosite|position|positions|positionwithinprotein|residue|aminoacid|sequence|peptide|peptidesequence|transition|fragment|fragmention|transcript|transcriptid|isoform|exon|exonid|exonnumber|probe|probeid|probeset|guide|guideid|sgrna|sgrnaid|barcode|variant|allele)$/;

/**
 * The row key repeats, reported at the repeats: a warning where the rows differ, an error where a row is a copy of an
 * earlier one in every cell. With samples in rows it is the header that names the features.
 * Silent: long tables and sample sheets, which name a thing on many rows; layouts that repeat keys rightly, and rows of
 * tables of no known tool that a sample, an adduct, a charge, a site or the like ({@link tellsApart}) tells apart, but for
 * identical copies; summary rows; rows without a key.
 */
export const duplicateFeatureId: Rule = {
  codes: ['duplicate-feature-id'],
  comparesRows: true,
  start(context) {
    const { shape, rowKey } = context.profile;
    if (shape === 'long' || shape === 'sample-sheet') return null;
    if (shape === 'samples-in-rows') return judgeHeader(context);
    return rowKey.length === 0 ? null : judgeRows(context);
  },
};

function judgeHeader(context: RuleContext): null {
  const { profile, header } = context;
  if (!header || profile.customs.repeatedKeys) return null;
  const firstCells = new Map<string, number>();
  for (const column of profile.columns) {
    if (column.role !== 'value') continue;
    const name = (column.feature ?? column.name).trim();
    const id = `${column.quantity ?? -1}:${name}`;
    const cell = headerCellOf(profile, header, column.index);
    const firstCell = firstCells.get(id);
    if (firstCell === undefined) firstCells.set(id, cell);
    else if (name !== '') {
      context.atRecord(header, cell, {
        code: 'duplicate-feature-id',
        message: `${shown(name)} stands already in cell ${firstCell + 1}. Both are kept; check which one is meant.`,
      });
    }
  }
  return null;
}

function judgeRows(context: RuleContext): RuleRun {
  const { profile } = context;
  const [keyCell = 0] = profile.rowKey;
  const keyless = '+'.repeat(profile.rowKey.length - 1);
  const finer = finerColumns(profile);
  const fingerprints = startFingerprints(profile, textColumns(profile));
  /** For each key the rows it stands on, as positions in `fingerprints`; a single one is not wrapped. */
  const seen = new Map<string, number | number[]>();
  return {
    row(data) {
      if (data.summary || data.key === keyless) return;
      const own = fingerprints.add(data);
      const key = finer.length === 0 ? data.key : finerKey(data, finer);
      const earlier = seen.get(key);
      if (earlier === undefined) {
        seen.set(key, own);
        return;
      }
      const rows = typeof earlier === 'number' ? [earlier] : earlier;
      report(data, own, rows);
      rows.push(own);
      seen.set(key, rows);
    },
  };

  function report(data: DataRow, own: number, earlier: readonly number[]): void {
    const name = shown(data.key);
    const copyOf = earlier.find((row) => fingerprints.equal(row, own));
    const [first = own] = earlier;
    const differing = fingerprints.equalNumbers(first, own)
      ? 'with the same values and other descriptions. Both rows are kept; check which one is meant, and count it once.'
      : 'with other values. Both rows are kept and never summed; check which one is meant.';
    if (copyOf !== undefined) {
      context.atCell(data, keyCell, {
        code: 'duplicate-feature-id',
        severity: 'error',
        message: `The row of ${name} is the same in every cell as line ${fingerprints.line(copyOf) + 1}. Remove the copy.`,
      });
    } else if (!profile.customs.repeatedKeys) {
      context.atCell(data, keyCell, {
        code: 'duplicate-feature-id',
        message: `${name} stands already on line ${fingerprints.line(first) + 1}, ${differing}`,
      });
    }
  }
}

/** Layouts of no known tool, whose row key is a guess. */
const guessed: ReadonlySet<string> = new Set(['plain-matrix', 'gene-matrix']);

function finerColumns({ layout, columns, rowKey, overrides }: Profile): readonly number[] {
  if (!guessed.has(layout) || overrides.rowKey !== undefined) return [];
  const isFiner = (name: string): boolean => tellsApart.test(plainName(name)) || hintOf(name) === 'sample';
  return columns
    .filter(({ index, name, role }) => role !== 'value' && !rowKey.includes(index) && isFiner(name))
    .map(({ index }) => index);
}

function finerKey({ key, row }: DataRow, finer: readonly number[]): string {
  return ownedText([key, ...finer.map((cell) => (row.cell(cell) ?? '').trim())].join('\t'));
}
