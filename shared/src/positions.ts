/**
 * Places in a table. Inside the code everything is 0-based, as LSP has it; what people read is 1-based.
 */

/** A stretch of text: physical lines, and UTF-16 units within the decoded line (byte order mark not counted); the end is exclusive. */
export interface TextRange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A stretch of a document in UTF-16 units of the decoded text (byte order mark not counted), end exclusive. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}
