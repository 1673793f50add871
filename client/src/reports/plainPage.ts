/**
 * A report as it is saved to be passed on: without the links that only this window can follow. Whatever stands in the
 * table is escaped in a report, so that nothing else looks like these.
 */
export const plainPage = (html: string): string => html.replaceAll(/<a href="command:[^"]*">([^<]*)<\/a>/g, '$1');
