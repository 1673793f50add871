import type { PoolClient } from 'pg';
import type { FeatureRef } from '../ingest/draft.ts';
import { writeUuids } from './arrayBinary.ts';
import { storableText } from './storableText.ts';
import { namedUuid, uuidBytes } from './uuid.ts';

/** The UUID namespace of features; drawn once at random, and never to be changed: stored ids are made from it. */
const featureNamespace = uuidBytes('0a7c1d53-64c2-4c5e-8f0b-2f6f3f1f9a75');

/** So many features go in one statement. */
const statementSize = 20_000;

interface KnownFeature extends FeatureRef {
  readonly id: Buffer;
}

/**
 * The features that a dataset refers to. Their ids are made from what they are, so that rows can be written before the
 * features are, and two loaders of the same feature agree without asking.
 */
export class FeatureIds {
  private readonly features = new Map<string, KnownFeature>();

  /** The 16 bytes of a feature's id; the feature is kept for {@link save}. */
  of(feature: FeatureRef): Buffer {
    const normalName = storableText(feature.normalName);
    // The name comes last, so that no two features have one key whatever is in it.
    const key = `${feature.kind} ${feature.namespace} ${feature.taxon ?? ''} ${normalName}`;
    const known = this.features.get(key);
    if (known) return known.id;
    const id = namedUuid(featureNamespace, key);
    this.features.set(key, { ...feature, normalName, id });
    return id;
  }

  /**
   * Writes the features that no dataset had yet. In the order of their ids, also across statements: a loader that has to
   * wait for another's feature then never holds one that the other waits for. Most features are known already; asking
   * which are not, by their bytes, took a fifth of the time of sending all their names. ON CONFLICT is for those that
   * another loader writes at this moment.
   */
  async save(client: PoolClient): Promise<void> {
    const sorted = (await this.unknown(client)).sort((a, b) => Buffer.compare(a.id, b.id));
    for (let start = 0; start < sorted.length; start += statementSize) {
      const part = sorted.slice(start, start + statementSize);
      await client.query(
        `INSERT INTO feature (id, kind, namespace, taxon, normal_name)
         SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::integer[], $5::text[])
           AS new (id, kind, namespace, taxon, normal_name)
         ORDER BY id
         ON CONFLICT DO NOTHING`,
        [
          part.map(({ id }) => id.toString('hex')),
          part.map(({ kind }) => kind),
          part.map(({ namespace }) => namespace),
          part.map(({ taxon }) => taxon),
          part.map(({ normalName }) => normalName),
        ],
      );
    }
  }

  private async unknown(client: PoolClient): Promise<KnownFeature[]> {
    const features = [...this.features.values()];
    if (features.length === 0) return features;
    const { rows } = await client.query<{ position: number }>(
      `SELECT ordinality::integer - 1 AS position FROM unnest($1::uuid[]) WITH ORDINALITY AS new (id, ordinality)
       WHERE NOT EXISTS (SELECT FROM feature AS known WHERE known.id = new.id)`,
      [writeUuids(features.map(({ id }) => id))],
    );
    return rows.flatMap(({ position }) => features[position] ?? []);
  }
}
