import { genesOfDay } from '../../identifiers/dateGenes.ts';
import { readSerial, type SerialDay } from '../../identifiers/spreadsheetSerial.ts';
import type { Place } from '../place.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { replaceName } from './replaceName.ts';
import { symbolStyleOf } from './symbolStyle.ts';
import { type NameWatch, watchGeneNames } from './watchGeneNames.ts';

/**
 * A five-digit number in a column of gene names that is a spreadsheet's serial number of a date that a gene may have been
 * turned into, by the date system of 1900 or of 1904: each gene by each system that fits all such numbers of the column
 * is a choice. Abeysooriya et al. 2021, doi 10.1371/journal.pcbi.1008984, found these in published tables.
 * Silent: wherever {@link watchGeneNames} is; columns with any other number, which are ids of genes that have no symbol.
 */
export const excelSerialDateGene: Rule = {
  codes: ['excel-serial-date-gene'],
  comparesRows: true,
  start(context) {
    return watchGeneNames(context, () => watchSerials(context));
  },
};

interface FoundSerial {
  readonly text: string;
  readonly place: Place;
  readonly days: readonly SerialDay[];
}

const anyNumber = /^\d+(?:\.\d*)?$/;

function watchSerials(context: RuleContext): NameWatch {
  const serials: FoundSerial[] = [];
  let otherNumbers = false;
  return {
    see({ name, row, cell, dataRow }) {
      if (otherNumbers || !anyNumber.test(name)) return;
      const days = name.length === 5 ? readSerial(Number(name)).filter((day) => genesOfDay(day).length > 0) : [];
      if (days.length === 0) otherNumbers = true;
      else serials.push({ text: String(Number(name)), place: context.placeOf(row, cell, dataRow), days });
    },
    end(names) {
      if (otherNumbers) return;
      const fits = (system: number): boolean => serials.every(({ days }) => days.some((day) => day.system === system));
      const systems = [1900, 1904].filter(fits);
      if (systems.length === 0) return;
      const write = symbolStyleOf(names);
      for (const { text, place, days } of serials) {
        const choices = days
          .filter(({ system }) => systems.includes(system))
          .flatMap((day) => genesOfDay(day).map(({ symbol }) => ({ symbol: write(symbol), reason: dateOf(day) })));
        context.atPlace(place, {
          code: 'excel-serial-date-gene',
          message: `"${text}" in a column of gene names is a spreadsheet's number for a date, into which it turned a name: ${choices.map(({ symbol, reason }) => `${symbol} (${reason})`).join(', ')}.`,
          fixes: choices.map(({ symbol, reason }) => replaceName(context, place, symbol, reason)),
        });
      }
    },
  };
}

function dateOf({ year, month, day, system }: SerialDay): string {
  const date = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return `${date} by the date system of ${system}`;
}
