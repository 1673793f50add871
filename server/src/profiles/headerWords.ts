import { plainName } from './headerName.ts';

/** What the name of a column says of what stands in it. */
export type NameHint = 'sample' | 'feature' | 'group' | 'metadata' | 'annotation' | null;

const sample =
  /^(?:(?:bio)?sample|subject|patient|participant|specimen|donor|individual|animal|mouse|rat|aliquot|replicate|run|injection|library)s?(?:id|ids|name|names|code|no|number|label|barcode)?$|^(?:idsample|rawfile|rawfilename|filename|datafile|file|barcode|sourcename|assayname|msrun)$/;
const feature =
  /^(?:gene|protein|peptide|lipid|metabolite|compound|feature|transcript|probe|probeset|molecule|analyte|locus|target|peak|spectrum|precursor|cluster|entry)s?(?:id|ids|name|names|symbol|symbols|group|groups|list|label)?$|^(?:symbol|symbols|hgncsymbol|genesymbol|genenames?|geneid|geneids|ensembl.*|ensg|uniprot.*|accession|accessions|hmdb.*|kegg.*|chebi.*|inchikey|lipidmaps.*|lmid|refseq.*|entrez.*|ncbigene.*|orf|idref|majorityproteinids|masterprotein.*)$/;
const group =
  /^(?:group|groups|class|classes|label|labels|condition|conditions|treatment|phenotype|status|diagnosis|genotype|arm|cohort|factor|category|type|sampletype|qctype|tissue|strain|sex|gender|timepoint|organism|species)$/;
const metadata =
  /^(?:age|ageyears|bmi|weight|weightkg|height|batch|batchid|plate|well|order|runorder|injectionorder|injectionno|acquisitionorder|dose|time|timepoint|day|week|visit|replicate|technicalreplicate|biologicalreplicate|rin|taxid|ncbitaxonid|year|date|acquisitiondate|concentrationfactor|dilution|volume|injectionvolume|basecount|readcount|reads|fastqbytes|sequencingdepth|librarysize|samplenumber|sampleno|lane|spots|bases|avgspotlen|runaccession|experimentaccession|sampleaccession|studyaccession)$/;
const annotation =
  /^(?:mz|moverz|mass|exactmass|monoisotopicmass|expectedmass|theoreticalmass|calcmw|neutralmass|molecularweight|molweight|molweightkda|mw|rt|rtmin|rtsec|rtp|retentiontime.*|averagert.*|averagemz|mzmed|mzmin|mzmax|rtmed|rtmax|medmz|medrt|npeaks|retentionindex|ri|ccs(?:[aå][2²]?)?|charge|z|adduct|formula|chemicalformula|length|genelength|proteinlength|sequencelength|start|end|stop|strand|chr|chrom|chromosome|position|pos|width|exoncount|gccontent|score|rank|level|msilevel|coverage|sequencecoverage|peptides|uniquepeptides|numberofproteins|numberofpeptides|cas|casnumber|casrn|pubchem|pubchemid|pubchemcid|cid|taxid|description|biotype|genebiotype|genetype|isotope|isotopes|isotopologues?|isotopelabel|clabel|exon|exonnumber|multiplematch|precursormz|productmz|precursorcharge|productcharge|fillpercent|quantmass|qvalue|pep|frame|frameid|rowid)$/;

/** What a column's name says, or null where it says nothing. Words as analysts and tools write them, in any spelling of {@link plainName}. */
export function hintOf(name: string): NameHint {
  const plain = plainName(name);
  if (plain === '') return null;
  if (sample.test(plain)) return 'sample';
  if (feature.test(plain)) return 'feature';
  if (group.test(plain)) return 'group';
  if (metadata.test(plain)) return 'metadata';
  if (annotation.test(plain)) return 'annotation';
  return null;
}

/** True where a name says that the column sums up several samples: `mean_A`, `Average control`, `CV [%]`. */
export function isSummaryName(name: string): boolean {
  return /(?:^|[^a-z])(?:mean|average|avg|median|sd|stdev|sem|cv|rsd)(?:[^a-z]|$)/i.test(name);
}
