import { monthOf } from './monthNames.ts';

/** A day that a date may mean. */
export interface DayOfYear {
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const longestDate = 30;
/** What a date may begin with: every table's names are held against this, so that it says no quickly. */
const mayBegin = /^(?:\d{1,4}[-/. ]|\p{L}{3,10}\.?[- ]\d)/u;
const timeOfDay = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?$/i;
/** `1-Mar`, `01-Mar-20`, `1. März 2020`, `1 mars`, `1/mar`. */
const dayThenName = /^(\d{1,2})(?:[-/ ]|\.[ -]?)(\p{L}{3,10})\.?(?:[-/ .]{1,2}(?:\d{2}|\d{4}))?$/u;
/** `Mar-01`; names of worm genes (`sep-1`) have neither the zero nor the capital. */
const nameThenDay = /^(\p{Lu}\p{L}{2,9})\.?-(\d{2})$/u;
const smallNameThenDay = /^(\p{Ll}{3,10})\.?-(0\d)$/u;
/** `March 1, 2020`. */
const nameDayYear = /^(\p{L}{3,10})\.? (\d{1,2}),? \d{4}$/u;
/** `2006/09/02`, `2006-9-2`, `2006.09.02`. */
const yearFirst = /^(?:19|20)\d{2}([-/.])(\d{1,2})\1(\d{1,2})$/;
/** `01.03.`, `1.3.2020`: with dots the day comes first in every locale that writes them. */
const dotted = /^(\d{1,2})\. ?(\d{1,2})\.(?: ?(?:\d{4}|\d{2}))?$/;
/** `3/1`, `03/01/2020`, `3/1/20`, `03-01-2020`: the locale says which comes first. */
const slashed = /^(\d{1,2})(?:\/(\d{1,2})(?:\/(?:\d{4}|\d{2}))?|-(\d{1,2})-\d{4})$/;

/**
 * The days that a cell may mean where it is a date as spreadsheets write them, with or without a year and a time; numeric
 * dates by month before day and by day before month; null where it is no date.
 * Sources of the forms: Zeeberg et al. 2004, doi 10.1186/1471-2105-5-80; Ziemann et al. 2016,
 * doi 10.1186/s13059-016-1044-7; Abeysooriya et al. 2021, doi 10.1371/journal.pcbi.1008984.
 */
export function readSpreadsheetDate(cell: string): readonly DayOfYear[] | null {
  if (cell.length > longestDate || !mayBegin.test(cell)) return null;
  const date = cell.replace(timeOfDay, '');
  const dayFirst = dayThenName.exec(date);
  if (dayFirst) return named(dayFirst[2], dayFirst[1]);
  const nameFirst = nameThenDay.exec(date) ?? smallNameThenDay.exec(date) ?? nameDayYear.exec(date);
  if (nameFirst) return named(nameFirst[1], nameFirst[2]);
  const iso = yearFirst.exec(date);
  if (iso) return numbered([[iso[2], iso[3]]]);
  const dots = dotted.exec(date);
  if (dots) return numbered([[dots[2], dots[1]]]);
  const slashes = slashed.exec(date);
  const second = slashes?.[2] ?? slashes?.[3];
  if (!slashes) return null;
  return numbered([
    [slashes[1], second],
    [second, slashes[1]],
  ]);
}

function named(word = '', day = ''): readonly DayOfYear[] | null {
  const month = monthOf(word);
  return month === null ? null : numbered([[String(month), day]]);
}

function numbered(orders: readonly (readonly [string | undefined, string | undefined])[]): readonly DayOfYear[] | null {
  const days = orders
    .map(([month, day]) => ({ month: Number(month), day: Number(day) }))
    .filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  const [first, second] = days;
  if (!first) return null;
  return second && second.month === first.month ? [first] : days;
}
