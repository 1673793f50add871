import { setImmediate as otherWork } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startJudging } from '../../server/src/lsp/documents/documentJudge.ts';
import { followSheets } from '../../server/src/lsp/documents/documentSheets.ts';
import { validate } from '../../server/src/rules/validate.ts';
import { textSource } from '../../server/src/table/byteSource.ts';
import type { Finding } from '../../shared/src/diagnostics.ts';
import { randomFrom } from '../bench/generateMatrix.ts';

const rows = 30_000;

interface Told {
  readonly version: number;
  readonly whole: boolean;
  readonly findings: readonly Finding[];
}

/** A document that is judged, what was told of it, and the text of each of its versions. */
function openDocument(name: string) {
  const lines = Array.from({ length: rows }, (_, row) => `${name}${10_000 + row},${row}.5,${row + 1},${(row % 8) + 2}`);
  const document = TextDocument.create(`file:///${name}.csv`, 'csv', 1, `Gene,S1,S2,S3\n${lines.join('\n')}\n`);
  const texts = new Map([[1, document.getText()]]);
  const told: Told[] = [];
  const failures: unknown[] = [];
  const judge = startJudging(
    document,
    null,
    followSheets(async () => ({ named: false, sheets: [] })),
    {
      onJudged(judged) {
        if (judged) told.push({ version: judged.version, whole: true, findings: judged.validation.findings });
      },
      onChangedFindings: ({ version, findings }) => void told.push({ version, whole: false, findings }),
      onFailure: (thrown) => void failures.push(thrown),
    },
  );
  return {
    judge,
    told,
    failures,
    /** Puts a text in the place of a cell's last character. */
    type(line: number, text: string) {
      const { length } = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
      const range = { start: { line, character: length - 2 }, end: { line, character: length - 1 } };
      TextDocument.update(document, [{ range, text }], document.version + 1);
      texts.set(document.version, document.getText());
      judge.change([{ range, text }]);
    },
    fresh: async (version: number) => placesOf((await validate(textSource(name, texts.get(version) ?? ''))).findings),
    get version() {
      return document.version;
    },
  };
}

function placesOf(findings: readonly Finding[]) {
  return findings.map(({ code, range }) => ({ code, range }));
}

describe('two documents that are typed in by turns, before passes over them have ended', () => {
  it('are each told nothing but what a fresh judgement of that version finds, and in the end that of the newest', async () => {
    const random = randomFrom(7);
    const documents = [openDocument('ENSG'), openDocument('FBgn')];
    await Promise.all(documents.map(({ judge }) => judge.judged()));
    for (let edit = 0; edit < 40; edit++) {
      const document = documents[random() < 0.5 ? 0 : 1];
      const text = ['x', '8', 'x1', '3'][Math.floor(random() * 4)] ?? 'x';
      document?.type(1 + Math.floor(random() * rows), text);
      for (let turn = random() * 12; turn > 0; turn--) await otherWork();
      if (edit % 10 === 9) await document?.judge.judged();
    }
    for (const { judge, told, failures, fresh, version } of documents) {
      await judge.judged();
      expect(failures).toEqual([]);
      expect(told.at(-1)).toMatchObject({ version, whole: true });
      expect(told.map((one) => one.version)).toEqual(told.map((one) => one.version).sort((a, b) => a - b));
      expect(told.some((one) => !one.whole)).toBe(true);
      for (const one of told) expect(placesOf(one.findings)).toEqual(await fresh(one.version));
      judge.close();
    }
  });
});
