import type { Position, Range } from 'vscode-languageserver-types';
import type { TextRange } from '#shared/positions.ts';

/** A place of a table in a document whose text begins with `markUnits` units that are not of the table. */
export function rangeOf({ startLine, startColumn, endLine, endColumn }: TextRange, markUnits: number): Range {
  return {
    start: { line: startLine, character: startColumn + (startLine === 0 ? markUnits : 0) },
    end: { line: endLine, character: endColumn + (endLine === 0 ? markUnits : 0) },
  };
}

/** Whether two ranges have a position in common; both ends belong to a range. */
export function touch(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
