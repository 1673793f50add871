import { expect, it } from 'vitest';
import { htmlReport } from '../../../server/src/reports/html/htmlReport.ts';
import { type ReportFiguresRun, startReportFigures } from '../../../server/src/reports/html/reportFigures.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { bytesSource } from '../../../server/src/table/byteSource.ts';
import type { TextRange } from '../../../shared/src/positions.ts';

async function reportOf(name: string, text: string): Promise<string> {
  let run: ReportFiguresRun | null = null;
  const validation = await validate(bytesSource(name, Buffer.from(text, 'utf8')), {
    alsoTell: (profile) => {
      run = startReportFigures(profile);
      return run;
    },
  });
  const figures = (run ?? startReportFigures(validation.profile)).end();
  const linkOf = ({ startLine, startColumn }: TextRange): string => `#${startLine}:${startColumn}`;
  return htmlReport({ title: name, validation, figures, sheet: null, problem: null, linkOf });
}

/** What a browser shows of a page's table rows. */
function rowsOf(page: string): string[] {
  return [...page.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    row
      .replace(/<svg.*?<\/svg>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

const genes = Array.from({ length: 20 }, (_, at) => `ENSG${String(at + 1).padStart(11, '0')}`);

it('tells of each sample how many values it has and how they lie', async () => {
  const text = `Gene ID\tA\tB\n${genes.map((gene, at) => `${gene}\t${at + 1}\t${at < 5 ? '' : at}`).join('\n')}\n`;
  const rows = rowsOf(await reportOf('genes.tsv', text));
  expect(rows).toContain('A 20 0 (0 %) 1 10.5 20');
  expect(rows).toContain('B 15 5 (25 %) 5 12 19');
});

it('links each finding to its place, and shows what stands in the table as text only', async () => {
  const evil = '<script>alert(1)</script>';
  const text = `Gene ID\tA ${evil}\tB\n${genes.map((gene) => `${gene}\t1\t2`).join('\n')}\nENSG00000000099\t${evil}\t3\n`;
  const page = await reportOf(`${evil}.tsv`, text);
  expect(page).not.toContain('<script');
  expect(page).toContain('<a href="#21:16">22</a>');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

it('says how many findings of a code it does not list', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => {
    const cell = at >= 1000 && at % 2 === 0 && at < 2400 ? `x${at}` : at;
    return `ENSG${String(at + 1).padStart(11, '0')}\t${cell}\t2`;
  });
  const text = `Gene ID\tA\tB\n${rows.join('\n')}\n`;
  const page = await reportOf('many.tsv', text);
  expect(page).toContain('700 findings, blocking ingestion');
  expect(page).toContain('200 more of this code');
});

it('shows every finding at once where there are few, and a column of remedies only where there is one', async () => {
  const rows = genes.map((gene, at) => `${gene}\t${at === 4 ? ' 7' : at}\t${at === 9 ? 'bad' : at + 2}`);
  const page = await reportOf('few.tsv', `Gene ID\tA\tB\n${rows.join('\n')}\n`);
  const codes = [...page.matchAll(/<details( open)?>.*?<code>([\w-]+)<\/code>.*?<\/details>/g)];
  expect(codes.map(([group, open, code]) => [code, open !== undefined, group.includes('to mend it')])).toEqual([
    ['not-a-number', true, false],
    ['outer-space', true, true],
  ]);
});
