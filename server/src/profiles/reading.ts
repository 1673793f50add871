import type { OmicsType, Scale, Shape } from '#shared/dataset.ts';
import type { Row } from '../table/row.ts';
import type { Grid } from './grid.ts';
import type { Reading } from './layout.ts';
import type { MarkConvention } from './markConventions.ts';
import {
  type Column,
  type ColumnRole,
  type Customs,
  type FeatureLimits,
  type Identity,
  type ProfileSample,
  plainCustoms,
  type Quantity,
} from './profile.ts';
import { findMarks } from './rowMarks.ts';

/** A quantity as a layout describes it; which one is primary follows from the order. */
export interface QuantityPlan {
  readonly name: string | null;
  /** False unless the tool writes 0 for "not detected". */
  readonly zeroIsMissing?: boolean;
  readonly kind?: Quantity['kind'];
  readonly scale?: Scale;
  readonly unit?: string | null;
  /** As of {@link Quantity.levelKey}. */
  readonly levelKey?: readonly number[];
  /** As of {@link Quantity.limitColumn}. */
  readonly limitColumn?: number;
}

/** A measured column as a layout describes it. */
export interface ValuePlan {
  readonly index: number;
  readonly quantity: QuantityPlan;
  /** With features in rows. */
  readonly sample?: string;
  /** With samples in rows. */
  readonly feature?: string;
  /** As of {@link Column.channel}. */
  readonly channel?: string;
  /** As of {@link Column.featureId}. */
  readonly featureId?: string;
  /** As of {@link Column.limits}. */
  readonly limits?: FeatureLimits;
}

/** What a layout knows of a table; the rest of the reading follows from it. */
export interface ReadingPlan {
  readonly grid: Grid;
  readonly confidence: number;
  readonly evidence: string;
  readonly shape: Shape;
  readonly omicsType: OmicsType | null;
  readonly omicsEvidence: string;
  readonly rowKey: readonly number[];
  readonly moleculeKey?: readonly number[];
  /** Roles of columns that are neither key, nor measured, nor annotation. */
  readonly roles?: ReadonlyMap<number, ColumnRole>;
  readonly values?: readonly ValuePlan[];
  /** The quantities in order of rank: the first that has columns is primary. */
  readonly quantities?: readonly QuantityPlan[];
  /** What the table says of the sample of a column. */
  readonly sampleMetadata?: (index: number) => Readonly<Record<string, string>>;
  readonly identity: Identity | null;
  /** How the tool marks contaminants and decoys. */
  readonly marks?: MarkConvention;
  readonly customs?: Partial<Customs>;
  /** True for a record below the header that is no data. */
  readonly isMetadataRow?: (row: Row) => boolean;
}

/** Makes the reading of a table from what a layout knows of it. */
export function makeReading(plan: ReadingPlan): Reading {
  const values = plan.values ?? [];
  const ranked = (plan.quantities ?? []).filter((quantity) => values.some((value) => value.quantity === quantity));
  const { samples, sampleOf } = samplesOf(plan, values, ranked);
  const valueAt = new Map(values.map((value) => [value.index, value]));
  const keys = new Set(plan.rowKey);
  const marks = plan.marks ? findMarks(plan.grid.index, plan.marks, plan.omicsType === 'proteomics') : null;
  const columns = plan.grid.names.map((name, index): Column => {
    const value = valueAt.get(index);
    if (value === undefined) {
      return { index, name, role: plan.roles?.get(index) ?? (keys.has(index) ? 'key' : 'annotation') };
    }
    const sample = sampleOf.get(index);
    return {
      index,
      name,
      role: 'value',
      quantity: ranked.indexOf(value.quantity),
      ...(sample === undefined ? {} : { sample }),
      ...(value.channel === undefined ? {} : { channel: value.channel }),
      ...(value.feature === undefined ? {} : { feature: value.feature }),
      ...(value.featureId === undefined ? {} : { featureId: value.featureId }),
      ...(value.limits === undefined ? {} : { limits: value.limits }),
    };
  });
  return {
    confidence: plan.confidence,
    evidence: plan.evidence,
    omicsType: plan.omicsType,
    omicsEvidence: plan.omicsEvidence,
    shape: plan.shape,
    headerLine: plan.grid.headerLine,
    dataLine: plan.grid.dataLine,
    columns,
    rowKey: plan.rowKey,
    moleculeKey: plan.moleculeKey ?? [],
    samples,
    quantities: ranked.map((quantity, at) => ({
      name: quantity.name,
      primary: at === 0,
      zeroIsMissing: quantity.zeroIsMissing ?? false,
      kind: quantity.kind ?? 'intensity',
      scale: quantity.scale ?? 'unknown',
      unit: quantity.unit ?? null,
      ...(quantity.levelKey ? { levelKey: quantity.levelKey } : {}),
      ...(quantity.limitColumn === undefined ? {} : { limitColumn: quantity.limitColumn }),
    })),
    identity: plan.identity,
    ...(marks ? { marks } : {}),
    customs: { ...plainCustoms, ...plan.customs },
    ...(plan.isMetadataRow ? { isMetadataRow: plan.isMetadataRow } : {}),
  };
}

/**
 * The samples that the columns name: those of the primary quantity in the file's order, then any that only others have.
 * A name that stands twice within one quantity is two samples, as two columns were measured.
 */
function samplesOf(
  plan: ReadingPlan,
  values: readonly ValuePlan[],
  ranked: readonly QuantityPlan[],
): { samples: readonly ProfileSample[]; sampleOf: ReadonlyMap<number, number> } {
  const samples: ProfileSample[] = [];
  const sampleOf = new Map<number, number>();
  const known = new Map<string, number>();
  for (const quantity of ranked) {
    const copies = new Map<string, number>();
    for (const value of values) {
      if (value.quantity !== quantity || value.sample === undefined) continue;
      const copy = (copies.get(value.sample) ?? 0) + 1;
      copies.set(value.sample, copy);
      const key = `${copy} ${value.sample}`;
      let sample = known.get(key);
      if (sample === undefined) {
        sample = samples.length;
        known.set(key, sample);
        samples.push({ name: value.sample, metadata: plan.sampleMetadata?.(value.index) ?? {} });
      }
      sampleOf.set(value.index, sample);
    }
  }
  return { samples, sampleOf };
}
