import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileSource } from '../../../server/src/files/fileSource.ts';
import type { ByteSource } from '../../../server/src/table/byteSource.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amprenta files '));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  return path;
}

async function contentOf(source: ByteSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.bytes()) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('a file as a source', () => {
  it('gives its bytes in order, as often as it is asked', async () => {
    const content = Buffer.alloc(2_500_000, 'a,b\n1,2\n');
    const source = await openFileSource(await write('large.csv', content));
    for (let time = 0; time < 2; time++) {
      expect((await contentOf(source)).equals(content)).toBe(true);
    }
    expect(source.sizeBytes).toBe(content.length);
  });

  it('ends with an AbortError when it is told to stop', async () => {
    const source = await openFileSource(await write('long.csv', Buffer.alloc(5_000_000, 'x')));
    const controller = new AbortController();
    const read = async () => {
      for await (const _ of source.bytes(controller.signal)) controller.abort();
    };
    await expect(read()).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('may be empty', async () => {
    const source = await openFileSource(await write('empty.csv', ''));
    expect(await contentOf(source)).toHaveLength(0);
  });
});

describe('what is no file to read', () => {
  it('is told by the path as it was given', async () => {
    await expect(openFileSource('no/such file.csv')).rejects.toMatchObject({
      kind: 'notFound',
      message: expect.stringContaining('There is no file no/such file.csv.'),
    });
    await expect(openFileSource(folder)).rejects.toMatchObject({
      kind: 'invalidInput',
      message: expect.stringContaining('is a folder'),
    });
    await expect(openFileSource('/dev/null')).rejects.toThrow('is no regular file');
  });

  it('is told as a cellranger folder where it is one', async () => {
    await mkdir(join(folder, 'filtered'));
    await writeFile(join(folder, 'filtered', 'matrix.mtx.gz'), '');
    await expect(openFileSource(join(folder, 'filtered'))).rejects.toThrow(/cellranger folder.*Read10X/);
  });
});

describe('what is no table', () => {
  it.each([
    ['book.xlsx', 'PK\x03\x04....[Content_Types].xml', 'an Excel workbook (.xlsx)'],
    ['book.csv', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an Excel workbook of the old kind'],
    ['sheet.ods', 'PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet'],
    ['tables.zip', 'PK\x03\x04..results/table.csv', 'a compressed file (zip)'],
    ['paper.pdf', '%PDF-1.7', 'a PDF document'],
    ['object.rds', gzipSync('X\n\0\0\0\x03'), 'a saved R object'],
    ['session.RData', gzipSync('RDX3\nX\n'), 'a saved R object'],
    ['table.csv.gz', gzipSync('a,b\n1,2\n'), 'a compressed file (gzip)'],
    ['matrix.mtx', '%%MatrixMarket matrix coordinate integer general', 'a sparse MatrixMarket matrix'],
    ['matrix.mtx.gz', gzipSync('%%MatrixMarket matrix'), 'a sparse MatrixMarket matrix'],
    ['counts.RCC', '<Header>\r\nFileVersion,1.7\r\n', 'a NanoString .RCC file'],
    ['run.raw', '\x01\xa1F\0i\0n\0n\0i\0g\0a\0n\0', 'a Thermo .raw file'],
    ['cells.h5ad', '\x89HDF\r\n\x1a\n', 'an HDF5 file'],
    ['table.parquet', 'PAR1', 'a Parquet or Arrow file'],
    ['spectra.mzML', '<?xml version="1.0"?>\n<indexedmzML xmlns="x">', 'a recording of spectra'],
    ['download.csv', '<!DOCTYPE html><html>', 'a web page'],
    ['spectra.mzML.gz', gzipSync('<?xml version="1.0"?>\n<indexedmzML xmlns="x">'), 'a recording of spectra'],
    ['peaks.mgf', 'BEGIN IONS\nTITLE=a\n', 'a recording of spectra'],
    ['aligned.bam', gzipSync('BAM\x01\0\0'), 'a file of sequencing reads'],
    ['calls.txt', '##fileformat=VCFv4.3\n', 'a file of genetic variants'],
    ['array.CEL', '[CEL]\nVersion=3\n', "a microarray scanner's own recording"],
    ['GSE1_family.soft', '^DATABASE = GeoMiame\n', 'a SOFT family file of GEO'],
    ['matrix.npy', '\x93NUMPY\x01\0', 'a NumPy array'],
  ])('is told what it is, whatever it is called: %s', async (name, content, what) => {
    const path = await write(name, content);
    await expect(openFileSource(path)).rejects.toMatchObject({
      kind: 'invalidInput',
      message: expect.stringContaining(`${path} is ${what}`),
    });
  });

  it.each([
    ['seurat.rds', '\xfd7zXZ\0\0', 'a saved R object'],
    ['session.RData', 'BZh91AY', 'a saved R object'],
    ['run.wiff', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', "an instrument's own recording"],
    ['run.raw', '\x05\0\x01\0\0', "an instrument's own recording"],
    ['reads.fastq.gz', gzipSync('@r1\nACGT\n+\nIIII\n'), 'a file of sequencing reads'],
    ['array.CEL', '\x3b\x01\0\0\0', "a microarray scanner's own recording"],
    ['proteome.fasta', '>sp|P04637|P53_HUMAN\nMEEPQ\n', 'a file of sequences'],
    ['reads.fq', '@r1\nACGT\n+\nIIII\n', 'a file of sequencing reads'],
    ['arrays.npz', 'PK\x03\x04..arr_0.npy', 'a NumPy array'],
  ])('is told by its name where its bytes leave that open: %s', async (name, content, what) => {
    const path = await write(name, content);
    await expect(openFileSource(path)).rejects.toThrow(`${path} is ${what}`);
  });

  it.each([
    ['export.xls', 'Protein IDs\tA\n'],
    ['counts.raw', 'gene\ta\nTP53\t1\n'],
    ['excel.txt', Buffer.from('\uFEFFgene\ta\nTP53\t1\n', 'utf16le')],
  ])('is not seen in a table by its name: %s', async (name, content) => {
    expect((await openFileSource(await write(name, content))).sizeBytes).toBe(content.length);
  });

  it.each(['P12345,<b>\n', 'RDX,1\n', 'PK,1,2\n', 'BZ,h\n', 'X,Y\n'])(
    'is not seen in a table that begins alike: %j',
    async (text) => {
      expect((await openFileSource(await write('alike.csv', text))).sizeBytes).toBe(text.length);
    },
  );
});
