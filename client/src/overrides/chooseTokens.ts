import { type QuickInputButton, ThemeIcon, window } from 'vscode';
import type { TableDetails } from '#shared/protocol/tables.ts';
import type { PartQuestion } from './chooseValue.ts';
import { readTokens, writeTokens } from './tokenList.ts';

/** Lets a person write what stands for a missing value; null takes back what was said, undefined leaves all as it is. */
export function chooseTokens(
  { missingTokens }: TableDetails,
  { title, placeholder, mayTakeBack }: PartQuestion,
): Promise<readonly string[] | null | undefined> {
  const back: QuickInputButton = { iconPath: new ThemeIcon('discard'), tooltip: 'As the table says' };
  const input = window.createInputBox();
  input.title = title;
  input.prompt = `Besides empty cells, NA and its like, separated by commas, as -999, 9999. ${placeholder}`;
  input.placeholder = '-999, 9999';
  input.value = writeTokens(missingTokens);
  input.ignoreFocusOut = true;
  input.buttons = mayTakeBack ? [back] : [];
  const { promise, resolve } = Promise.withResolvers<readonly string[] | null | undefined>();
  input.onDidChangeValue(() => {
    input.validationMessage = undefined;
  });
  input.onDidAccept(() => {
    const tokens = readTokens(input.value);
    if (tokens.length === 0) {
      input.validationMessage = 'Write at least one';
      return;
    }
    resolve(tokens);
    input.hide();
  });
  input.onDidTriggerButton(() => {
    resolve(null);
    input.hide();
  });
  input.onDidHide(() => {
    resolve(undefined);
    input.dispose();
  });
  input.show();
  return promise;
}
