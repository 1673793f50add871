import type { Fix, TextEdit } from '#shared/diagnostics.ts';
import type { Row } from '../../table/row.ts';
import { type OffsetList, startOffsetList } from '../offsetList.ts';
import type { Rule } from '../rule.ts';

/**
 * Records that end with a line feed beside records that end with a carriage return and a line feed, said of the file.
 * Silent: line breaks inside quoted cells, which spreadsheets write their own way; blank lines at the file's end, and lines
 * among the data that a layout keeps for other things, which also keep the rest from being rewritten.
 */
export const mixedLineEndings: Rule = {
  codes: ['mixed-line-endings'],
  comparesRows: true,
  start(context) {
    const { profile, above } = context;
    if (profile.dialect.newline !== '\n') return null;
    const lineFeeds = startOffsetList();
    const pairs = startOffsetList();
    const look = ({ start, next, text }: Row): void => {
      const end = start + text.length;
      if (next - end === 1) lineFeeds.push(end);
      else if (next - end === 2) pairs.push(end);
    };
    for (const row of above) look(row);
    return {
      row: ({ row }) => look(row),
      brokenRow: ({ row }) => look(row),
      blank: look,
      end() {
        if (lineFeeds.length === 0 || pairs.length === 0) return;
        context.atFile({
          code: 'mixed-line-endings',
          message: `${lineFeeds.length} lines end with LF and ${pairs.length} with CRLF, as where files of two systems were joined. End them all alike.`,
          fixes: profile.isMetadataRow ? [] : [unify(lineFeeds, pairs)],
        });
      },
    };
  },
};

/** What fewer lines end with becomes what most do. */
function unify(lineFeeds: OffsetList, pairs: OffsetList): Fix {
  const keepsPairs = pairs.length > lineFeeds.length;
  const [rare, length, newText] = keepsPairs ? ([lineFeeds, 1, '\r\n'] as const) : ([pairs, 2, '\n'] as const);
  return {
    title: `End every line with ${keepsPairs ? 'CRLF' : 'LF'}`,
    safe: true,
    get edits(): readonly TextEdit[] {
      return Array.from(rare, (start) => ({ start, end: start + length, newText }));
    },
  };
}
