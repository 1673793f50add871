import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { geneTable, useWorkplace } from './workFolder.ts';

const work = useWorkplace();

/** SARIF's own schema, in the MIT-licensed package that ships it. */
const sarifSchema: unknown = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

/** What of a SARIF log the tests look at. */
interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly SarifResult[];
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  }[];
}

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: { readonly charOffset: number; readonly charLength: number };
        readonly insertedContent?: { readonly text: string };
      }[];
    }[];
  }[];
}

function schemaErrors(log: unknown): unknown {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true });
  ajv.validate(sarifSchema as object, log);
  return ajv.errors ?? [];
}

function withFix(text: string, result: SarifResult | undefined): string {
  const replacements = result?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
  return [...replacements].reverse().reduce((mended, { deletedRegion, insertedContent }) => {
    const { charOffset, charLength } = deletedRegion;
    return mended.slice(0, charOffset) + (insertedContent?.text ?? '') + mended.slice(charOffset + charLength);
  }, text);
}

describe('validate --format sarif', () => {
  it("is accepted by SARIF's schema, and names file, line, column, level and rule of each finding", async () => {
    await work.write('a table.tsv', `${geneTable(20)}ENSG00000000021\t1\t2 \t3\n\nENSG00000000022\t1\tx\t3\n`);
    const { exitCode, stdout } = await work.run(['validate', '--format', 'sarif', 'a table.tsv', 'absent.csv']);
    expect(exitCode).toBe(1);
    const log = JSON.parse(stdout) as SarifLog;
    expect(schemaErrors(log)).toEqual([]);
    expect(schemaErrors({ ...log, runs: [{}] })).not.toEqual([]);
    const [run] = log.runs;
    const found = run?.results.map(({ ruleId, level, locations: [location] }) => [
      ruleId,
      level,
      location?.physicalLocation.artifactLocation.uri,
      location?.physicalLocation.region.startLine,
    ]);
    expect(found).toEqual([
      ['outer-space', 'warning', 'a%20table.tsv', 22],
      ['blank-row', 'warning', 'a%20table.tsv', 23],
      ['not-a-number', 'error', 'a%20table.tsv', 24],
    ]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(run?.invocations[0]?.executionSuccessful).toBe(false);
    expect(run?.invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toContain('absent.csv');
  });

  it('carries fixes that, made in the text, take the finding away', async () => {
    const text = `${geneTable(20)}ENSG00000000021\t1\t2 \t3\n`;
    await work.write('spaced.tsv', text);
    const { stdout } = await work.run(['validate', '--format', 'sarif', 'spaced.tsv']);
    const [result] = (JSON.parse(stdout) as SarifLog).runs[0]?.results ?? [];
    expect(withFix(text, result)).toBe(text.replace('2 \t3', '2\t3'));
  });
});

describe('validate --format github', () => {
  it('writes a workflow command a finding, with what separates its parts escaped', async () => {
    await work.write('odd,name.tsv', `${geneTable(20)}ENSG00000000021\t1\t2%\t3\n`);
    const { exitCode, stdout } = await work.run(['validate', '--format', 'github', 'odd,name.tsv', 'absent.csv']);
    expect(exitCode).toBe(1);
    const [found, unread] = stdout.split('\n');
    expect(found).toMatch(
      /^::error file=odd%2Cname\.tsv,line=22,col=19,endColumn=20,title=not-a-number::"2%25" is no number/,
    );
    expect(unread).toMatch(/^::error file=absent\.csv,title=could not be read::/);
  });
});

describe('validate of a folder', () => {
  it('validates every table in it and its folders, leaves other texts out, and sums up in a table', async () => {
    await mkdir(join(work.folder, 'run 1/inner'), { recursive: true });
    await work.write('run 1/good.tsv', geneTable(20));
    await work.write('run 1/inner/bad.tsv', `${geneTable(20)}ENSG00000000021\t1\tx\t3\n`);
    await work.write('run 1/notes.txt', 'Samples were thawed on ice.\nThen, on Friday, they were measured.\n');
    await work.write('run 1/empty.csv', '');
    const { exitCode, stdout } = await work.run(['validate', 'run 1/']);
    expect(exitCode).toBe(1);
    expect(stdout).not.toContain('notes.txt');
    expect(stdout).toMatch(/run 1\/good\.tsv +gene-matrix\n/);
    expect(stdout).toMatch(/run 1\/inner\/bad\.tsv +gene-matrix +1 {2,}.*1\n/);
    expect(stdout).toContain('\n3 files: 2 with findings that block ingestion, 0 that could not be read.\n');
  });

  it('says that no table is there, and exits with 2', async () => {
    await mkdir(join(work.folder, 'nothing'), { recursive: true });
    const { exitCode, stderr } = await work.run(['validate', 'nothing']);
    expect(exitCode).toBe(2);
    expect(stderr).toBe('No table was found there.\n');
  });
});
