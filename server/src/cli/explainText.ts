import { overrideNames } from '#shared/overrides.ts';
import type { LayoutCandidate } from '#shared/protocol/tables.ts';
import type { Column, Profile } from '../profiles/profile.ts';
import { organismText } from './organismText.ts';
import type { Style } from './style.ts';
import { countText, fewOf, numberOf, percentText } from './words.ts';

const mostLayouts = 6;
const mostNames = 8;

/**
 * How a table's reading was reached: which layouts would read it and why, what a person said, and what every column is
 * taken for.
 */
export function explainText(profile: Profile, candidates: readonly LayoutCandidate[], style: Style): string {
  const facts: (readonly [string, string])[] = [
    ...layoutFacts(profile, candidates),
    ...overrideFacts(profile),
    ['lines', linesText(profile)],
    ['decimals', `written with a ${profile.decimalSeparator === ',' ? 'comma' : 'point'}`],
    ['features', identityText(profile)],
    ['organism', organismText(profile)],
    ...(profile.marksEvidence === '' ? [] : [['marks', profile.marksEvidence] as const]),
    ...columnFacts(profile),
    ...quantityFacts(profile),
  ];
  const width = Math.max(...facts.map(([label]) => label.length));
  const lines = facts.map(([label, text], index) => {
    const isRepeated = facts[index - 1]?.[0] === label;
    return `  ${style.faint((isRepeated ? '' : label).padEnd(width))}  ${text}`;
  });
  return `\n${[style.strong('How it was read'), ...lines].join('\n')}\n`;
}

function layoutFacts(profile: Profile, candidates: readonly LayoutCandidate[]): (readonly [string, string])[] {
  if (candidates.length === 0) return [['layouts', 'none recognises it']];
  const shown = candidates.slice(0, mostLayouts).map(({ layout, confidence, evidence }): readonly [string, string] => {
    const chosen = layout === profile.layout ? ', chosen' : '';
    return ['layouts', `${layout}, ${percentText(confidence, 1)} sure${chosen}: ${evidence}`];
  });
  const more = candidates.length - shown.length;
  return more > 0 ? [...shown, ['layouts', `and ${numberOf(more, 'less sure one')}`]] : shown;
}

function overrideFacts({ overrides }: Profile): (readonly [string, string])[] {
  const said = overrideNames.flatMap((name) => {
    const value = overrides[name];
    return value === undefined ? [] : [`${name} = ${JSON.stringify(value)}`];
  });
  return said.map((text) => ['you said', text]);
}

function linesText({ headerLine, dataLine }: Profile): string {
  const header = headerLine < 0 ? 'no header' : `the header is line ${countText(headerLine + 1)}`;
  return `${header}, data begin in line ${countText(dataLine + 1)}`;
}

function identityText({ identity, columns, shape }: Profile): string {
  if (identity === null) return 'nothing tells what kind of thing they are';
  const where =
    identity.column < 0
      ? 'in the header'
      : `in the column ${nameOf(columns.find(({ index }) => index === identity.column))}`;
  const ids = identity.namespace === null ? 'by names of no known form' : `by ${identity.namespace} ids`;
  const groups = identity.groupSeparator === null ? '' : `, groups separated by ${identity.groupSeparator}`;
  return `each a ${identity.kind}, ${shape === 'results' ? 'compared, ' : ''}${ids} ${where}${groups}`;
}

function columnFacts({ columns, samples, quantities }: Profile): (readonly [string, string])[] {
  const facts: (readonly [string, string])[] = [];
  const ofRole = (role: Column['role']) => columns.filter((column) => column.role === role);
  for (const role of ['key', 'sample-name', 'metadata', 'statistic', 'annotation'] as const) {
    const found = ofRole(role);
    if (found.length > 0)
      facts.push(['columns', `${role} (${countText(found.length)}): ${fewOf(found.map(nameOf), mostNames)}`]);
  }
  for (const [index, quantity] of quantities.entries()) {
    const found = ofRole('value').filter((column) => column.quantity === index);
    const names = found.map((column) => samples[column.sample ?? -1]?.name ?? column.feature ?? nameOf(column));
    const measured = numberOf(found.length, found[0]?.feature === undefined ? 'sample' : 'feature');
    facts.push(['columns', `${quantity.name ?? 'measured'} (${measured}): ${fewOf(names, mostNames)}`]);
  }
  return facts;
}

function quantityFacts({ quantities, customs, overrides }: Profile): (readonly [string, string])[] {
  const zero = quantities.filter(({ zeroIsMissing }) => zeroIsMissing).map(({ name }) => name ?? 'the values');
  const facts: (readonly [string, string])[] = [];
  if (zero.length > 0) facts.push(['missing', `0 in ${zero.join(', ')}, which this tool writes for "not detected"`]);
  if (customs.missingTokens.length > 0) facts.push(['missing', `${quoted(customs.missingTokens)}, by this tool`]);
  if (overrides.missingTokens) facts.push(['missing', `${quoted(overrides.missingTokens)}, as you said`]);
  return facts;
}

const quoted = (tokens: readonly string[]): string => tokens.map((token) => JSON.stringify(token)).join(', ');

const nameOf = (column: Pick<Column, 'name'> | undefined): string => column?.name || '(unnamed)';
