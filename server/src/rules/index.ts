import { ambiguousAnnotation } from './identifiers/ambiguousAnnotation.ts';
import { contaminantRow } from './identifiers/contaminantRow.ts';
import { decoyRow } from './identifiers/decoyRow.ts';
import { ensemblVersionMixed } from './identifiers/ensemblVersionMixed.ts';
import { excelDateGene } from './identifiers/excelDateGene.ts';
import { excelFloatId } from './identifiers/excelFloatId.ts';
import { excelSerialDateGene } from './identifiers/excelSerialDateGene.ts';
import { geneSymbolRenamed } from './identifiers/geneSymbolRenamed.ts';
import { proteinFastaHeader } from './identifiers/proteinFastaHeader.ts';
import { proteinGroupRepeats } from './identifiers/proteinGroupRepeats.ts';
import { proteinGroupSeparator } from './identifiers/proteinGroupSeparator.ts';
import { proteinIdCase } from './identifiers/proteinIdCase.ts';
import { proteinIdInvalid } from './identifiers/proteinIdInvalid.ts';
import { decimalComma } from './numbers/decimalComma.ts';
import { imputedSuspected } from './numbers/imputedSuspected.ts';
import { missingNumber } from './numbers/missingNumber.ts';
import { missingToken } from './numbers/missingToken.ts';
import { mixedScale } from './numbers/mixedScale.ts';
import { negativeCount } from './numbers/negativeCount.ts';
import { negativeMean } from './numbers/negativeMean.ts';
import { nonFinite } from './numbers/nonFinite.ts';
import { nonIntegerCount } from './numbers/nonIntegerCount.ts';
import { notANumber } from './numbers/notANumber.ts';
import { padjBelowP } from './numbers/padjBelowP.ts';
import { padjOrder } from './numbers/padjOrder.ts';
import { pExactlyZero } from './numbers/pExactlyZero.ts';
import { pOutOfRange } from './numbers/pOutOfRange.ts';
import { roundedScientific } from './numbers/roundedScientific.ts';
import { scaleUnknown } from './numbers/scaleUnknown.ts';
import { spreadsheetError } from './numbers/spreadsheetError.ts';
import { thousandsSeparator } from './numbers/thousandsSeparator.ts';
import { tpmSum } from './numbers/tpmSum.ts';
import type { Rule } from './rule.ts';
import { blankDominates } from './samples/blankDominates.ts';
import { blankRow } from './structure/blankRow.ts';
import { bom } from './structure/bom.ts';
import { columnsIdentical } from './structure/columnsIdentical.ts';
import { constantColumn } from './structure/constantColumn.ts';
import { duplicateFeatureId } from './structure/duplicateFeatureId.ts';
import { duplicateSample } from './structure/duplicateSample.ts';
import { emptyColumn } from './structure/emptyColumn.ts';
import { emptyTable } from './structure/emptyTable.ts';
import { encodingNotUtf8 } from './structure/encodingNotUtf8.ts';
import { invisibleCharacter } from './structure/invisibleCharacter.ts';
import { mixedLineEndings } from './structure/mixedLineEndings.ts';
import { noFeatureColumn } from './structure/noFeatureColumn.ts';
import { noSampleColumn } from './structure/noSampleColumn.ts';
import { outerSpace } from './structure/outerSpace.ts';
import { raggedRow } from './structure/raggedRow.ts';
import { repeatedValueDiffers } from './structure/repeatedValueDiffers.ts';
import { sampleNameIsPath } from './structure/sampleNameIsPath.ts';
import { summaryRow } from './structure/summaryRow.ts';
import { unclosedQuote } from './structure/unclosedQuote.ts';

/** Every rule. A new one is a file and a line here. */
export const rules: readonly Rule[] = [
  emptyTable,
  noFeatureColumn,
  noSampleColumn,
  raggedRow,
  unclosedQuote,
  encodingNotUtf8,
  bom,
  mixedLineEndings,
  blankRow,
  outerSpace,
  invisibleCharacter,
  duplicateSample,
  sampleNameIsPath,
  duplicateFeatureId,
  repeatedValueDiffers,
  summaryRow,
  columnsIdentical,
  emptyColumn,
  constantColumn,
  notANumber,
  missingToken,
  missingNumber,
  spreadsheetError,
  decimalComma,
  thousandsSeparator,
  nonFinite,
  pOutOfRange,
  padjBelowP,
  padjOrder,
  pExactlyZero,
  negativeMean,
  negativeCount,
  nonIntegerCount,
  roundedScientific,
  mixedScale,
  scaleUnknown,
  tpmSum,
  imputedSuspected,
  excelDateGene,
  excelSerialDateGene,
  excelFloatId,
  geneSymbolRenamed,
  proteinIdInvalid,
  proteinIdCase,
  proteinFastaHeader,
  proteinGroupSeparator,
  proteinGroupRepeats,
  contaminantRow,
  decoyRow,
  ensemblVersionMixed,
  ambiguousAnnotation,
  blankDominates,
];
