import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { unknownSample } from '#shared/sample.ts';
import type {
  Draft,
  DraftColumn,
  DraftFacts,
  DraftRow,
  DraftSample,
  TableSample,
} from '../../server/src/ingest/draft.ts';

/** What a test says of a draft; the rest is made up to fit. */
export type DraftParts = Partial<
  Omit<Draft & DraftFacts, 'rows' | 'facts' | 'bytes' | 'sha256' | 'sizeBytes' | 'columns' | 'samples'>
> & {
  /** What is not said of a sample is not known. */
  readonly samples?: readonly (TableSample & Partial<DraftSample>)[];
  /** The file's bytes; their hash is the draft's. */
  readonly content?: Uint8Array | string;
  readonly columns?: readonly Partial<DraftColumn>[];
  readonly dataRows?: readonly Partial<DraftRow>[];
  /** In place of `dataRows`, for rows that come while they are taken. */
  readonly rows?: Draft['rows'];
  readonly bytes?: Draft['bytes'];
};

/** A column as an intensity table has it. */
export function column(ordinal: number, parts: Partial<DraftColumn> = {}): DraftColumn {
  return {
    ordinal,
    name: `S${ordinal + 1}`,
    role: 'sample',
    sample: parts.role === 'statistic' ? null : ordinal,
    quantity: null,
    primary: true,
    unit: null,
    scale: 'linear',
    zeroIsMissing: false,
    decimalSeparator: '.',
    missingToken: '',
    ...parts,
  };
}

/** A row of values without annotations, named by its index. */
export function row(rowIndex: number, values: readonly number[], parts: Partial<DraftRow> = {}): DraftRow {
  return {
    rowIndex,
    rowKey: `k${rowIndex}`,
    rawName: `name ${rowIndex}`,
    feature: null,
    members: [],
    values: Float64Array.from(values),
    flags: [],
    marks: null,
    annotations: [],
    ...parts,
  };
}

/** A draft of a small table, of which a test names the parts that it is about. */
export function draftOf(parts: DraftParts = {}): Draft {
  const { content = 'id,S1,S2\nk0,1,2\n', dataRows = [row(0, [1, 2])], ...named } = parts;
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const columns = (parts.columns ?? [{}, {}]).map((column_, ordinal) => column(ordinal, column_));
  const drawn = dataRows.map((part, index) => row(index, [], part));
  const sampleOrdinals = new Set(columns.flatMap(({ sample }) => (sample === null ? [] : [sample])));
  const samples: readonly (TableSample & Partial<DraftSample>)[] =
    parts.samples ?? [...sampleOrdinals].map((ordinal) => ({ ordinal, name: `S${ordinal + 1}`, metadata: {} }));
  const facts: DraftFacts = {
    annotationColumns: [],
    featureCount: drawn.length,
    rowCount: drawn.length,
    valueCount: drawn.reduce((sum, { values }) => sum + values.filter((value) => !Number.isNaN(value)).length, 0),
    missingFraction: 0,
    taxon: null,
    organism: null,
    organismEvidence: '',
    findings: [],
    rejectedRows: [],
    ...named,
    samples: samples.map((sample) => ({ ...unknownSample, ...sample })),
    columns,
  };
  return {
    sourceKey: '/data/table.csv',
    path: '/data/table.csv',
    name: 'table',
    readAnew: false,
    omicsType: 'proteomics',
    profile: 'plain-matrix',
    confidence: 0.75,
    evidence: 'a header and numbers below it',
    shape: 'features-in-rows',
    encoding: 'utf-8',
    delimiter: ',',
    headerLine: 0,
    overrides: {},
    facts: () => facts,
    async *rows() {
      if (drawn.length > 0) yield drawn;
    },
    async *bytes() {
      yield bytes;
    },
    ...named,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
  };
}

/** A draft whose source and bytes no other test has. */
export function uniqueDraft(parts: DraftParts = {}): Draft {
  const path = `/data/${randomUUID()}.csv`;
  return draftOf({ sourceKey: path, path, content: randomBytes(32), ...parts });
}
