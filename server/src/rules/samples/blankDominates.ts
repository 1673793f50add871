import type { SampleKind } from '#shared/sample.ts';
import { largestLogarithm } from '../../profiles/plainReading.ts';
import type { Column } from '../../profiles/profile.ts';
import { chooseSheet } from '../../sheets/matchSheet.ts';
import { factsOfMetadata, joinFacts } from '../../sheets/sampleFacts.ts';
import type { SheetSample } from '../../sheets/sheet.ts';
import { ownedText } from '../../table/ownedText.ts';
import { numericColumns } from '../../values/rowValues.ts';
import { headerCellOf } from '../headerCell.ts';
import { primarySamples } from '../measuredSamples.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext, RuleRun } from '../rule.ts';

/**
 * A feature is told from the background where a sample holds at least so many times what the blanks hold: the mildest of
 * the usual limits.
 * Sources: metamorphr's filter_blank (min_frac = 3, highest sample against the blanks) and RAMClustR's
 * rc.feature.filter.blanks (sn = 3); MS-DIAL takes 5, pmp 20. Broadhurst et al. 2018, doi 10.1007/s11306-018-1367-3, on blanks.
 */
const leastFold = 3;
const fewestStudySamples = 2;

/** Internal standards are put into the blanks too: labelled molecules and what is called so. */
const standardName =
  /\((?:IS|ISTD|STD)\)|(?:^|[\s_-])IS(?:TD)?(?:$|[\s_-])|internal.?standard|(?:^|[^a-z\d])\[?d\d{1,2}(?![\d:])|(?:^|[^\d])(?:13C|15N)/i;

/** What a feature's cells come to. */
interface FeatureLevel {
  blankSum: number;
  studyMax: number;
}

/**
 * A feature whose blanks are at the level of its samples: no study sample holds three times the blanks' average, a blank
 * without the feature counting as 0. At the row's key, with samples in rows at the feature's header cell.
 * Silent: where neither the table nor its sheet tells a blank and two study samples (with samples in rows the table alone
 * is asked); features that no blank has; internal standards by their name; logarithms, and numbers that may be some;
 * counts; proteomics and transcriptomics, whose blanks have conventions of their own; long tables.
 */
export const blankDominates: Rule = {
  codes: ['blank-dominates'],
  comparesRows: true,
  start(context) {
    const { omicsType, quantities, shape } = context.profile;
    const primary = quantities.find((quantity) => quantity.primary);
    if (omicsType === 'proteomics' || omicsType === 'transcriptomics' || primary?.kind !== 'intensity') return null;
    if (primary.scale !== 'linear' && primary.scale !== 'unknown') return null;
    if (shape === 'features-in-rows') return judgeColumns(context);
    return shape === 'samples-in-rows' ? judgeRows(context) : null;
  },
};

/** The primary quantity's columns, with where they stand among the numbers. */
function primaryColumns({ profile }: RuleContext): readonly { readonly column: Column; readonly position: number }[] {
  return numericColumns(profile).flatMap((column, position) =>
    column.role === 'value' && profile.quantities[column.quantity ?? -1]?.primary ? [{ column, position }] : [],
  );
}

function judgeColumns(context: RuleContext): RuleRun | null {
  const { profile } = context;
  const columns = primaryColumns(context);
  const kinds = kindsOfSamples(context);
  const positionsOf = (kind: SampleKind): Int32Array =>
    Int32Array.from(
      columns.filter(({ column }) => kinds[column.sample ?? -1] === kind),
      ({ position }) => position,
    );
  const blanks = positionsOf('blank');
  const studies = positionsOf('study');
  if (blanks.length === 0 || studies.length < fewestStudySamples) return null;
  const keyCell = profile.rowKey[0] ?? -1;
  const nameCell = profile.identity?.column ?? keyCell;
  const found: { readonly place: Place; readonly level: FeatureLevel }[] = [];
  return {
    row({ row, index, summary, key, values: { numbers } }) {
      if (summary) return;
      let blankSum = 0;
      for (const position of blanks) blankSum += amountOf(numbers[position]);
      if (blankSum === 0) return;
      let studyMax = 0;
      for (const position of studies) studyMax = Math.max(studyMax, amountOf(numbers[position]));
      const level = { blankSum, studyMax };
      if (!isDominated(level, blanks.length) || standardName.test(row.cell(nameCell) ?? '') || standardName.test(key))
        return;
      found.push({ place: context.placeOf(row, Math.max(keyCell, 0), index), level });
    },
    end() {
      if (!isLinear(context)) return;
      for (const { place, level } of found) report(context, place, level, blanks.length);
    },
  };
}

/** With samples in rows what a sample is comes with its row. */
function judgeRows(context: RuleContext): RuleRun | null {
  const { profile, header } = context;
  if (!header) return null;
  const columns = primaryColumns(context);
  const levels: FeatureLevel[] = columns.map(() => ({ blankSum: 0, studyMax: 0 }));
  const naming = profile.columns.find(({ role }) => role === 'sample-name')?.index ?? profile.rowKey[0] ?? -1;
  const described = profile.columns.filter(({ role }) => role === 'metadata');
  const samples = { blank: 0, study: 0 };
  return {
    row({ row, summary, values: { numbers } }) {
      if (summary) return;
      const metadata = Object.fromEntries(described.map(({ index, name }) => [name, ownedText(row.cell(index) ?? '')]));
      const kind = factsOfMetadata((row.cell(naming) ?? '').trim(), metadata).kind ?? 'study';
      if (kind !== 'blank' && kind !== 'study') return;
      samples[kind]++;
      for (const [at, { position }] of columns.entries()) {
        const level = levels[at] as FeatureLevel;
        const amount = amountOf(numbers[position]);
        if (kind === 'blank') level.blankSum += amount;
        else level.studyMax = Math.max(level.studyMax, amount);
      }
    },
    end() {
      if (samples.blank === 0 || samples.study < fewestStudySamples || !isLinear(context)) return;
      for (const [at, { column }] of columns.entries()) {
        const level = levels[at] as FeatureLevel;
        if (level.blankSum === 0 || !isDominated(level, samples.blank)) continue;
        if (standardName.test(column.feature ?? column.name)) continue;
        report(
          context,
          context.placeOf(header, headerCellOf(context.profile, header, column.index), null),
          level,
          samples.blank,
        );
      }
    },
  };
}

/** What each sample of the header is, by the table and by the sheet that fits it. */
function kindsOfSamples({ profile, sheets }: RuleContext): readonly SampleKind[] {
  const named = profile.samples.map(({ name, metadata }) => ({ name: name.trim(), metadata }));
  const tells = sheets?.sheets.some(({ namings }) =>
    namings.some(({ samples }) => samples.some(({ kind }) => kind !== null && kind !== 'study')),
  );
  const use =
    sheets && tells
      ? chooseSheet(
          named.map(({ name }) => name),
          sheets,
        )
      : null;
  const sampleOf: ReadonlyMap<string, SheetSample> = use?.kind === 'used' ? use.match.sampleOf : new Map();
  return named.map(
    ({ name, metadata }) => joinFacts(factsOfMetadata(name, metadata), sampleOf.get(name) ?? null).kind ?? 'study',
  );
}

function amountOf(number: number | undefined): number {
  return number !== undefined && Number.isFinite(number) && number > 0 ? number : 0;
}

function isDominated({ blankSum, studyMax }: FeatureLevel, blanks: number): boolean {
  return studyMax < (leastFold * blankSum) / blanks;
}

function isLinear(context: RuleContext): boolean {
  const samples = primarySamples(context);
  return samples[0]?.quantity.scale === 'linear' || samples.some(({ summary: { max } }) => max > largestLogarithm);
}

function report(context: RuleContext, place: Place, { blankSum, studyMax }: FeatureLevel, blanks: number): void {
  const average = shownAmount(blankSum / blanks);
  context.atPlace(place, {
    code: 'blank-dominates',
    message:
      studyMax === 0
        ? `The blanks hold ${average} of this feature and no sample has any: it is background.`
        : `The blanks hold ${average} of this feature on average, and no sample holds three times that (${shownAmount(studyMax)} at most): it may be background.`,
  });
}

function shownAmount(amount: number): string {
  return String(Number(amount.toPrecision(3)));
}
