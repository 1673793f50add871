/**
 * Languages whose documents may be omics tables, the editor's own and those of Rainbow CSV.
 * Source: the language ids in Rainbow CSV's manifest.
 */
export const tableLanguages = ['csv', 'tsv', 'csv (semicolon)', 'csv (pipe)', 'dynamic csv'] as const;

/** Extensions, without the dot, of plain text that may be a table. */
export const plainTextExtensions = ['txt', 'tab', 'tabular'] as const;

/** The glob of plain text that may be a table. */
export const plainTextPattern = `**/*.{${plainTextExtensions.join(',')}}`;
