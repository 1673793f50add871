import { AmprentaError } from '#shared/errors.ts';
import { type Orientation, type OverrideName, type Overrides, orientations, overrideNames } from '#shared/overrides.ts';
import { isZeroToken } from '#shared/valueTokens.ts';
import type { Head } from '../table/head.ts';
import { followColumns } from './followColumns.ts';
import type { Reading } from './layout.ts';
import { layouts } from './layouts/index.ts';
import type { Quantity } from './profile.ts';

/** What a person decided, in the order in which it is told. */
export function overridesOf(overrides: Overrides): readonly OverrideName[] {
  return overrideNames.filter((name) => overrides[name] !== undefined);
}

/**
 * A layout's reading with the omics type, columns, primary quantity, scale and meaning of zero that a person names.
 * @throws invalidInput where the table has no such column or quantity, naming those it has
 */
export function followOverrides(head: Head, read: Reading, overrides: Overrides): Reading {
  const { omicsType, quantity, scale } = overrides;
  const typed = omicsType ? { ...read, omicsType, omicsEvidence: 'A person said so.' } : read;
  const reading = followColumns(head, typed, overrides);
  const chosen = quantity === undefined ? reading.quantities : withPrimary(head.name, reading.quantities, quantity);
  const scaled = scale === undefined ? chosen : chosen.map((one) => (one.primary ? { ...one, scale } : one));
  const zeroIsValue = overrides.valueTokens?.some(isZeroToken) === true;
  const quantities = zeroIsValue ? scaled.map((one) => ({ ...one, zeroIsMissing: false })) : scaled;
  return { ...reading, quantities };
}

/** The error of a layout that is not known, or does not recognise a head. */
export function unreadableLayout(head: Head, asked: string): AmprentaError {
  const able = layouts.filter((layout) => layout.recognize(head) !== null).map((layout) => layout.name);
  const isKnown = layouts.some((layout) => layout.name === asked);
  return new AmprentaError(
    'invalidInput',
    `${head.name} can't be read as ${asked}: ${isKnown ? 'what that tool writes is not in it' : 'no such layout is known'}. ` +
      `It can be read as ${able.join(', ')}. Change "layout" in .amprenta.json, or take it out.`,
  );
}

/**
 * The error of a table that does not lie as a person says.
 * @param layout what the person also says; without it, any layout may read the table
 */
export function unreadableOrientation(head: Head, asked: Orientation, layout: string | undefined): AmprentaError {
  const { orientation: _, ...plain } = head;
  const named = layouts.filter(({ name }) => layout === undefined || name === layout);
  const readings = named.flatMap((one) => one.recognize(plain) ?? []);
  if (readings.length === 0 && layout !== undefined) return unreadableLayout(plain, layout);
  const able = orientations.filter((orientation) =>
    named.some((one) => one.recognize({ ...head, orientation })?.shape === orientation),
  );
  const surest = readings.sort((one, other) => other.confidence - one.confidence)[0];
  const shape = surest?.shape ?? 'unknown';
  const otherwise =
    shape === 'unknown'
      ? 'No measured column was found in it.'
      : `Its shape is ${inWords(shape)}, which lies one way only.`;
  const possible = able.length > 0 ? `It can be read with ${able.map(inWords).join(' or ')}.` : otherwise;
  const layoutWords = layout === undefined ? '' : ` as ${layout}`;
  return new AmprentaError(
    'invalidInput',
    `${head.name} can't be read${layoutWords} with ${inWords(asked)}. ${possible} ` +
      'Change "orientation" in .amprenta.json, or take it out.',
  );
}

const inWords = (name: string): string => name.replaceAll('-', ' ');

function withPrimary(name: string, quantities: readonly Quantity[], asked: string): readonly Quantity[] {
  if (!quantities.some((quantity) => quantity.name === asked)) {
    const names = quantities.flatMap((quantity) => quantity.name ?? []);
    const has = names.length > 0 ? `It has ${names.join(', ')}.` : 'Its quantity has no name.';
    throw new AmprentaError(
      'invalidInput',
      `${name} has no quantity ${asked}. ${has} Change "quantity" in .amprenta.json, or take it out.`,
    );
  }
  return quantities.map((quantity) => ({ ...quantity, primary: quantity.name === asked }));
}
