/** What may stand under `rules` in a `.amprenta.json`; apart from its types, because the client need not load zod for those. */
import { z } from 'zod';
import type { DiagnosticEntry } from './diagnostics/entry.ts';
import { type DiagnosticCode, diagnostics } from './diagnostics.ts';
import { nearestWord } from './nearestWord.ts';
import { type RuleLevel, ruleLevels } from './ruleSettings.ts';

const levelMeanings: Readonly<Record<RuleLevel, string>> = {
  error: 'Shown as an error; the command line exits with 1.',
  warning: 'Shown as a warning.',
  information: 'Shown as information.',
  off: 'Not shown, but where it blocks ingestion.',
};

const codes = Object.keys(diagnostics) as DiagnosticCode[];

/** Levels by diagnostic code. */
export const ruleSettingsSchema = z
  .strictObject(Object.fromEntries(codes.map((code) => [code, levelOf(diagnostics[code])])) as LevelSchemas, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? unknownCodeText(issue.keys[0]) : undefined),
  })
  .partial()
  .meta({ id: 'rules' });

type LevelSchemas = Record<DiagnosticCode, z.ZodType<RuleLevel>>;

/** The editor's own JSON support shows the markdown and what each level does; other validators pass over it. */
function levelOf({ meaning, severity, blocks }: DiagnosticEntry): z.ZodType<RuleLevel> {
  const usual = `Usually: ${severity}${blocks ? ', and it blocks ingestion: it is shown even when it is off' : ''}.`;
  return z.enum(ruleLevels).meta({
    description: `${meaning} ${usual}`,
    markdownDescription: `${meaning}\n\n${usual}`,
    enumDescriptions: ruleLevels.map((level) => levelMeanings[level]),
  });
}

function unknownCodeText(written: unknown): string {
  const nearest = nearestWord(String(written), codes);
  const hint = nearest === null ? 'The README lists them all' : `Did you mean ${JSON.stringify(nearest)}?`;
  return `${JSON.stringify(written)} is no diagnostic code. ${hint}`;
}
