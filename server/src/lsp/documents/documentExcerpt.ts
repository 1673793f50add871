import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type ByteSource, textSource } from '../../table/byteSource.ts';

/** The lines of a document from `start` on, up to but not with `end`, with their line ends. */
export function linesOf(document: TextDocument, start: number, end: number): string {
  return document.getText({ start: { line: start, character: 0 }, end: { line: end, character: 0 } });
}

/** A document's first `headLines` lines, and behind them those from `start` up to but not with `end`, as a table. */
export function excerptSource(document: TextDocument, headLines: number, start: number, end: number): ByteSource {
  // A byte order mark in the text is not of the table.
  const head = linesOf(document, 0, headLines).replace(/^\ufeff/, '');
  return textSource(document.uri, start < end ? head + linesOf(document, start, end) : head);
}
