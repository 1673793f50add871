import { AmprentaError } from '#shared/errors.ts';
import type { SettingText } from './settingText.ts';

const truth: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['yes', true],
  ['false', false],
  ['0', false],
  ['no', false],
]);

/**
 * Reads true, false, 1, 0, yes, no in any case.
 * @throws invalidInput for anything else, naming the place
 */
export function readBoolean({ text, place }: SettingText): boolean {
  const value = truth.get(text.toLowerCase());
  if (value === undefined) {
    throw new AmprentaError('invalidInput', `${place} is "${text}". Write true or false (or 1, 0, yes, no).`);
  }
  return value;
}

/**
 * Reads a TCP port.
 * @throws invalidInput for anything else, naming the place
 */
export function readPort({ text, place }: SettingText): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) {
    throw new AmprentaError('invalidInput', `${place} is "${text}". Write a port from 1 to 65535, usually 5432.`);
  }
  return port;
}
