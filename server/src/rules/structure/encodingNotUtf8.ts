import type { Encoding } from '#shared/dataset.ts';
import type { Rule, RuleContext } from '../rule.ts';

const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 with a byte order mark',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252',
  'iso-8859-1': 'ISO-8859-1 (Latin-1)',
};

/**
 * A file in another encoding than UTF-8, and bytes that no text has. A file that can't be decoded is never written
 * again by a fix: what its bytes meant would be lost. Silent: ASCII, which is UTF-8.
 */
export const encodingNotUtf8: Rule = {
  codes: ['encoding-not-utf8'],
  start(context) {
    const { encoding, undecodable } = context.profile;
    if (undecodable) return { end: () => reportUndecodable(context) };
    if (encoding === 'utf-8' || encoding === 'utf-8-bom') return null;
    return {
      end() {
        context.atFile({
          code: 'encoding-not-utf8',
          message: `The file is written in ${encodingNames[encoding]}. Save it as UTF-8, which every program reads alike.`,
          fixes: [{ title: 'Save as UTF-8', safe: true, edits: [], saveAs: 'utf-8' }],
        });
      },
    };
  },
};

function reportUndecodable(context: RuleContext): void {
  context.atFile({
    code: 'encoding-not-utf8',
    severity: 'error',
    blocks: true,
    message: `The file holds bytes that are no text in ${encodingNames[context.profile.encoding]}: it is damaged, or no text file. Export it again as UTF-8.`,
  });
}
