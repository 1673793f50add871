import { expect, it } from 'vitest';
import { readReportedPlace, reportLink } from '../../../shared/src/protocol/reports.ts';

const place = { uri: "file:///it's/a%20table.csv", range: { startLine: 0, startColumn: 1, endLine: 2, endColumn: 3 } };

it('a link to a place has no character that ends an attribute, and gives the place to its command', () => {
  const link = reportLink('amprenta.openReported', place);
  expect(link).toMatch(/^command:amprenta\.openReported\?[\w%().!~*-]+$/);
  const [, query = ''] = link.split('?');
  expect(JSON.parse(decodeURIComponent(query)).map(readReportedPlace)).toEqual([place]);
});

it.each([
  [undefined],
  ['file:///table.csv'],
  [{ ...place, uri: 7 }],
  [{ uri: place.uri }],
  [{ ...place, range: { ...place.range, startLine: -1 } }],
  [{ ...place, range: { ...place.range, endColumn: 1.5 } }],
  [{ ...place, range: { ...place.range, endColumn: '3' } }],
])('%j is no place', (given) => {
  expect(readReportedPlace(given)).toBeNull();
});
