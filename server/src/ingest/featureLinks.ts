import { recognizeId } from '../identifiers/knownIds.ts';
import type { Profile } from '../profiles/profile.ts';
import { ownedText } from '../table/ownedText.ts';
import type { DraftMember, FeatureRef } from './draft.ts';

/** What a row's identifier links it to. */
export interface FeatureLink {
  /** The one feature that the row is about; null for groups and for names that are no ids of a known form. */
  readonly feature: FeatureRef | null;
  /** The members of a group, the first being its lead. */
  readonly members: readonly DraftMember[];
}

/** A row that links to nothing. */
export const noLink: FeatureLink = { feature: null, members: [] };

/**
 * Makes a function that links an identifier cell. Only ids of a known form become shared features: a name that is not
 * understood keeps its raw name and links to nothing. A group of several members is none of them, so it links through
 * its members only.
 */
export function featureLinker(profile: Profile, linking: boolean): (identifier: string) => FeatureLink {
  const { identity } = profile;
  const namespace = identity?.namespace ?? null;
  if (!linking || identity === null || namespace === null) return () => noLink;
  const toFeature = (raw: string): FeatureRef | null => {
    const normalName = recognizeId(namespace, raw.trim());
    return normalName === null
      ? null
      : { kind: identity.kind, namespace, taxon: null, normalName: ownedText(normalName) };
  };
  const separator = identity.groupSeparator;
  return (identifier) => {
    if (separator === null || !identifier.includes(separator)) {
      return { feature: toFeature(identifier), members: [] };
    }
    const members = identifier.split(separator).flatMap((part, rank): DraftMember[] => {
      const feature = toFeature(part);
      return feature === null ? [] : [{ feature, rank, role: rank === 0 ? 'lead' : 'member' }];
    });
    return { feature: null, members };
  };
}
