/** By which language ids and file names a table may be told, before anything of it is read. */

/**
 * Languages whose documents may be omics tables, the editor's own and those of Rainbow CSV.
 * Source: the language ids in Rainbow CSV's manifest.
 */
export const tableLanguages = ['csv', 'tsv', 'csv (semicolon)', 'csv (pipe)', 'dynamic csv'] as const;

/**
 * Extensions, without the dot, of plain text that may be a table.
 * Sources: GenePattern's GCT, SomaLogic's ADAT, mzTab-M 2.0, Salmon's `quant.sf`, RSEM's `*.genes.results`.
 */
export const plainTextExtensions = ['tab', 'tabular', 'txt', 'gct', 'adat', 'mztab', 'sf', 'results'] as const;

/** Extensions, without the dot, of files that may be tables. */
export const tableExtensions = ['csv', 'tsv', ...plainTextExtensions] as const;

/** Whether a path or URI ends with one of these extensions, in any case. */
export function hasExtension(path: string, extensions: readonly string[]): boolean {
  const name = path.toLowerCase();
  return extensions.some((extension) => name.endsWith(`.${extension}`));
}
