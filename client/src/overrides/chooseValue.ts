import { type QuickPickItem, window } from 'vscode';
import type { TableDetails } from '#shared/protocol/tables.ts';
import { type ChoicePart, listPossibilities, presentValue } from './possibilities.ts';

/** How a person is asked for a part. */
export interface PartQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** Whether there is something of the person's to take back. */
  readonly mayTakeBack: boolean;
}

interface Choice extends QuickPickItem {
  readonly value: string | null;
}

/** Lets a person choose one value; null takes back what was said, undefined leaves all as it is. */
export async function chooseValue(
  part: ChoicePart,
  details: TableDetails,
  { title, placeholder, mayTakeBack }: PartQuestion,
): Promise<string | null | undefined> {
  const present = presentValue(part, details);
  const choices = listPossibilities(part, details).map(
    ({ value, label, description, detail }): Choice => ({
      value,
      label: value === present ? `$(check) ${label}` : label,
      description,
      detail,
    }),
  );
  const back: Choice = {
    value: null,
    label: '$(discard) As the table says',
    description: 'takes back what you said',
  };
  const chosen = await window.showQuickPick(mayTakeBack ? [...choices, back] : choices, {
    title,
    placeHolder: placeholder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.value;
}
