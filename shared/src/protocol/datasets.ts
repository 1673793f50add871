/** Stored datasets: listed, looked into, given back and deleted. */
import { NotificationType, RequestType } from 'vscode-jsonrpc';
import type { DatasetSort, OmicsType } from '../dataset.ts';
import type { Severity } from '../diagnostics/entry.ts';
import type { SampleFacts } from '../sample.ts';

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

/** A stored sample, with all that its table and its sample sheet say of it by their own names. */
export interface SampleItem extends SampleFacts {
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

/** Datasets were stored, changed or removed, here, in another window or by a command. */
export const datasetsChanged = new NotificationType<null>('amprenta/datasetsChanged');
