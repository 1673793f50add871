import { plainName } from '../../profiles/headerName.ts';
import type { Profile } from '../../profiles/profile.ts';
import { ownedText } from '../../table/ownedText.ts';
import type { DataRow } from '../../values/dataRows.ts';

/** Tells the rows of several comparisons apart that stand in one table one below the other. */
export interface RowGroups {
  row(data: DataRow): void;
  /** The data rows of each comparison; empty where features repeat and no column says to which comparison a row belongs. */
  families(): readonly Int32Array[];
}

/** Columns that name the comparison of a row: Seurat's `cluster`, scanpy's `group`, MSstats' `Label`, a `contrast` of people's own. */
const comparisonName =
  /^(?:contrasts?|comparisons?|comparisonid|labels?|groups?|clusters?|celltypes?|conditions?|tissues?|timepoints?|time|days?|tests?|treatments?|factors?|terms?|coefs?|coefficients?|models?|traits?|outcomes?|phenotypes?|directions?|subsets?|datasets?|stud(?:y|ies)|sources?|ontology|category|categories|database|library|groupa|groupb|group1|group2|names?ofcomparison)$/;

/** Above this share of repeated features the rows are those of several comparisons, not probes of one gene. */
const mostRepeated = 0.1;

/** Starts telling rows apart: 12 bytes a row. */
export function startRowGroups(profile: Profile): RowGroups {
  const naming = profile.columns.filter(
    ({ role, name }) => role !== 'value' && role !== 'statistic' && comparisonName.test(plainName(name)),
  );
  const groups = new Map<string, number>();
  let groupOf = new Int32Array(1024).fill(-1);
  let features = new Float64Array(1024);
  let count = 0;
  return {
    row({ row, index, key }) {
      if (index >= groupOf.length) {
        const size = Math.max(groupOf.length * 2, index + 1);
        const moreGroups = new Int32Array(size).fill(-1);
        moreGroups.set(groupOf);
        groupOf = moreGroups;
        const moreFeatures = new Float64Array(size);
        moreFeatures.set(features);
        features = moreFeatures;
      }
      const name = naming.map(({ index: cell }) => row.cell(cell) ?? '').join('\u0000');
      let group = groups.get(name);
      if (group === undefined) {
        group = groups.size;
        groups.set(ownedText(name), group);
      }
      groupOf[index] = group;
      features[index] = hashOf(key);
      count = index + 1;
    },
    families() {
      const rows: number[][] = Array.from(groups, () => []);
      for (let row = 0; row < count; row++) rows[groupOf[row] as number]?.push(row);
      const families = rows.map((members) => Int32Array.from(members));
      const keyless = profile.rowKey.length === 0;
      return families.filter((members) => keyless || repeatedShare(members, features) <= mostRepeated);
    },
  };
}

function repeatedShare(rows: Int32Array, features: Float64Array): number {
  const sorted = Float64Array.from(rows, (row) => features[row] as number).sort();
  let repeated = 0;
  for (let at = 1; at < sorted.length; at++) if (sorted[at] === sorted[at - 1]) repeated++;
  return sorted.length === 0 ? 0 : repeated / sorted.length;
}

/** 53 bits of a text (FNV-1a with two primes): among a million features two are hardly ever taken for one. */
function hashOf(text: string): number {
  let one = 0x811c9dc5;
  let other = 0x1b873593;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 16777619);
    other = Math.imul(other ^ code, 709607);
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}
