import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Delimiter, Encoding, FeatureKind, IdNamespace, OmicsType, Scale, Shape } from '#shared/dataset.ts';
import type { Severity } from '#shared/diagnostics/entry.ts';
import type { DiagnosticCode } from '#shared/diagnostics.ts';
import type { Overrides } from '#shared/overrides.ts';
import type { SampleKind } from '#shared/sample.ts';
import type { DraftColumn, DraftMember, DraftSample, RejectedRow } from '../ingest/draft.ts';
import { storableJson, storableText } from './storableText.ts';
import type { FlagGroup } from './valueFlags.ts';

// Every primary key and unique index of a table that belongs to datasets begins with dataset_id, so that the schema can
// be distributed by it. What drizzle-kit can't say (deferred foreign keys, storage) is in the migration `tuning`.
// A change here needs `drizzle-kit generate --name WHAT`; the tests compare the newest snapshot with this file.

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const text = customType<{ data: string }>({ dataType: () => 'text', toDriver: storableText });
const jsonb = customType<{ data: unknown; driverData: unknown }>({ dataType: () => 'jsonb', toDriver: storableJson });

/** A dataset, and which of its revisions is the current one. */
export const dataset = pgTable(
  'dataset',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** From 1; a row of {@link datasetRevision}. */
    revision: integer().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('dataset_created_at').on(table.createdAt, table.id)],
);

/** What was read out of one state of a dataset's file; nothing of it changes once it is there. */
export const datasetRevision = pgTable(
  'dataset_revision',
  {
    datasetId: uuid('dataset_id')
      .notNull()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    revision: integer().notNull(),
    omicsType: text('omics_type').$type<OmicsType>(),
    profile: text().notNull(),
    /** 0 to 1. */
    confidence: doublePrecision().notNull(),
    evidence: text().notNull(),
    shape: text().notNull().$type<Shape>(),
    encoding: text().notNull().$type<Encoding>(),
    delimiter: text().$type<Delimiter>(),
    /** Physical line, 0-based; -1 where there is none. */
    headerLine: integer('header_line').notNull(),
    /** What a person decided of the reading. */
    overrides: jsonb().notNull().$type<Overrides>().default({}),
    /** NCBI taxon of the organism, and its name; null where the table does not decide it. */
    taxon: integer(),
    organism: text(),
    /** Because of what, or why none is decided; empty where nothing tells. */
    organismEvidence: text('organism_evidence').notNull().default(''),
    annotationColumns: text('annotation_columns').array().notNull(),
    featureCount: integer('feature_count').notNull(),
    columnCount: integer('column_count').notNull(),
    rowCount: integer('row_count').notNull(),
    valueCount: bigint('value_count', { mode: 'number' }).notNull(),
    /** 0 to 1. */
    missingFraction: doublePrecision('missing_fraction').notNull(),
    rejectedRows: jsonb('rejected_rows').notNull().$type<readonly RejectedRow[]>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.datasetId, table.revision] })],
);

function ofRevision(name: string, table: { readonly datasetId: AnyPgColumn; readonly revision: AnyPgColumn }) {
  return foreignKey({
    name,
    columns: [table.datasetId, table.revision],
    foreignColumns: [datasetRevision.datasetId, datasetRevision.revision],
  }).onDelete('cascade');
}

/** Under which keys and paths which revision's bytes were found. */
export const datasetSource = pgTable(
  'dataset_source',
  {
    datasetId: uuid('dataset_id').notNull(),
    /** UUID of revision, key and path: paths are longer than an index entry may be. */
    id: uuid().notNull(),
    revision: integer().notNull(),
    key: text().notNull(),
    path: text().notNull(),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().defaultNow(),
    /** When the key last had this revision's bytes; the newest tells what a source is now. */
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.id] }),
    ofRevision('dataset_source_revision', table),
    // Hash, because a path of 4,096 bytes does not fit into a btree's entry.
    index('dataset_source_key').using('hash', table.key),
  ],
);

/** A sample of a revision. */
export const sample = pgTable(
  'sample',
  {
    datasetId: uuid('dataset_id').notNull(),
    revision: integer().notNull(),
    ordinal: integer().notNull(),
    name: text().notNull(),
    /** Everything that table and sheet say of it, by their own names; what the other columns are told from. */
    metadata: jsonb().notNull().$type<DraftSample['metadata']>(),
    group: text(),
    subject: text(),
    timepoint: text(),
    batch: text(),
    injectionOrder: integer('injection_order'),
    /** Name of a sample. */
    technicalReplicateOf: text('technical_replicate_of'),
    kind: text().$type<SampleKind>(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.revision, table.ordinal] }),
    ofRevision('sample_revision', table),
  ],
);

/** A column of numbers of a revision; `ordinal` is the position in {@link datasetFeature}.values. */
export const datasetColumn = pgTable(
  'dataset_column',
  {
    datasetId: uuid('dataset_id').notNull(),
    revision: integer().notNull(),
    ordinal: integer().notNull(),
    name: text().notNull(),
    role: text().notNull().$type<DraftColumn['role']>(),
    /** Null for statistics. */
    sampleOrdinal: integer('sample_ordinal'),
    quantity: text(),
    isPrimary: boolean('is_primary').notNull(),
    unit: text(),
    scale: text().notNull().$type<Scale>(),
    zeroIsMissing: boolean('zero_is_missing').notNull(),
    decimalSeparator: text('decimal_separator').notNull().$type<DraftColumn['decimalSeparator']>(),
    missingToken: text('missing_token').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.revision, table.ordinal] }),
    ofRevision('dataset_column_revision', table),
    foreignKey({
      name: 'dataset_column_sample',
      columns: [table.datasetId, table.revision, table.sampleOrdinal],
      foreignColumns: [sample.datasetId, sample.revision, sample.ordinal],
    }).onDelete('cascade'),
  ],
);

/** Something measured that all datasets share. */
export const feature = pgTable(
  'feature',
  {
    /** UUID of kind, namespace, taxon and normal name, so that loaders know it without asking. */
    id: uuid().primaryKey(),
    kind: text().notNull().$type<FeatureKind>(),
    namespace: text().notNull().$type<IdNamespace>(),
    /** NCBI taxon, where the namespace needs one. */
    taxon: integer(),
    normalName: text('normal_name').notNull(),
  },
  (table) => [
    uniqueIndex('feature_identity').on(table.normalName, table.kind, table.namespace, sql`coalesce(${table.taxon}, 0)`),
  ],
);

/**
 * A measured feature of a revision, with all its values: one row where a long table would have one a value. It has no
 * foreign keys, because checking 20,000 rows one by one took twice as long as storing them; the migration
 * `set_wise_integrity` has triggers that do for whole statements what they would do for each row.
 */
export const datasetFeature = pgTable(
  'dataset_feature',
  {
    datasetId: uuid('dataset_id').notNull(),
    revision: integer().notNull(),
    rowIndex: integer('row_index').notNull(),
    rowKey: text('row_key').notNull(),
    rawName: text('raw_name').notNull(),
    /** Id of a {@link feature}; null where the name is not understood. */
    featureId: uuid('feature_id'),
    /** Cells of the columns that hold no measured numbers, in the order of the revision's annotation columns. */
    annotations: text().array().notNull(),
    /** In column order; NULL is missing. */
    values: doublePrecision().array().notNull(),
    /** Cells that are no plain numbers; NULL where there are none. */
    valueFlags: jsonb('value_flags').$type<readonly FlagGroup[]>(),
    /** Sum of 1 contaminant, 2 decoy, 4 identified only by site, as far as the table tells; NULL where it tells none. */
    marks: smallint(),
  },
  (table) => [primaryKey({ columns: [table.datasetId, table.revision, table.rowIndex] })],
);

/** The members of a protein group, or the candidates of an ambiguous annotation. */
export const datasetFeatureMember = pgTable(
  'dataset_feature_member',
  {
    datasetId: uuid('dataset_id').notNull(),
    revision: integer().notNull(),
    rowIndex: integer('row_index').notNull(),
    rank: integer().notNull(),
    role: text().notNull().$type<DraftMember['role']>(),
    featureId: uuid('feature_id')
      .notNull()
      .references(() => feature.id, { onDelete: 'restrict' }),
  },
  (table) => [
    primaryKey({
      name: 'dataset_feature_member_pk',
      columns: [table.datasetId, table.revision, table.rowIndex, table.rank, table.role],
    }),
    foreignKey({
      name: 'dataset_feature_member_row',
      columns: [table.datasetId, table.revision, table.rowIndex],
      foreignColumns: [datasetFeature.datasetId, datasetFeature.revision, datasetFeature.rowIndex],
    }).onDelete('cascade'),
  ],
);

/** What validation said when the revision was ingested; lines, columns and cells are 0-based, cell -1 is the whole line. */
export const datasetFinding = pgTable(
  'dataset_finding',
  {
    datasetId: uuid('dataset_id').notNull(),
    revision: integer().notNull(),
    ordinal: integer().notNull(),
    code: text().notNull().$type<DiagnosticCode>(),
    severity: text().notNull().$type<Severity>(),
    blocks: boolean().notNull(),
    startLine: integer('start_line').notNull(),
    startColumn: integer('start_column').notNull(),
    endLine: integer('end_line').notNull(),
    endColumn: integer('end_column').notNull(),
    cell: integer().notNull(),
    /** Data row; null for a finding about the file, the header or a column. */
    dataRow: integer('data_row'),
    message: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.revision, table.ordinal] }),
    ofRevision('dataset_finding_revision', table),
  ],
);

/** The file that a revision was read from. */
export const datasetFile = pgTable(
  'dataset_file',
  {
    datasetId: uuid('dataset_id').notNull(),
    revision: integer().notNull(),
    /** Lower-case hexadecimal. */
    sha256: text().notNull(),
    sizeBytes: bigint('size_bytes', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.revision] }),
    ofRevision('dataset_file_revision', table),
    index('dataset_file_sha256').on(table.sha256),
  ],
);

/** A piece of the file's bytes, each a zstd frame of its own. */
export const datasetFileChunk = pgTable(
  'dataset_file_chunk',
  {
    datasetId: uuid('dataset_id').notNull(),
    revision: integer().notNull(),
    ordinal: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.datasetId, table.revision, table.ordinal] }),
    foreignKey({
      name: 'dataset_file_chunk_file',
      columns: [table.datasetId, table.revision],
      foreignColumns: [datasetFile.datasetId, datasetFile.revision],
    }).onDelete('cascade'),
  ],
);
