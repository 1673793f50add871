import type { TableDetails } from '#shared/protocol/tables.ts';
import { count } from '../words.ts';

/** One answer to which sample sheet is a table's. */
export interface SheetChoice {
  readonly label: string;
  readonly description: string;
  readonly chooses: /** A sheet beside the table, by its file's name. */
  { readonly kind: 'beside'; readonly name: string } | { readonly kind: 'browse' | 'none' | 'takeBack' };
}

/** The sheets beside a table, with how many of its samples each describes, and what else may be answered. */
export function listSheetChoices(
  { sheet, sheetsBeside, samples, overridden }: Pick<TableDetails, 'sheet' | 'sheetsBeside' | 'samples' | 'overridden'>,
  mayTakeBack: boolean,
): readonly SheetChoice[] {
  const used = sheet?.state === 'used' ? sheet.name : null;
  const isNone = sheet === null && overridden.includes('sampleSheet');
  const mark = (label: string, isPresent: boolean): string => (isPresent ? `$(check) ${label}` : label);
  return [
    ...sheetsBeside.map(
      ({ name, described }): SheetChoice => ({
        label: mark(name, name === used),
        description: `${described} of ${count(samples, 'sample')}`,
        chooses: { kind: 'beside', name },
      }),
    ),
    { label: '$(folder-opened) Browse…', description: 'a file that lies elsewhere', chooses: { kind: 'browse' } },
    { label: mark('None', isNone), description: 'though one may lie beside it', chooses: { kind: 'none' } },
    ...(mayTakeBack
      ? [
          {
            label: '$(discard) The one beside the table that fits',
            description: 'takes back what you said',
            chooses: { kind: 'takeBack' },
          } as const,
        ]
      : []),
  ];
}
