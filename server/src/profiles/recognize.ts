import type { Overrides } from '#shared/overrides.ts';
import { type Head, headOfText } from '../table/head.ts';
import { comma, point, readNumber } from '../values/cellNumber.ts';
import { followOverrides, unreadableLayout, unreadableOrientation } from './followOverrides.ts';
import { gridOf } from './grid.ts';
import type { Reading } from './layout.ts';
import { layouts } from './layouts/index.ts';
import { markEvidence } from './markEvidence.ts';
import { saidOrganism } from './organism/organism.ts';
import { tellOrganism } from './organism/tellOrganism.ts';
import { type Profile, plainCustoms } from './profile.ts';
import { marksOfIdentity } from './rowMarks.ts';

/** Cells of measured columns that are looked at to tell the decimal separator. */
const separatorCells = 20_000;

/**
 * Tells what a table is from its head: asks every layout and takes the surest, or what a person says. Without overrides
 * it always answers, with a plain matrix of unknown shape where nothing can be told: what is wrong in a table is a finding.
 * @throws invalidInput where an override can't be followed
 */
export function recognize(read: Head, overrides: Overrides = {}): Profile {
  const { orientation, missingTokens } = overrides;
  const own = overrides.delimiter ? read : withOwnDelimiter(read);
  const head = { ...own, ...(orientation ? { orientation } : {}), ...(missingTokens ? { missingTokens } : {}) };
  const surest = surestReading(head, overrides) ?? { layout: 'plain-matrix', reading: unknownReading(head) };
  const reading = followOverrides(head, surest.reading, overrides);
  const marks = reading.marks ?? marksOfIdentity(reading.identity);
  return {
    ...reading,
    marks,
    marksEvidence: marks === null ? '' : markEvidence(marks, head.rows, reading),
    layout: surest.layout,
    organism: overrides.taxon === undefined ? tellOrganism(head, reading) : saidOrganism(overrides.taxon),
    encoding: head.encoding.encoding,
    bomBytes: head.encoding.bomBytes,
    undecodable: head.encoding.undecodable,
    delimiter: head.delimiter,
    dialect: { delimiter: head.delimiter ?? ',', newline: head.newline, width: head.width },
    decimalSeparator: decimalSeparatorOf(head, reading),
    overrides,
  };
}

/** A layout with what it reads. */
interface Candidate {
  readonly layout: string;
  readonly reading: Reading;
}

/** Only the marks that begin a sectioned file are so sure; the other layouts need not be asked then. */
const certain = 0.98;

/** Of two readings that are at least as sure as this, each rests on marks of its own tool. */
const sureOfTool = 0.85;

/**
 * Columns of two tools stand in one table where someone has joined them: it is the table whose key stands first, because
 * what is joined to it comes behind.
 */
function isSurer({ reading: one }: Candidate, { reading: other }: Candidate): boolean {
  if (one.confidence < sureOfTool || other.confidence < sureOfTool) return one.confidence > other.confidence;
  const [first, second] = [firstKey(one), firstKey(other)];
  return first === second ? one.confidence > other.confidence : first < second;
}

const firstKey = ({ rowKey }: Reading): number => (rowKey.length === 0 ? -1 : Math.min(...rowKey));

function surestReading(head: Head, { layout: asked, orientation }: Overrides): Candidate | null {
  let best: Candidate | null = null;
  for (const layout of layouts) {
    if (asked !== undefined && layout.name !== asked) continue;
    const reading = layout.recognize(head);
    if (reading === null || (orientation !== undefined && reading.shape !== orientation)) continue;
    const candidate = { layout: layout.name, reading };
    if (best === null || isSurer(candidate, best)) best = candidate;
    if (best.reading.confidence >= certain) break;
  }
  if (best === null && orientation !== undefined) throw unreadableOrientation(head, orientation, asked);
  if (best === null && asked !== undefined) throw unreadableLayout(head, asked);
  return best;
}

/**
 * The head of a sectioned file, read again with the delimiter that its specification prescribes where consistency said
 * another one: its sections have every width.
 */
function withOwnDelimiter(head: Head): Head {
  if (head.delimiter === '\t' || !/^(?:MTD|COM|#?METABOLOMICS WORKBENCH)/.test(head.rows[0]?.text ?? '')) return head;
  const tabbed = head.rows.slice(0, 5).some((row) => /^(?:MTD\tmzTab|VERSION *\t|CREATED_ON *\t)/.test(row.text));
  if (!tabbed) return head;
  const text = head.rows.map((row) => row.text).join(head.newline);
  return headOfText(head.name, text, head.encoding, head.complete, '\t');
}

/**
 * `,` where the measured numbers with a fraction are mostly written with a decimal comma. Three digits behind every
 * comma may separate thousands: then the numbers with a comma must outnumber all others.
 */
function decimalSeparatorOf(head: Head, reading: Reading): Profile['decimalSeparator'] {
  if (head.delimiter === ',') return '.';
  const measured = reading.columns.filter((column) => column.role === 'value' || column.role === 'statistic');
  let commas = 0;
  let certain = 0;
  let points = 0;
  let whole = 0;
  let looked = 0;
  for (const row of head.rows) {
    if (row.line < reading.dataLine) continue;
    for (const { index } of measured) {
      const cell = row.cells[index] ?? '';
      if (cell === '') continue;
      if (cell.includes(',')) {
        if (!Number.isFinite(readNumber(cell.trim(), comma))) continue;
        commas++;
        if (!/^[+-]?\d{1,3},\d{3}$/.test(cell.trim())) certain++;
      } else if (Number.isFinite(readNumber(cell, point))) {
        if (cell.includes('.')) points++;
        else if (cell !== '0') whole++;
      }
    }
    looked += measured.length;
    if (looked > separatorCells) break;
  }
  if (commas <= points) return '.';
  return certain > 0 || commas > points + whole ? ',' : '.';
}

/** What is said of a head that no layout can read, as of an empty file. */
function unknownReading(head: Head): Reading {
  const grid = gridOf(head);
  return {
    confidence: 0.1,
    evidence: 'Nothing in it tells what it is.',
    omicsType: null,
    omicsEvidence: '',
    shape: 'unknown',
    headerLine: grid.headerLine,
    dataLine: grid.dataLine,
    columns: grid.names.map((name, index) => ({ index, name, role: 'annotation' })),
    rowKey: [],
    moleculeKey: [],
    samples: [],
    quantities: [],
    identity: null,
    customs: plainCustoms,
  };
}
