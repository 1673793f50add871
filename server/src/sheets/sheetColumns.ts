import { plainName } from '../profiles/headerName.ts';
import { hintOf } from '../profiles/headerWords.ts';

/** Which columns of a sheet tell what; indexes into the header, -1 where there is none. */
export interface SheetColumns {
  /** Columns that may name samples, the likeliest first. */
  readonly names: readonly number[];
  /** The columns that together make the group; several where a design has several factors. */
  readonly group: readonly number[];
  readonly subject: number;
  readonly timepoint: number;
  readonly batch: number;
  readonly injectionOrder: number;
  /** Names the sample that was measured again. */
  readonly technicalReplicateOf: number;
  /** Numbers the times that what {@link source} names was measured. */
  readonly technicalReplicate: number;
  readonly source: number;
  readonly kind: number;
}

/** What names samples beyond doubt, whatever else identifies the rows: nf-core repeats `sample` for each lane. */
const surelyNaming = ['sample', 'samplename', 'sampleid', 'sourcename'];

/**
 * Names of samples besides the words of {@link hintOf}: SDRF-Proteomics names a run by `assay name` and
 * `comment[data file]` (doi 10.1038/s41467-021-26111-3), ISA-Tab's assays by the raw file
 * (https://isa-specs.readthedocs.io), archives by run and sample accession.
 */
const naming = [
  'assayname',
  'datafile',
  'rawdatafile',
  'rawspectraldatafile',
  'rawfile',
  'filename',
  'file',
  'run',
  'runaccession',
  'sampleaccession',
  'geoaccession',
  'samplealias',
  'sampletitle',
  'libraryname',
];

/**
 * What tells the group: nf-core/differentialabundance compares by a column such as `condition` or `treatment`; MSstats'
 * annotation calls it `Condition`, MS-DIAL `Class`, MetaboAnalyst `Label` or `Class`, limma's targets file `Group`,
 * Metabolon `GROUP_NAME`, Spectronaut `R.Condition`, Proteome Discoverer `Factors`.
 */
const group = [
  'group',
  'groupname',
  'samplegroup',
  'studygroup',
  'experimentalgroup',
  'condition',
  'rcondition',
  'treatment',
  'class',
  'phenotype',
  'diagnosis',
  'status',
  'genotype',
  'arm',
  'cohort',
  'label',
  'category',
  'factors',
];

/**
 * Whose sample it is: archives' `host subject id` (MIxS), SDRF's `characteristics[individual]`, MSstats' `BioReplicate`,
 * which names the subject where each is measured at several times (MSstats user manual, "Required input"), and what
 * clinical and animal studies write.
 */
const subject = [
  'subject',
  'subjectid',
  'hostsubjectid',
  'patient',
  'patientid',
  'participant',
  'participantid',
  'individual',
  'individualid',
  'donor',
  'donorid',
  'animal',
  'animalid',
  'bioreplicate',
];

/** When it was taken; days and weeks alone may be those of the measurement. */
const timepoint = ['timepoint', 'timepointid', 'timepointname', 'samplingtimepoint', 'samplingtime', 'time', 'visit'];

/** Workflow4Metabolomics' sampleMetadata has `batch` (doi 10.1093/bioinformatics/btu813), MS-DIAL `Batch ID`. */
const batch = ['batch', 'batchid', 'batchnumber', 'batchname', 'analyticalbatch', 'runbatch', 'sequencingbatch'];

/** Workflow4Metabolomics' sampleMetadata has `injectionOrder`, MS-DIAL `Injection order`, others the order of the run. */
const injectionOrder = [
  'injectionorder',
  'injectionnumber',
  'injectionno',
  'runorder',
  'acquisitionorder',
  'analysisorder',
  'analyticalorder',
  'order',
];

/** Workflow4Metabolomics' `sampleType`, MS-DIAL's `File type`, MetaboLights' `Characteristics[Sample type]`. */
const kind = ['sampletype', 'filetype', 'qctype', 'samplekind', 'type', 'kind'];

const technicalReplicateOf = ['technicalreplicateof', 'techreplicateof', 'techrepof', 'replicateof'];

/** SDRF-Proteomics numbers what is measured of one `source name` by `comment[technical replicate]`. */
const technicalReplicate = ['technicalreplicate', 'techreplicate', 'techrep'];

const factor = /^factor[ ._]?value/i;
const described = /^(?:characteristics|factor[ ._]?value|parameter[ ._]?value|comment)\s*[[.(]\s*(.*?)\s*[\].)]*$/i;

/**
 * Tells a sheet's columns by their names; what stands in the brackets of ISA-Tab and SDRF counts as the name.
 * @param sample the column that by the layout names the samples or identifies the rows, or -1
 */
export function tellColumns(header: readonly string[], sample = -1): SheetColumns {
  const plain = header.map((name) => plainName(described.exec(name.trim())?.[1] ?? name));
  const find = (words: readonly string[], except: readonly number[] = []): number => {
    for (const word of words) {
      const at = plain.findIndex((name, index) => name === word && !except.includes(index));
      if (at >= 0) return at;
    }
    return -1;
  };
  const all = (words: readonly string[]): number[] =>
    words.flatMap((word) => plain.flatMap((name, at) => (name === word ? [at] : [])));
  const hinted = header.flatMap((name, at) => (hintOf(name) === 'sample' ? [at] : []));
  const names = [...new Set([...all(surelyNaming), ...(sample < 0 ? [] : [sample]), ...all(naming), ...hinted])];
  const subjectAt = find(subject);
  const batchAt = find(batch, names);
  const orderAt = find(injectionOrder, names);
  const kindAt = find(kind, names);
  const taken = [...names, subjectAt, batchAt, orderAt, kindAt];
  const factors = header.flatMap((name, at) => (factor.test(name.trim()) && !taken.includes(at) ? [at] : []));
  const single = find(group, taken);
  return {
    names,
    group: factors.length > 0 ? factors : single < 0 ? [] : [single],
    subject: subjectAt,
    timepoint: find(timepoint, names),
    batch: batchAt,
    injectionOrder: orderAt,
    technicalReplicateOf: find(technicalReplicateOf),
    technicalReplicate: find(technicalReplicate),
    source: find(['sourcename']),
    kind: kindAt,
  };
}

/** The same with the columns that by a layout's rules make the group, where it has any. */
export function groupedColumns(
  columns: SheetColumns,
  header: readonly string[],
  designFactors: readonly string[],
): SheetColumns {
  const taken = [columns.batch, columns.injectionOrder, columns.kind];
  const group = header.flatMap((name, at) => (designFactors.includes(name) && !taken.includes(at) ? [at] : []));
  return group.length === 0 ? columns : { ...columns, group };
}

/** Columns of ISA-Tab that say more of the column before them. Source: ISA-Tab specification, "Ontology annotations". */
const qualifier = /^(?:term source ref|term accession number|unit)$/i;

/** A name for each column, by which its values are kept: unique, and a qualifier's with the name of what it qualifies. */
export function keysOf(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  let owner = '';
  return header.map((written, at) => {
    const name = written.trim() === '' ? `column ${at + 1}` : written.trim();
    const qualifies = qualifier.test(name) && owner !== '';
    if (!qualifies) owner = name;
    const key = qualifies ? `${owner} ${name}` : name;
    const copy = (seen.get(key) ?? 0) + 1;
    seen.set(key, copy);
    return copy === 1 ? key : `${key} (${copy})`;
  });
}
