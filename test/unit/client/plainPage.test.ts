import { expect, it } from 'vitest';
import { plainPage } from '../../../client/src/reports/plainPage.ts';
import { htmlReport } from '../../../server/src/reports/html/htmlReport.ts';
import { startReportFigures } from '../../../server/src/reports/html/reportFigures.ts';
import { validate } from '../../../server/src/rules/validate.ts';
import { textSource } from '../../../server/src/table/byteSource.ts';
import { reportLink } from '../../../shared/src/protocol/reports.ts';

const genes = ['TP53', 'MYC', 'EGFR', 'KRAS', 'BRAF', 'PTEN', 'BRCA1', 'BRCA2', 'RB1', 'APC', 'VHL', 'ATM'];
const hostile = '"<a href=""command:x"">1</a>"';
const table = ['Gene,S1,S2', ...genes.map((gene, row) => `${gene},${row},${row === 3 ? hostile : row}`), ''].join('\n');

it('a saved report is the shown one without its links, whatever stands in the table', async () => {
  const validation = await validate(textSource('table.csv', table));
  const parts = {
    title: 'table.csv',
    validation,
    figures: startReportFigures(validation.profile).end(),
    sheet: null,
    problem: null,
  };
  const uri = "file:///it's%20a/table.csv";
  const shown = htmlReport({ ...parts, linkOf: (range) => reportLink('amprenta.openReported', { uri, range }) });
  expect(shown).toContain('<a href="command:amprenta.openReported?');
  expect(plainPage(shown)).toBe(htmlReport({ ...parts, linkOf: () => null }));
});
