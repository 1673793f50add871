import { diagnostics, type Finding } from '#shared/diagnostics.ts';
import type { TextRange } from '#shared/positions.ts';
import { type FindingGroup, groupFindings } from '../findingGroups.ts';
import { countText, numberOf } from '../words.ts';
import { escapeHtml } from './escapeHtml.ts';

/** Where a place of the table leads to from the report; null where a place is only named. */
export type PlaceLink = (range: TextRange) => string | null;

/** Of one code a page shows so many; the others are counted. */
const mostShown = 500;
/** So many findings are read at once: of a table with more, only the gravest code is open at first. */
const mostOpen = 20;

/** The findings by code, the gravest first; each code can be opened. */
export function findingsSection(findings: readonly Finding[], linkOf: PlaceLink): string {
  if (findings.length === 0) return '<h2>Findings</h2><p>None: this table is in order.</p>';
  const groups = groupFindings(findings);
  return `<h2>Findings</h2>${groups.map((group, at) => groupHtml(group, linkOf, at === 0 || findings.length <= mostOpen)).join('')}`;
}

function groupHtml({ code, severity, findings }: FindingGroup, linkOf: PlaceLink, isOpen: boolean): string {
  const blocking = findings.filter(({ blocks }) => blocks).length;
  const all = blocking === findings.length;
  const blocks =
    blocking === 0 ? '' : all ? ', blocking ingestion' : `, ${countText(blocking)} of them blocking ingestion`;
  const shown = findings.slice(0, mostShown);
  const isMended = shown.some(({ fixes }) => fixes.length > 0);
  const rows = shown.map((finding) => rowHtml(finding, linkOf, isMended));
  const rest = findings.length - rows.length;
  const more =
    rest > 0
      ? `<p class="faint">${countText(rest)} more of this code; <code>amprenta validate</code> lists them all.</p>`
      : '';
  return (
    `<details${isOpen ? ' open' : ''}><summary><span class="${severity}">${severity}</span> <code>${code}</code> ` +
    `${numberOf(findings.length, 'finding')}${blocks}. <span class="faint">${escapeHtml(diagnostics[code].meaning)}</span></summary>` +
    '<table><thead><tr><th class="number">line</th><th class="number">cell</th><th>what</th>' +
    `${isMended ? '<th class="remedy">to mend it</th>' : ''}</tr></thead>` +
    `<tbody>${rows.join('')}</tbody></table>${more}</details>`
  );
}

function rowHtml({ range, cell, message, fixes }: Finding, linkOf: PlaceLink, isMended: boolean): string {
  const link = linkOf(range);
  const number = countText(range.startLine + 1);
  const line = link === null ? number : `<a href="${escapeHtml(link)}">${number}</a>`;
  const remedy = isMended ? `<td>${fixes.map(({ title }) => escapeHtml(title)).join('<br>')}</td>` : '';
  return `<tr><td class="number">${line}</td><td class="number">${cell < 0 ? 'all' : countText(cell + 1)}</td><td class="message">${escapeHtml(message)}</td>${remedy}</tr>`;
}
