import type { ServerReport } from '#shared/protocol/server.ts';
import type { TableStatus } from '#shared/protocol/tables.ts';
import { count, describeCounts, fileName, inWords } from '../words.ts';

/** What a person's report of what went wrong is made from. */
export interface ReportParts {
  /** Names and versions, `VS Code` → `1.101.0`. */
  readonly versions: readonly (readonly [name: string, version: string])[];
  readonly isTrusted: boolean;
  /** The editor's own settings that a person has set, by their names. */
  readonly settings: readonly (readonly [key: string, value: string])[];
  /** The secrets of the editor's safe, and whether each is set; null where the safe can't be opened. */
  readonly secrets: readonly (readonly [name: string, isSet: boolean])[] | null;
  readonly tables: readonly TableStatus[];
  /** What the server says, or why it says nothing. */
  readonly server: ServerReport | string;
  /** The person's own folder, which is shortened to `~`. */
  readonly home: string;
}

/** The report as Markdown. */
export function writeReport(parts: ReportParts): string {
  const { versions, isTrusted, settings, secrets, tables, server, home } = parts;
  const kept = secrets?.map(([name, isSet]) => `${name} in the editor's safe: ${isSet ? 'set' : 'not set'}`);
  const sections = [
    ['Versions', versions.map(([name, version]) => `${name}: ${version}`)],
    ['Workspace', [isTrusted ? 'trusted' : 'not trusted: nothing is ingested, and no secret is used']],
    [
      'Settings',
      [...settings.map(([key, value]) => `${key}: ${value}`), ...(kept ?? ["The editor's safe can't be opened."])],
    ],
    ['Open tables', tables.map(describeTable)],
    ...describeServer(server),
  ] as const;
  const text = sections.map(([title, lines]) => `## ${title}\n\n${listed(lines)}\n`).join('\n');
  const log = typeof server === 'string' ? '' : `\n## Last lines of the log\n\n${fenced(server.log)}\n`;
  return shortenHome(`# Amprenta Omics: diagnostics\n\nRead it before you pass it on.\n\n${text}${log}`, home);
}

/** Paths and file URIs below a person's own folder, beginning with `~` instead. */
export function shortenHome(text: string, home: string): string {
  const plain = home.replace(/[\\/]+$/, '');
  if (plain === '') return text;
  const slashed = plain.replaceAll('\\', '/');
  const forms = new Set([plain, slashed, plain.replaceAll('\\', '\\\\'), encodeURI(slashed), encodeDrive(slashed)]);
  const pattern = [...forms].sort((one, other) => other.length - one.length).map(escapePattern);
  return text.replaceAll(new RegExp(`(?:${pattern.join('|')})(?![\\w.-])`, 'g'), '~');
}

/** As the editor writes a drive in a URI: in lower case, its colon encoded. */
const encodeDrive = (path: string): string =>
  encodeURI(path).replace(/^([A-Za-z]):/, (_, drive: string) => `${drive.toLowerCase()}%3A`);

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function describeServer(server: ServerReport | string): (readonly [title: string, lines: readonly string[]])[] {
  if (typeof server === 'string') return [['Server', [server]]];
  const { node, residentBytes, uptimeSeconds, database, settings, problem } = server;
  return [
    [
      'Server',
      [
        `Node: ${node}`,
        `memory: ${Math.round(residentBytes / (1 << 20))} MiB resident`,
        `running for ${count(uptimeSeconds, 'second')}`,
        `database: ${database.name}, ${database.open ? 'open' : 'not open'}`,
        ...(problem === null ? [] : [`configuration: ${problem}`]),
      ],
    ],
    ['Settings as the server reads them', settings.map(({ place, value }) => `${place}: ${value}`)],
  ];
}

function describeTable(table: TableStatus): string {
  const { uri, profile, confidence, omicsType, shape, encoding, delimiter, rows, features, samples } = table;
  const reading = [
    `layout ${profile} (${Math.round(confidence * 100)} % sure)`,
    omicsType ?? 'omics type not told',
    inWords(shape),
    encoding,
    `delimiter ${delimiter === null ? 'none' : JSON.stringify(delimiter)}`,
    `${count(rows, 'row')}, ${count(features, 'feature')}, ${count(samples, 'sample')}`,
    describeCounts(table.counts),
    ...(table.overridden.length > 0 ? [`as you said: ${table.overridden.join(', ')}`] : []),
    ...(table.overrideProblem === null ? [] : [`.amprenta.json not followed: ${table.overrideProblem}`]),
  ];
  return `${fileName(decodeURIComponent(uri))}: ${reading.join('; ')}`;
}

const listed = (lines: readonly string[]): string =>
  lines.length === 0 ? 'none' : lines.map((line) => `- ${line.replaceAll('\n', '\n  ')}`).join('\n');

/** In a fence longer than any in the text, so that the text can't end it. */
function fenced(lines: readonly string[]): string {
  const text = lines.length === 0 ? 'nothing was logged' : lines.join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
