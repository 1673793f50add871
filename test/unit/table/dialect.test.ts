import { describe, expect, it } from 'vitest';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { detectDelimiter, detectNewline } from '../../../server/src/table/dialect.ts';
import { readHead } from '../../../server/src/table/head.ts';

describe('detectDelimiter', () => {
  it('is not misled by lists inside cells that are more frequent than the delimiter', () => {
    const rows = ['Protein IDs\tScore', 'P1;P2;P3;P4\t1', 'P5;P6\t2', 'P7;P8;P9\t3'];
    expect(detectDelimiter(rows.join('\n'), '\n')).toBe('\t');
  });

  it('takes the semicolon of a file with decimal commas', () => {
    expect(detectDelimiter('id;A;B\nx;1,5;2,5\ny;3,25;4,75\n', '\n')).toBe(';');
  });

  it('takes the pipe where it separates', () => {
    expect(detectDelimiter('id|A|B\nx|1|2\n', '\n')).toBe('|');
  });

  it('takes the comma of a file with sp|P12345|NAME keys', () => {
    expect(detectDelimiter('id,A,B\nsp|P12345|X_HUMAN,1,2\nsp|P12346|Y_HUMAN,1,2\n', '\n')).toBe(',');
  });

  it('says that a text of one column has none', () => {
    expect(detectDelimiter('a\nb\nc\n', '\n')).toBeNull();
  });

  it('takes the tab although most rows are short, as in tables whose trailing tabs were stripped', () => {
    expect(detectDelimiter('a\tb\tc\td\n1\t2\t3\n1\t2\t3\t4\n1\t2\n1;2\t2\t3\t4\n', '\n')).toBe('\t');
  });
});

describe('detectNewline', () => {
  it('takes CR only where there is no LF', () => {
    expect(detectNewline('a\rb\r')).toBe('\r');
    expect(detectNewline('a\r\nb\r\n')).toBe('\n');
    expect(detectNewline('a')).toBe('\n');
  });
});

describe('readHead', () => {
  it('finds the width of the table below lines of another width', async () => {
    const head = await readHead(textSource('x.csv', 'made by a tool\n\nid,A,B\nx,1,2\ny,3,4\n'));
    expect(head.width).toBe(3);
    expect(head.rows.map((row) => row.cells.length)).toEqual([1, 1, 3, 3, 3]);
    expect(head.complete).toBe(true);
  });

  it('reads a bounded beginning of a long file', async () => {
    const head = await readHead(textSource('x.csv', `id,A\n${'x,1\n'.repeat(10_000)}`));
    expect(head.rows).toHaveLength(2000);
    expect(head.complete).toBe(false);
  });
});
