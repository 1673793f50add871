import { expect, it } from 'vitest';
import { Questions } from '../../../client/src/questions.ts';

const token = (isCancellationRequested: boolean) => ({
  isCancellationRequested,
  onCancellationRequested: () => ({ dispose: () => undefined }),
});

it('names what broke off, and not what was answered, was cancelled by a person, or was over before', async () => {
  const questions = new Questions();
  const [over, stored] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
  const [cancelled, broken] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
  questions.add({ doing: 'what was over', answer: over.promise, token: undefined });
  over.reject(new Error('a failure that was told'));
  await over.promise.catch(() => undefined);
  questions.add({ doing: 'what was stored', answer: stored.promise, token: token(false) });
  questions.add({ doing: 'what was cancelled', answer: cancelled.promise, token: token(true) });
  questions.add({ doing: 'the ingest of a.csv', answer: broken.promise, token: token(false) });
  const told = questions.brokenOff();
  stored.resolve(null);
  cancelled.reject(new Error('cancelled'));
  broken.reject(new Error('the server has ended'));
  expect(await told).toEqual(['the ingest of a.csv']);
  expect(await questions.brokenOff()).toEqual([]);
});
