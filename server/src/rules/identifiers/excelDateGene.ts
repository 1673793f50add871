import { type DateGene, genesOfDay } from '../../identifiers/dateGenes.ts';
import { readSpreadsheetDate } from '../../identifiers/spreadsheetDate.ts';
import { renamedSymbols } from '../../identifiers/symbolRenames.ts';
import { ownedText } from '../../table/ownedText.ts';
import { shown } from '../columnKinds.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { replaceName } from './replaceName.ts';
import { symbolStyleOf } from './symbolStyle.ts';
import { type NameWatch, watchGeneNames } from './watchGeneNames.ts';

/** Renamed families in a column, by their old and by their new names, with what is derived from them (`SEPT7-AS1`). */
const oldName = /^(?:SEPT\d+(?:P\d+)?|MARCH\d+|MARC[12]|DEC1|SEP15)(?:-(?:AS|DT|IT)\d*)?$/i;
const newName = /^(?:SEPTIN\d|MARCHF\d|MTARC\d|DELEC1|SELENOF)/i;

/**
 * A date in a column of gene names. Each gene that may have stood there is a choice, by its symbol of today, and by the
 * old one too where the rest of the column uses old names; numeric dates are read in both orders of month and day.
 * Silent: wherever {@link watchGeneNames} is.
 */
export const excelDateGene: Rule = {
  codes: ['excel-date-gene'],
  comparesRows: true,
  start(context) {
    return watchGeneNames(context, () => watchDates(context));
  },
};

interface FoundDate {
  readonly text: string;
  readonly place: Place;
  readonly genes: readonly DateGene[];
}

function watchDates(context: RuleContext): NameWatch {
  const dates: FoundDate[] = [];
  let usesOld = false;
  let usesNew = false;
  return {
    see({ name, row, cell, dataRow }) {
      const days = readSpreadsheetDate(name);
      if (days === null) {
        if (!usesOld && oldName.test(name)) usesOld = true;
        if (!usesNew && newName.test(name)) usesNew = true;
        return;
      }
      const text = ownedText(name);
      dates.push({ text, place: context.placeOf(row, cell, dataRow), genes: days.flatMap(genesOfDay) });
    },
    end(names) {
      const write = symbolStyleOf(names);
      const withOld = usesOld && !usesNew;
      for (const { text, place, genes } of dates) {
        const symbols = genes.flatMap(({ symbol, written }) =>
          withOld && renamedSymbols.has(written) ? [written, symbol] : [symbol],
        );
        const choices = [...new Set(symbols)].map(write);
        context.atPlace(place, {
          code: 'excel-date-gene',
          message: `${shown(text)} is a date in a column of gene names: a spreadsheet turned a name into it. ${advice(choices)}`,
          fixes: choices.map((symbol) => replaceName(context, place, symbol)),
        });
      }
    },
  };
}

function advice(choices: readonly string[]): string {
  if (choices.length === 0) return 'No gene is known that it stands for; look the row up in the original table.';
  if (choices.length === 1) return `It stood for ${choices[0]}.`;
  return `It stood for one of ${choices.join(', ')}; the original table tells which.`;
}
