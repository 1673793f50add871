import type { ValueFlag } from '#shared/dataset.ts';
import { type CellKind, type CellReading, cellKinds } from '../values/cellKind.ts';

/** What is stored of a cell: a number (NaN: missing), and why it is not the plain number of its cell. */
export interface StoredValue {
  readonly value: number;
  readonly flag: ValueFlag | null;
}

/** What each kind of irregular cell is stored as: its number or nothing, and with which flag. */
const storedKinds: Readonly<Record<CellKind, { readonly keepsNumber: boolean; readonly flag: ValueFlag | null }>> = {
  [cellKinds.number]: { keepsNumber: true, flag: null },
  [cellKinds.empty]: { keepsNumber: false, flag: null },
  [cellKinds.missingToken]: { keepsNumber: false, flag: null },
  [cellKinds.notDetected]: { keepsNumber: false, flag: 'belowLod' },
  [cellKinds.belowLod]: { keepsNumber: false, flag: 'belowLod' },
  [cellKinds.aboveUloq]: { keepsNumber: false, flag: 'aboveUloq' },
  [cellKinds.filtered]: { keepsNumber: false, flag: 'filtered' },
  [cellKinds.nonFinite]: { keepsNumber: true, flag: 'nonFinite' },
  [cellKinds.spacedNumber]: { keepsNumber: true, flag: null },
  [cellKinds.otherSeparator]: { keepsNumber: true, flag: 'otherNotation' },
  [cellKinds.thousands]: { keepsNumber: true, flag: 'otherNotation' },
  [cellKinds.spreadsheetError]: { keepsNumber: false, flag: 'unread' },
  [cellKinds.text]: { keepsNumber: false, flag: 'unread' },
  [cellKinds.saidMissing]: { keepsNumber: false, flag: 'saidMissing' },
};

/** What is stored of a cell that is no plain number. */
export function storeIrregular(reading: CellReading): StoredValue {
  const { keepsNumber, flag } = storedKinds[reading.kind];
  return { value: keepsNumber ? reading.value : Number.NaN, flag };
}

/** True where a cell of this kind is stored with a number. */
export function isStoredNumber(kind: CellKind): boolean {
  return storedKinds[kind].keepsNumber;
}
