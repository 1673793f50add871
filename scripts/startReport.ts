import type { IngestedFile } from '#shared/contracts/ingestReport.ts';
import type { DiagnosticReport, FileReport } from '#shared/contracts/validateReport.ts';
import { type DiagnosticCode, diagnostics } from '#shared/diagnostics.ts';

const number = new Intl.NumberFormat('en-US');

/** What `npm start` says of one file: what was recognised, found and stored, in lines without the last line's end. */
export function describeFile(report: FileReport, ingested: IngestedFile): string {
  const reading = describeReading(report);
  const storage = report.error === null ? describeStorage(report, ingested) : [];
  return [report.path, ...reading, ...storage].join('\n');
}

/** The commands that a person may want next; `id` is that of a stored dataset, or null where there is none. */
export function describeNextSteps(id: string | null): string {
  const shown = id ?? 'ID';
  const steps = [
    ['list', 'what is stored'],
    [`show ${shown}`, 'one dataset: samples, quantities, findings'],
    [`export ${shown} -o table.csv`, 'its values as a table'],
    ['validate FILE', 'what is wrong in a table of your own, at line and column'],
    ['ingest FILE', 'store it'],
    ['db status', 'which Postgres this is, and where its data lie'],
    ['--help', 'all commands'],
  ] as const;
  const commands = steps.map(([command, meaning]) => [`npm run -s amprenta -- ${command}`, meaning] as const);
  const width = Math.max(...commands.map(([command]) => command.length));
  return ['Where to go next:', ...commands.map(([command, meaning]) => `  ${command.padEnd(width)}  ${meaning}`)].join(
    '\n',
  );
}

function describeReading(report: FileReport): string[] {
  if (report.error !== null) return [line('not read', report.error.message)];
  const { profile, confidence, omicsType, evidence, rows, features, samples, quantities } = report;
  const sureness = `${Math.round(confidence * 100)} % sure`;
  const names = quantities.flatMap(({ name }) => (name === null ? [] : [name]));
  const measured = names.length > 0 ? ` of ${names.join(', ')}` : '';
  return [
    line('recognised', `${omicsType ?? 'no omics type'}, ${profile} (${sureness}). ${evidence}`),
    line('', `${count(rows, 'row')}, ${count(features, 'feature')}, ${count(samples.length, 'sample')}${measured}`),
    ...describeFindings(report.diagnostics),
  ];
}

function describeFindings(findings: readonly DiagnosticReport[]): string[] {
  if (findings.length === 0) return [line('found', 'nothing wrong')];
  const perCode = Map.groupBy(findings, ({ code }) => code);
  const codes = [...perCode].map(([code, same]) =>
    same.length === 1 ? code : `${code} × ${number.format(same.length)}`,
  );
  const blocking = findings.filter(isBlocking).length;
  const verdict = blocking === 0 ? 'none blocks' : `${number.format(blocking)} ${blocking === 1 ? 'blocks' : 'block'}`;
  return [line('found', `${count(findings.length, 'finding')}, ${verdict}: ${codes.join(', ')}`)];
}

function describeStorage(report: FileReport, ingested: IngestedFile): string[] {
  const { status, datasetId, revision, features, columns, values, rejectedRows, error } = ingested;
  if (status === 'failed' || datasetId === null) return [line('not stored', error?.message ?? 'no reason was given')];
  const outcome = {
    created: 'as a new dataset',
    updated: `as revision ${revision} of a dataset`,
    unchanged: 'already, with these very bytes, as dataset',
  }[status];
  const stored = line('stored', `${outcome} ${datasetId}`);
  const size = line('', `${count(features, 'feature')} × ${count(columns, 'column')}, ${count(values, 'value')}`);
  if (rejectedRows === 0) return [stored, size];
  const reasons = report.diagnostics
    .filter(isBlocking)
    .map(({ line: place, code, message }) => `    line ${place}, ${code}: ${message}`);
  return [stored, size, line('stayed out', `${count(rejectedRows, 'row')}, by --allow-errors:`), ...reasons];
}

const isBlocking = ({ code, severity }: DiagnosticReport): boolean =>
  severity === 'error' && diagnostics[code as DiagnosticCode].blocks;

const line = (label: string, text: string): string => `  ${label.padEnd(10)}  ${text}`;

const count = (amount: number, noun: string): string => `${number.format(amount)} ${noun}${amount === 1 ? '' : 's'}`;
