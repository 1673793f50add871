import type { Shape } from '#shared/dataset.ts';
import { AmprentaError } from '#shared/errors.ts';
import type { OverrideName, Overrides } from '#shared/overrides.ts';
import type { Head } from '../table/head.ts';
import { sampledCells } from './columnContent.ts';
import { gridOf } from './grid.ts';
import { identityOf, idsOf } from './identity.ts';
import type { Reading } from './layout.ts';
import type { Column, ProfileSample, Quantity } from './profile.ts';

/** Of these a person may say which columns identify the rows and which are measured. */
const columnShapes: ReadonlySet<Shape> = new Set(['features-in-rows', 'results', 'annotation', 'unknown']);

/** A measured column of which no tool says what was measured. */
const unnamedQuantity: Quantity = {
  name: null,
  primary: true,
  zeroIsMissing: false,
  kind: 'intensity',
  scale: 'unknown',
  unit: null,
};

/**
 * A layout's reading with the row key and the measured columns that a person names; what was measured or key before and
 * is not named is annotation then.
 * @throws invalidInput where the table has no such column, or lies another way round
 */
export function followColumns(head: Head, reading: Reading, { rowKey, sampleColumns }: Overrides): Reading {
  if (rowKey === undefined && sampleColumns === undefined) return reading;
  const keyed = rowKey === undefined ? reading : withRowKey(head, reading, rowKey);
  return renumbered(sampleColumns === undefined ? keyed : withSampleColumns(head.name, keyed, sampleColumns));
}

function withRowKey(head: Head, reading: Reading, names: readonly string[]): Reading {
  refuseShape(head.name, reading, 'rowKey');
  const keys = names.map((name) => columnsNamed(head.name, reading, name, 'rowKey')[0] ?? -1);
  const columns = reading.columns.map(({ index, name, ...column }): Column => {
    if (keys.includes(index)) return { index, name, role: 'key' };
    return column.role === 'key' ? { index, name, role: 'annotation' } : { index, name, ...column };
  });
  return { ...reading, columns, rowKey: keys, identity: identityBy(head, reading, keys) };
}

/** A column that identified the features before does so still where it is part of the key. */
function identityBy(head: Head, { identity, omicsType }: Reading, keys: readonly number[]): Reading['identity'] {
  if (identity !== null && keys.includes(identity.column)) return identity;
  const [first = -1] = keys;
  const cells = sampledCells(gridOf(head), first);
  return identityOf(first, idsOf(cells), omicsType, cells);
}

function withSampleColumns(table: string, reading: Reading, patterns: readonly string[]): Reading {
  refuseShape(table, reading, 'sampleColumns');
  const chosen = new Set(patterns.flatMap((pattern) => columnsNamed(table, reading, pattern, 'sampleColumns')));
  const key = reading.columns.find(({ index, role }) => role === 'key' && chosen.has(index));
  if (key !== undefined) {
    throw new AmprentaError(
      'invalidInput',
      `${table}: ${key.name} identifies the rows, so it can't be measured too. Change "sampleColumns" or "rowKey" in .amprenta.json.`,
    );
  }
  const quantities = quantitiesFor(reading, chosen);
  const primary = quantities.findIndex((quantity) => quantity.primary);
  const samples: ProfileSample[] = [...reading.samples];
  const columns = reading.columns.map((column): Column => {
    const { index, name, role } = column;
    if (!chosen.has(index)) return role === 'value' ? { index, name, role: 'annotation' } : column;
    if (role === 'value') return column;
    samples.push({ name, metadata: {} });
    return { index, name, role: 'value', quantity: primary, sample: samples.length - 1 };
  });
  const shape = reading.shape === 'results' ? 'results' : 'features-in-rows';
  return { ...reading, shape, columns, samples, quantities };
}

/**
 * The layout's quantities, of which the primary one is that of newly chosen columns too; where all of its own columns are
 * left out, nothing says that the others measure it, and its zeros are not theirs.
 */
function quantitiesFor({ columns, quantities }: Reading, chosen: ReadonlySet<number>): readonly Quantity[] {
  const primary = quantities.findIndex((quantity) => quantity.primary);
  if (primary < 0) return [unnamedQuantity];
  const isKept = columns.some(({ index, quantity }) => quantity === primary && chosen.has(index));
  if (isKept || quantities[primary]?.name === null) return quantities;
  return [...quantities.map((quantity) => ({ ...quantity, primary: false })), unnamedQuantity];
}

/** Samples and quantities that still have columns, samples in the order of these. */
function renumbered(reading: Reading): Reading {
  const samples: ProfileSample[] = [];
  const sampleOf = new Map<number, number>();
  const used = new Set(reading.columns.flatMap(({ role, quantity }) => (role === 'value' ? (quantity ?? []) : [])));
  const kept = reading.quantities
    .map((quantity, index) => ({ quantity, index }))
    .filter(({ index }) => used.has(index));
  const primary = kept.find(({ quantity }) => quantity.primary) ?? kept[0];
  const columns = reading.columns.map((column): Column => {
    const { sample, quantity } = column;
    if (column.role !== 'value') return column;
    const facts = sample === undefined ? undefined : reading.samples[sample];
    if (sample !== undefined && facts !== undefined && !sampleOf.has(sample))
      sampleOf.set(sample, samples.push(facts) - 1);
    const renumberedSample = sample === undefined ? undefined : sampleOf.get(sample);
    return {
      ...column,
      quantity: kept.findIndex(({ index }) => index === quantity),
      ...(renumberedSample === undefined ? {} : { sample: renumberedSample }),
    };
  });
  const quantities = kept.map((one) => ({ ...one.quantity, primary: one === primary }));
  return { ...reading, columns, samples, quantities };
}

function refuseShape(table: string, { shape }: Reading, part: OverrideName): void {
  if (columnShapes.has(shape)) return;
  throw new AmprentaError(
    'invalidInput',
    `${table} is read with ${shape.replaceAll('-', ' ')}; "${part}" can be said of a table with features in rows only. ` +
      `Change "orientation" or "layout" in .amprenta.json, or take "${part}" out.`,
  );
}

/** The columns with a name; a name with `*` that no column has stands for all that fit. @throws invalidInput where none does */
function columnsNamed(table: string, { columns }: Reading, asked: string, part: OverrideName): readonly number[] {
  const fitting = (fits: (name: string) => boolean): number[] =>
    columns.filter(({ name }) => fits(name)).map(({ index }) => index);
  const wanted = asked.trim();
  const exact = fitting((name) => name.trim() === wanted);
  if (exact.length > 0) return exact;
  const found = wanted.includes('*') ? fitting((name) => matchesStars(name.trim(), wanted)) : [];
  if (found.length > 0) return found;
  throw new AmprentaError(
    'invalidInput',
    `${table} has no column ${asked}. It has ${shownNames(columns)}. Change "${part}" in .amprenta.json, or take it out.`,
  );
}

/** Whether a name has the parts between the stars in their order. */
function matchesStars(name: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of rest) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= name.length - last.length;
}

const mostNames = 12;

function shownNames(columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name).filter((name) => name.trim() !== '');
  const more = names.length - mostNames;
  return `${names.slice(0, mostNames).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
