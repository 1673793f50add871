import { blankRow } from './blankRow.ts';
import { bom } from './bom.ts';
import { decimalComma } from './decimalComma.ts';
import { duplicateFeatureId } from './duplicateFeatureId.ts';
import { duplicateSample } from './duplicateSample.ts';
import { emptyTable } from './emptyTable.ts';
import { encodingNotUtf8 } from './encodingNotUtf8.ts';
import { invisibleCharacter } from './invisibleCharacter.ts';
import { missingToken } from './missingToken.ts';
import { noFeatureColumn } from './noFeatureColumn.ts';
import { nonFinite } from './nonFinite.ts';
import { noSampleColumn } from './noSampleColumn.ts';
import { notANumber } from './notANumber.ts';
import { outerSpace } from './outerSpace.ts';
import { raggedRow } from './raggedRow.ts';
import { repeatedValueDiffers } from './repeatedValueDiffers.ts';
import type { Rule } from './rule.ts';
import { spreadsheetError } from './spreadsheetError.ts';
import { summaryRow } from './summaryRow.ts';
import { thousandsSeparator } from './thousandsSeparator.ts';
import { unclosedQuote } from './unclosedQuote.ts';

/** Every rule. A new one is a file and a line here. */
export const rules: readonly Rule[] = [
  emptyTable,
  noFeatureColumn,
  noSampleColumn,
  raggedRow,
  unclosedQuote,
  encodingNotUtf8,
  bom,
  blankRow,
  outerSpace,
  invisibleCharacter,
  duplicateSample,
  duplicateFeatureId,
  repeatedValueDiffers,
  summaryRow,
  notANumber,
  missingToken,
  spreadsheetError,
  decimalComma,
  thousandsSeparator,
  nonFinite,
];
