import type { Rule } from '../rule.ts';

/** A byte order mark before UTF-8. Silent: UTF-16, which needs it. */
export const bom: Rule = {
  codes: ['bom'],
  start(context) {
    if (context.profile.encoding !== 'utf-8-bom') return null;
    return {
      end() {
        context.atFile({
          code: 'bom',
          message:
            'The file begins with a byte order mark, which many programs take for a part of the first name. Save it without.',
          fixes: context.profile.undecodable
            ? []
            : [{ title: 'Remove the byte order mark', safe: true, edits: [], saveAs: 'utf-8' }],
        });
      },
    };
  },
};
