import { expect, it } from 'vitest';
import { startRecentLog } from '../../../server/src/lsp/recentLog.ts';

it('keeps the last 200 messages, the oldest first', () => {
  const recent = startRecentLog();
  for (let index = 1; index <= 203; index++) recent.add('info', `message ${index}`);
  const lines = recent.lines();
  expect(lines).toHaveLength(200);
  expect(lines[0]).toMatch(/^\d{4}-.*Z \[info\] message 4$/);
  expect(lines.at(-1)).toMatch(/message 203$/);
});
