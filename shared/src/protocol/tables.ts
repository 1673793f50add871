/** Tables: what they are recognised as and what is wrong in them, open in the editor or on disk. */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type { Delimiter, Encoding, OmicsType, Scale, Shape } from '../dataset.ts';
import type { Severity } from '../diagnostics/entry.ts';
import type { OverrideName } from '../overrides.ts';

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

/** Which sample sheet is held against a table. */
export type TableSheet =
  | {
      readonly state: 'used';
      /** Its file's name, and its path from the table's folder. */
      readonly name: string;
      readonly path: string;
      /** At least half of the table's samples and half of the sheet's are the same. */
      readonly fits: boolean;
      /** How many of the table's samples it describes. */
      readonly described: number;
    }
  /** More than one fits, so that none is used. */
  | { readonly state: 'several'; readonly names: readonly string[] };

/** A sample sheet that lies beside a table. */
export interface SheetBeside {
  /** Its file's name. */
  readonly name: string;
  /** How many of the table's samples it describes. */
  readonly described: number;
}

/** A column of a table, and what it is read as. */
export interface TableColumn {
  /** As the header writes it; empty where it names none. */
  readonly name: string;
  readonly role: 'key' | 'measured' | 'other';
}

/** The same, with what a person needs to decide about it. */
export interface TableDetails extends TableStatus {
  readonly sizeBytes: number;
  /** The first 1,000. */
  readonly sampleNames: readonly string[];
  /** The first 1,000 columns, in the table's order. */
  readonly columns: readonly TableColumn[];
  /** On which scale the primary quantity is; null where nothing is measured. */
  readonly scale: Scale | null;
  /** Of which organism it is, with taxon and name null where several stand; null where nothing tells. */
  readonly organism: {
    readonly taxon: number | null;
    readonly name: string | null;
    /** One sentence. */
    readonly evidence: string;
  } | null;
  /** What a person says is a value although it usually means a missing one. */
  readonly valueTokens: readonly string[];
  /** What stands for a missing value besides the usual words: what a person says, else what its tool writes. */
  readonly missingTokens: readonly string[];
  /** The sample sheet that a person named, or the one beside it that fits; null where there is none. */
  readonly sheet: TableSheet | null;
  /** The sample sheets beside it, whether they fit or not, those first that describe most; 20 at most. */
  readonly sheetsBeside: readonly SheetBeside[];
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
