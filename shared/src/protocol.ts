/**
 * What the editor's client and the language server say to each other beyond the Language Server Protocol: each request
 * and notification once, typed, with a sentence of meaning.
 */
import { NotificationType, RequestType, RequestType0 } from 'vscode-jsonrpc';
import type { DatasetSort, Delimiter, Encoding, OmicsType, Shape } from './dataset.ts';
import type { Severity } from './diagnostics.ts';
import type { ErrorKind } from './errors.ts';
import type { OverrideName } from './overrides.ts';
import type { SettingName } from './settings.ts';

/** A document or file, by its URI. */
export interface DocumentParams {
  readonly uri: string;
}

/** What a table was recognised as, and what was found in it. */
export interface TableStatus {
  readonly uri: string;
  readonly profile: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: string;
  readonly omicsType: OmicsType | null;
  readonly shape: Shape;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter | null;
  readonly rows: number;
  readonly features: number;
  readonly samples: number;
  /** Names of the quantities, the primary one first; null where the file names none. */
  readonly quantities: readonly (string | null)[];
  /** What a person's `.amprenta.json` decided of all this. */
  readonly overridden: readonly OverrideName[];
  /** Why `.amprenta.json` could not be followed, as a person reads it; null where it could. */
  readonly overrideProblem: string | null;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly blocking: number;
}

/** A layout that a table may be read by. */
export interface LayoutCandidate {
  readonly layout: string;
  /** 0 to 1; 0 for a layout that does not recognise the table and would be followed all the same. */
  readonly confidence: number;
  /** One sentence. */
  readonly evidence: string;
}

/** The same, with what a person needs to decide about it. */
export interface TableDetails extends TableStatus {
  readonly sizeBytes: number;
  /** The first 1,000. */
  readonly sampleNames: readonly string[];
  /** The layouts that recognise it, the surest first. */
  readonly layouts: readonly LayoutCandidate[];
  /** The gravest findings, 20 at most, as people read them. */
  readonly findings: readonly {
    readonly code: string;
    readonly severity: Severity;
    /** 1-based. */
    readonly line: number;
    readonly message: string;
    readonly blocks: boolean;
  }[];
}

/** Reads a file from disk and says what it is and what is wrong in it; its findings are published as diagnostics. */
export const validateFile = new RequestType<DocumentParams, TableDetails, void>('amprenta/validateFile');

/** The server judged a document anew. */
export const tableStatusChanged = new NotificationType<TableStatus>('amprenta/tableStatusChanged');

/** A file in a folder that may be ingested, told by its head alone. */
export interface FoundTable {
  readonly uri: string;
  readonly sizeBytes: number;
  readonly profile: string;
  readonly omicsType: OmicsType | null;
  readonly shape: Shape;
  /** What is stored of it already; null where nothing is, or where that is not known. */
  readonly stored: StoredState | null;
}

/** What a folder holds, its own folders included; hidden ones and those of packages are passed over. */
export interface FolderTables {
  readonly tables: readonly FoundTable[];
  /** Files that look like tables by their name and can't be read as such, each with why. */
  readonly others: readonly { readonly uri: string; readonly message: string }[];
}

/** Looks for tables in a folder. */
export const findTables = new RequestType<DocumentParams, FolderTables, void>('amprenta/findTables');

/** What an ingest is told. */
export interface IngestParams extends DocumentParams {
  /** Ties progress to this ingest; chosen by the client. */
  readonly token: string;
  readonly allowErrors: boolean;
}

/** What came of an ingest. */
export interface IngestResult {
  readonly uri: string;
  readonly status: 'created' | 'updated' | 'unchanged' | 'failed';
  readonly datasetId: string | null;
  readonly revision: number;
  readonly features: number;
  readonly columns: number;
  readonly values: number;
  readonly rejectedRows: number;
  readonly error: { readonly kind: ErrorKind; readonly message: string } | null;
}

/** Ingests one file from disk; cancelling the request leaves nothing behind. */
export const ingestFile = new RequestType<IngestParams, IngestResult, void>('amprenta/ingestFile');

/** How far an ingest has come, 0 to 1 within its phase. */
export const ingestProgress = new NotificationType<{
  readonly token: string;
  readonly phase: 'judging' | 'storing';
  readonly share: number;
}>('amprenta/ingestProgress');

/** How a file on disk stands to what is stored of it. */
export interface StoredState {
  /** `changed`: its bytes are no longer those that were ingested from this path. */
  readonly state: 'stored' | 'changed';
  readonly datasetId: string;
  readonly name: string;
  readonly revision: number;
}

/** Says of each file how it stands, null where nothing is stored of it; never opens the database for that. */
export const storedStates = new RequestType<
  { readonly uris: readonly string[] },
  readonly (StoredState | null)[],
  void
>('amprenta/storedStates');

/** A stored dataset as the explorer shows it. */
export interface DatasetItem {
  readonly id: string;
  readonly name: string;
  readonly omicsType: OmicsType | null;
  readonly profile: string;
  readonly features: number;
  readonly columns: number;
  readonly revision: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A stretch of a list; at most 1,000 at once. */
export interface Page {
  readonly skip: number;
  readonly limit: number;
}

/** Which datasets are asked for. */
export interface DatasetFilter {
  /** Part of the name or layout in any case, or the beginning of the id; all where it is empty. */
  readonly text: string;
}

/** The datasets of an omics type, counted; null for those whose tables did not tell. */
export interface DatasetGroup {
  readonly omicsType: OmicsType | null;
  readonly datasets: number;
}

/** The omics types that have datasets. */
export const groupDatasets = new RequestType<DatasetFilter, readonly DatasetGroup[], void>('amprenta/groupDatasets');

/** Which stretch of the datasets is asked for. */
export interface ListDatasetsParams extends DatasetFilter, Page {
  /** Only these; null for those whose tables did not tell; all where it is left out. */
  readonly omicsType?: OmicsType | null;
  readonly sort: DatasetSort;
}

/** The stored datasets. */
export const listDatasets = new RequestType<ListDatasetsParams, readonly DatasetItem[], void>('amprenta/listDatasets');

/** One dataset by its id. */
export const findDataset = new RequestType<{ readonly id: string }, DatasetItem, void>('amprenta/findDataset');

/** What one dataset holds, in numbers; the lists themselves are asked for when they are opened. */
export interface DatasetContents {
  readonly samples: number;
  readonly quantities: readonly { readonly name: string | null; readonly primary: boolean; readonly samples: number }[];
  readonly statistics: readonly string[];
  readonly findings: Readonly<Record<Severity, number>>;
  readonly sources: readonly { readonly path: string; readonly revision: number; readonly sha256: string }[];
}
export const showDataset = new RequestType<{ readonly id: string }, DatasetContents, void>('amprenta/showDataset');

/** Which stretch of a dataset's list is asked for. */
export interface DatasetPageParams extends Page {
  readonly id: string;
}

/** A stored sample, with what the table itself says of it. */
export interface SampleItem {
  readonly name: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The samples of a dataset, in the table's order. */
export const listSamples = new RequestType<DatasetPageParams, readonly SampleItem[], void>('amprenta/listSamples');

/** A finding as it was when the dataset was ingested. */
export interface FindingItem {
  readonly code: string;
  readonly severity: Severity;
  /** 1-based, as people read them. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The findings of a dataset, the gravest first, then by place. */
export const listFindings = new RequestType<DatasetPageParams, readonly FindingItem[], void>('amprenta/listFindings');

/** The features of a dataset that stand out. */
export interface TopFeatures {
  /** By what, as it follows "by": `smallest padj`, `largest spread of LFQ intensity`. */
  readonly by: string;
  /** The first ones of the ranking. */
  readonly features: readonly {
    readonly name: string;
    /** The figure as people read it: `padj 1.2e-8`, `SD 2.31 (log2)`. */
    readonly figure: string;
  }[];
}

/** The most significant features where the table has p-values, else the most variable ones. */
export const listTopFeatures = new RequestType<{ readonly id: string; readonly limit: number }, TopFeatures, void>(
  'amprenta/listTopFeatures',
);

/** The file that a revision was read from, byte for byte, in base64; refused where it is too large for an editor. */
export const readOriginal = new RequestType<{ readonly id: string; readonly revision: number }, string, void>(
  'amprenta/readOriginal',
);

/** Writes the file of the newest revision to a place on disk, of any size; it is whole there, or not there. */
export const saveOriginal = new RequestType<{ readonly id: string; readonly uri: string }, null, void>(
  'amprenta/saveOriginal',
);

/** The stored matrix as tab-separated text. */
export const exportDataset = new RequestType<{ readonly id: string }, string, void>('amprenta/exportDataset');

/** Removes a dataset with all its revisions. */
export const deleteDataset = new RequestType<{ readonly id: string }, null, void>('amprenta/deleteDataset');

/** Which database is used, and whether it answers. */
export interface DatabaseStatus {
  readonly state: 'ready' | 'unreachable';
  /** As people read it: `embedded Postgres`, or `lab@db.example.org:5432/omics`; no password. */
  readonly name: string;
  readonly datasets: number;
  readonly message: string | null;
  /** The person's own Postgres refused the role or its password: another one may have to be set. */
  readonly refused?: boolean;
}
export const databaseStatus = new RequestType0<DatabaseStatus, void>('amprenta/databaseStatus');

/** The open database went away; it is opened anew when something is asked for. */
export const databaseLost = new NotificationType<DatabaseStatus>('amprenta/databaseLost');

/** Datasets were stored, changed or removed, here, in another window or by a command. */
export const datasetsChanged = new NotificationType<null>('amprenta/datasetsChanged');

/**
 * The passwords and keys that the editor keeps in its own safe: null forgets one, and what is left out stays as it was.
 * The server keeps them in memory only, and they win over its environment. Asked for before anything else, and again when
 * one changes; an open database of another configuration is left, and opened anew by the next question.
 */
export const setSecrets = new RequestType<Readonly<Partial<Record<SettingName, string | null>>>, null, void>(
  'amprenta/setSecrets',
);

/** What the server says of itself where something went wrong; no secret is in it. */
export interface ServerReport {
  /** Version of Node, `v22.1.0`. */
  readonly node: string;
  readonly residentBytes: number;
  readonly uptimeSeconds: number;
  /** Its name as in {@link DatabaseStatus}; `open` where something has asked for it. */
  readonly database: { readonly name: string; readonly open: boolean };
  /** The settings that are set: which and where, `POSTGRES_HOST in the environment`, and to what; `set` for a secret. */
  readonly settings: readonly { readonly place: string; readonly value: string }[];
  /** Why the configuration can't be read, as a person reads it; null where it can. */
  readonly problem: string | null;
  /** The last 200 messages of the log, the oldest first. */
  readonly log: readonly string[];
}

/** Asks the server for its report; nothing is opened or started for that. */
export const reportServer = new RequestType0<ServerReport, void>('amprenta/reportServer');
