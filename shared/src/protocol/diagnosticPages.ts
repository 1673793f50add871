/** The pages of the diagnostic codes, as the editor opens them: from the extension's own folder, wherever that is. */
import type { DiagnosticCode } from '../diagnostics.ts';

/** The URI scheme of the extension's documentation. */
export const documentationScheme = 'amprenta-docs';

/** Where a code's page is: `amprenta-docs:/diagnostics/mixed-scale.md`. */
export const diagnosticPageUri = (code: DiagnosticCode): string => `${documentationScheme}:/diagnostics/${code}.md`;

/** The path of a page below the folder of the documentation, `diagnostics/mixed-scale.md`; null for any other path. */
export function documentationPath(uriPath: string): string | null {
  return /^(?:\/[A-Za-z0-9][A-Za-z0-9-]*)+\.md$/.test(uriPath) ? uriPath.slice(1) : null;
}
