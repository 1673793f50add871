import { readTableSettings } from '../../server/src/config/tableSettings.ts';
import type { Overrides } from '../../shared/src/overrides.ts';

/** What a person says of how a table is read. */
export async function readOverrides(tablePath: string, baseFolder: string): Promise<Overrides> {
  return (await readTableSettings(tablePath, baseFolder)).overrides;
}
