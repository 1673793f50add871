import { type QuickInputButton, ThemeIcon, window } from 'vscode';
import type { TokenOverride } from '#shared/overrides.ts';
import type { TableDetails } from '#shared/protocol/tables.ts';
import { isSameToken, problemOfValueToken } from '#shared/valueTokens.ts';
import type { PartQuestion } from './chooseValue.ts';
import { partNames } from './possibilities.ts';
import { readTokens, writeTokens } from './tokenList.ts';

const prompts = {
  missingTokens: 'Besides empty cells, NA and its like, separated by commas, as -999, 9999.',
  valueTokens: '0 where it was measured; a word such as NA that names a group of samples. Separated by commas.',
} as const satisfies Record<TokenOverride, string>;

const examples = { missingTokens: '-999, 9999', valueTokens: '0' } as const satisfies Record<TokenOverride, string>;

/**
 * Lets a person write what stands for a missing value, or what does not although it usually would; null takes back what
 * was said, undefined leaves all as it is.
 */
export function chooseTokens(
  part: TokenOverride,
  details: TableDetails,
  { title, placeholder, mayTakeBack }: PartQuestion,
): Promise<readonly string[] | null | undefined> {
  const back: QuickInputButton = { iconPath: new ThemeIcon('discard'), tooltip: 'As the table says' };
  const input = window.createInputBox();
  input.title = title;
  input.prompt = `${prompts[part]} ${placeholder}`;
  input.placeholder = examples[part];
  input.value = writeTokens(details[part]);
  input.ignoreFocusOut = true;
  input.buttons = mayTakeBack ? [back] : [];
  const { promise, resolve } = Promise.withResolvers<readonly string[] | null | undefined>();
  input.onDidChangeValue(() => {
    input.validationMessage = undefined;
  });
  input.onDidAccept(() => {
    const tokens = readTokens(input.value);
    const problem = problemOf(part, tokens, details);
    if (problem !== null) {
      input.validationMessage = problem;
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

function problemOf(part: TokenOverride, tokens: readonly string[], details: TableDetails): string | null {
  if (tokens.length === 0) return 'Write at least one';
  const other = part === 'valueTokens' ? 'missingTokens' : 'valueTokens';
  const said = details.overridden.includes(other) ? details[other] : [];
  const both = tokens.find((token) => said.some((one) => isSameToken(one, token)));
  if (both !== undefined) return `${both} stands in "${partNames[other]}" too, and can't be both`;
  const problems = part === 'valueTokens' ? tokens.flatMap((token) => problemOfValueToken(token) ?? []) : [];
  return problems[0] ?? null;
}
