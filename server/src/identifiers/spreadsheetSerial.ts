import type { DayOfYear } from './spreadsheetDate.ts';

/** A day that a serial number means, and by which of the two date systems. */
export interface SerialDay extends DayOfYear {
  readonly year: number;
  readonly system: DateSystem;
}

/** Where a spreadsheet begins to count days; 1904 was the default of Excel for the Macintosh before its version of 2011. */
export type DateSystem = 1900 | 1904;

const dayMs = 86_400_000;
/**
 * Day 0 of each system. The 1900 system counts a 29 February 1900 that never was, so that for every later day it begins
 * at 30 December 1899.
 * Source: Microsoft, "Differences between the 1900 and the 1904 date system in Excel".
 */
const firstDay: Readonly<Record<DateSystem, number>> = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

/** The year that is put to a symbol is the one it was typed in: none before spreadsheets knew genes, none far ahead. */
const earliestYear = 1990;
const latestYear = 2040;

/** The days that a whole number may mean as a spreadsheet's serial number of a date in the years 1990 to 2040. */
export function readSerial(serial: number): readonly SerialDay[] {
  return ([1900, 1904] as const).flatMap((system) => {
    const date = new Date(firstDay[system] + serial * dayMs);
    const year = date.getUTCFullYear();
    if (year < earliestYear || year > latestYear) return [];
    return [{ system, year, month: date.getUTCMonth() + 1, day: date.getUTCDate() }];
  });
}
