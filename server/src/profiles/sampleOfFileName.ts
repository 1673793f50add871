/** Endings that tools add to a sample's name when they name their output after it. */
const endings =
  /(?:[._-](?:readspergene\.out|rna_seq|augmented_star_gene_counts|htseq|counts?|gene_counts|tab|tsv|txt|csv|out|gz))+$|readspergene(?:\.out)?(?:\.tab)?$/i;

/** The sample that a file without a header is named after: the file's name without folders and the endings of tools. */
export function sampleOfFileName(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, '');
  const sample = base.replace(endings, '').replace(endings, '');
  return sample === '' ? base : sample;
}
