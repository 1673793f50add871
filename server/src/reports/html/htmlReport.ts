import type { Validation } from '../../rules/validate.ts';
import { tableFacts } from '../tableFacts.ts';
import { countSeverities, numberOf, severityCounts } from '../words.ts';
import { escapeHtml } from './escapeHtml.ts';
import { figuresSection } from './figuresSection.ts';
import { findingsSection, type PlaceLink } from './findingsSection.ts';
import { pageStyles } from './pageStyles.ts';
import type { ReportFigures } from './reportFigures.ts';

/** What a report is made from. */
export interface HtmlReportParts {
  /** The file's name as the person knows it. */
  readonly title: string;
  readonly validation: Validation;
  readonly figures: ReportFigures;
  /** Which sample sheet is used; null where there is nothing to say. */
  readonly sheet: string | null;
  /** Why what a person said of the table could not be followed; null where it could, or nothing was said. */
  readonly problem: string | null;
  readonly linkOf: PlaceLink;
}

/**
 * One page about one table: what it is taken for and why, what is wrong in it, where values are missing and how each
 * sample's lie. It has no script and loads nothing.
 */
export function htmlReport({ title, validation, figures, sheet, problem, linkOf }: HtmlReportParts): string {
  const { findings, profile } = validation;
  const facts = tableFacts(validation, sheet).map(
    ({ label, text }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd>`,
  );
  const blocking = findings.filter(({ blocks }) => blocks).length;
  const verdict =
    blocking > 0
      ? `<span class="error">${numberOf(blocking, 'finding blocks', 'findings block')} ingestion.</span>`
      : 'Nothing blocks ingestion.';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title><style>${pageStyles}</style></head><body>
<h1>${escapeHtml(title)}</h1>
<p class="verdict">${findings.length === 0 ? 'No findings' : severityCounts(countSeverities(findings))}. ${verdict}</p>
${problem === null ? '' : `<p class="warning">${escapeHtml(problem)}</p>\n`}<dl>${facts.join('')}</dl>
${findingsSection(findings, linkOf)}
${figuresSection(figures, profile.shape === 'samples-in-rows')}
</body></html>
`;
}
