import { constants, gunzipSync } from 'node:zlib';

/** What a file is that is no table, and how to get a table from it. */
export interface NonTable {
  /** As it follows "is": `an Excel workbook`. */
  readonly what: string;
  /** One sentence, in the imperative. */
  readonly remedy: string;
}

interface Signature extends NonTable {
  /** In Latin-1, so that a character is a byte. */
  readonly starts: readonly string[];
}

const workbook: NonTable = {
  what: 'an Excel workbook',
  remedy: 'Open it, choose the sheet with the measurements and save it as "CSV UTF-8" or tab-delimited text.',
};
const openDocument: NonTable = { ...workbook, what: 'an OpenDocument spreadsheet' };
const rObject: NonTable = {
  what: 'a saved R object (.rds, .RData; Seurat objects are among them)',
  remedy:
    "In R, load it and write the matrix out: write.table(as.matrix(x), 'table.tsv', sep = '\\t', quote = FALSE, " +
    "col.names = NA); of a Seurat object take GetAssayData(x, layer = 'counts').",
};
const matrixMarket: NonTable = {
  what: 'a sparse MatrixMarket matrix, whose genes and cells stand in other files (features.tsv, barcodes.tsv)',
  remedy:
    'Sum the cells of each sample and write the table of genes by samples: in R rowSums(Seurat::Read10X(FOLDER)), in ' +
    'Python scanpy.read_10x_mtx(FOLDER).',
};

const numpyArray: NonTable = {
  what: 'a NumPy array, which names neither samples nor features',
  remedy: 'Write it out as text with its names: in Python pandas.DataFrame(x, index, columns).to_csv("table.csv").',
};
const variants: NonTable = {
  what: 'a file of genetic variants (VCF)',
  remedy: 'Only tables of measurements are read; name the table of expression, proteins, metabolites or lipids.',
};
const reads: NonTable = {
  what: 'a file of sequencing reads',
  remedy: 'Count them first (Salmon, STAR, featureCounts, …) and name the table of counts.',
};
const spectra: NonTable = {
  what: 'a recording of spectra (mzML, mzXML, MGF)',
  remedy: "Quantify it first (MaxQuant, DIA-NN, MS-DIAL, XCMS, …) and export that tool's table.",
};
const recording: NonTable = {
  what: "an instrument's own recording",
  remedy: "Quantify it first (MaxQuant, DIA-NN, MS-DIAL, Skyline, …) and export that tool's table.",
};

const microarray: NonTable = {
  what: "a microarray scanner's own recording",
  remedy: 'Normalise the arrays first (as with RMA in R: affy::rma, oligo::rma) and write the table of expression out.',
};
const softFamily: NonTable = {
  what: 'a SOFT family file of GEO, which has a table for each sample',
  remedy: 'Download the series matrix (GSE…_series_matrix.txt.gz) instead and unpack it.',
};
const sequences: NonTable = {
  what: 'a file of sequences (FASTA)',
  remedy: 'Only tables of measurements are read; name the table of expression, proteins, metabolites or lipids.',
};

/**
 * Files that people have beside their tables, by their first bytes.
 * Sources: the `file` utility's magic database, R Internals section 1.8 (serialization formats), PKWARE APPNOTE 4.3.7, the
 * MatrixMarket exchange format, NanoString's RCC file description, VCF 4.3 and SAM 1.6 (hts-specs), NumPy's NEP 1.
 */
const signatures: readonly Signature[] = [
  { starts: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'], ...workbook, what: 'an Excel workbook of the old kind (.xls)' },
  {
    starts: ['%PDF'],
    what: 'a PDF document',
    remedy: 'Get the table from where the document has it, as CSV or tab-delimited text.',
  },
  { starts: ['RDX2\n', 'RDX3\n', 'RDA2\n', 'RDA3\n', 'X\n\0\0\0', 'A\n2\n', 'A\n3\n'], ...rObject },
  { starts: ['%%MatrixMarket'], ...matrixMarket },
  {
    starts: ['<Header>'],
    what: "a NanoString .RCC file, which holds one sample's counts",
    remedy: 'Put the samples together in nSolver (or with NACHO in R) and export the table of counts.',
  },
  {
    starts: ['\x01\xa1F\0i\0n\0n\0i\0g\0a\0n'],
    what: "a Thermo .raw file, the instrument's own recording",
    remedy: "Quantify it first (MaxQuant, DIA-NN, MS-DIAL, Compound Discoverer, …) and export that tool's table.",
  },
  {
    starts: ['\x89HDF'],
    what: 'an HDF5 file (.h5, .h5ad, .loom)',
    remedy: 'Write its matrix out as text: in Python anndata.read_h5ad(FILE).to_df().T.to_csv("table.tsv", sep="\\t").',
  },
  {
    starts: ['PAR1', 'ARROW1', 'FEA1'],
    what: 'a Parquet or Arrow file',
    remedy:
      'Write it out as text: in Python pandas.read_parquet(FILE).to_csv("table.tsv", sep="\\t", index=False). DIA-NN 2 ' +
      'writes text beside it: report.pg_matrix.tsv.',
  },
  {
    starts: ['SQLite format 3\0'],
    what: 'an SQLite database (.sqlite, .msf, .pdResult, .cdResult, .tdf)',
    remedy: 'Export the table with the measurements as text from the program that made it.',
  },
  { starts: ['\x93NUMPY'], ...numpyArray },
  { starts: ['##fileformat=VCF'], ...variants },
  { starts: ['@HD\t', '@SQ\t', 'BAM\x01', 'CRAM\x02', 'CRAM\x03'], ...reads },
  { starts: ['BEGIN IONS'], ...spectra },
  { starts: ['[CEL]\n', '[CEL]\r', 'IDAT'], ...microarray },
  { starts: ['^DATABASE', '^SERIES =', '^PLATFORM =', '^SAMPLE ='], ...softFamily },
  { starts: ['BZh'], ...compressed('bzip2', 'bunzip2') },
  { starts: ['\xfd7zXZ\0'], ...compressed('xz', 'unxz') },
  { starts: ['\x28\xb5\x2f\xfd'], ...compressed('zstd', 'unzstd') },
  { starts: ['7z\xbc\xaf\x27\x1c'], ...compressed('7z', '7z x') },
  { starts: ['Rar!\x1a\x07'], ...compressed('rar', 'unrar x') },
];

/**
 * What is in a container, or in bytes of no signature, by the end of the name.
 * Sources: the vendors' file types as ProteoWizard lists them; R's and AnnData's documentation.
 */
const kindsOfName: readonly (readonly [RegExp, NonTable])[] = [
  [/\.(?:rds|rdata|rda)$/i, rObject],
  [/\.(?:raw|wiff|wiff2|scan|lcd|baf|tdf_bin|yep|fid|ser)$/i, recording],
  [/\.(?:mzml|mzxml|imzml|mgf)(?:\.gz)?$/i, spectra],
  [/\.(?:bam|cram|fastq|fq)(?:\.gz)?$/i, reads],
  [/\.np[yz]$/i, numpyArray],
  [/\.cel$/i, microarray],
];
/** Text whose first character says it where the name says it too. */
const kindsOfText: readonly (readonly [string, RegExp, NonTable])[] = [
  ['>', /\.(?:fasta|fas|fa|faa|fna)$/i, sequences],
  ['@', /\.(?:fastq|fq)$/i, reads],
];
/** Compound files (OLE2), archives and compressed streams: what is in them is not told by how they begin. */
const containerStarts = ['\xd0\xcf\x11\xe0', 'PK\x03\x04', '\x1f\x8b', 'BZh', '\xfd7zXZ\0', '\x28\xb5\x2f\xfd'];

const zipStarts = ['PK\x03\x04', 'PK\x05\x06'];
const gzipStart = '\x1f\x8b';
const markup = /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype html|html)\b/i;

/**
 * Tells from a file's first bytes that it is no table; null where it may be one. The name tells what is in a container
 * (a compressed R object, a vendor's compound file), and what bytes are that no signature knows; never that text is no
 * table, as much text is called `.xls`.
 */
export function recognizeNonTable(first: Uint8Array, name = ''): NonTable | null {
  const text = latin1(first);
  const told = recognizeBytes(first, text);
  if (told === null) return isBinary(text) ? kindOfName(name) : kindOfText(text, name);
  return isContainer(text) ? (kindOfName(name) ?? told) : told;
}

function recognizeBytes(first: Uint8Array, text: string): NonTable | null {
  const known = signatures.find(({ starts }) => starts.some((start) => text.startsWith(start)));
  if (known) return { what: known.what, remedy: known.remedy };
  if (zipStarts.some((start) => text.startsWith(start))) return zipContent(text);
  if (text.startsWith(gzipStart)) return gzipContent(first);
  return markup.test(text) ? markupContent(text) : null;
}

function kindOfName(name: string): NonTable | null {
  return kindsOfName.find(([ending]) => ending.test(name))?.[1] ?? null;
}

function kindOfText(text: string, name: string): NonTable | null {
  return kindsOfText.find(([start, ending]) => text.startsWith(start) && ending.test(name))?.[2] ?? null;
}

function isContainer(text: string): boolean {
  return containerStarts.some((start) => text.startsWith(start));
}

/** Text has no zero bytes, but for UTF-16's, which its byte order mark tells of. */
function isBinary(text: string): boolean {
  return text.includes('\0') && !/^(?:\xff\xfe|\xfe\xff)/.test(text);
}

/** A workbook is a zip archive that begins with these entries (ECMA-376 part 2; OpenDocument 1.3 part 2, section 3.3). */
function zipContent(text: string): NonTable {
  if (text.includes('opendocument.spreadsheet')) return openDocument;
  if (text.includes('[Content_Types].xml') || text.includes('xl/'))
    return { ...workbook, what: 'an Excel workbook (.xlsx)' };
  return compressed('zip', 'unzip');
}

function gzipContent(first: Uint8Array): NonTable {
  const inner = latin1(unzippedStart(first));
  const known = [rObject, matrixMarket, variants, reads, spectra].find((kind) =>
    signatures.some(({ what, starts }) => what === kind.what && starts.some((start) => inner.startsWith(start))),
  );
  return known ?? (markup.test(inner) ? markupContent(inner) : compressed('gzip', 'gunzip'));
}

function unzippedStart(first: Uint8Array): Uint8Array {
  try {
    return gunzipSync(first, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array(0);
  }
}

function markupContent(text: string): NonTable {
  if (/<(?:indexed)?mzML\b|<mzXML\b/.test(text)) {
    return spectra;
  }
  if (/<html\b|<!doctype html/i.test(text)) {
    return { what: 'a web page', remedy: 'Download the table itself, not the page that shows it.' };
  }
  return { what: 'an XML document', remedy: 'Export it as CSV or tab-delimited text from the program that made it.' };
}

function compressed(format: string, command: string): NonTable {
  return { what: `a compressed file (${format})`, remedy: `Unpack it first, as with "${command} FILE".` };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
