import type { FileResult } from '../reports/fileResult.ts';
import { countSeverities, countText, numberOf } from '../reports/words.ts';
import type { Style } from './style.ts';
import { textTable } from './textTable.ts';

/** What is kept of a file's result for the table under many: not its findings, of which there may be a million. */
export interface FileSummary {
  readonly path: string;
  readonly layout: string;
  readonly counts: { readonly error: number; readonly warning: number; readonly information: number };
  readonly blocking: number;
  readonly read: boolean;
}

/** Sums up what was found in a file. */
export function summaryOf(result: FileResult): FileSummary {
  const { path } = result;
  if ('failure' in result) return { path, layout: '', counts: countSeverities([]), blocking: 0, read: false };
  const { findings, profile } = result.validation;
  const blocking = findings.filter(({ blocks }) => blocks).length;
  return { path, layout: profile.layout, counts: countSeverities(findings), blocking, read: true };
}

/** A line a file and one for all, under the findings of several files. */
export function summaryText(files: readonly FileSummary[], style: Style): string {
  const rows = files.map(({ path, layout, counts, blocking, read }) => [
    path,
    read ? layout : 'could not be read',
    ...(read ? [counts.error, counts.warning, counts.information, blocking].map(shownCount) : ['', '', '', '']),
  ]);
  const [titles = '', ...lines] = textTable(
    [
      { title: 'file' },
      { title: 'layout' },
      { title: 'errors', align: 'right' },
      { title: 'warnings', align: 'right' },
      { title: 'information', align: 'right' },
      { title: 'blocking', align: 'right' },
    ],
    rows,
  );
  const unread = files.filter(({ read }) => !read).length;
  const blocked = files.filter(({ blocking }) => blocking > 0).length;
  const all = `${numberOf(files.length, 'file')}: ${countText(blocked)} with findings that block ingestion, ${countText(unread)} that could not be read.`;
  return `${[style.faint(titles), ...lines, '', style.strong(all)].join('\n')}\n`;
}

/** Nothing stands where there is nothing to look at. */
function shownCount(count: number): string {
  return count === 0 ? '' : countText(count);
}
