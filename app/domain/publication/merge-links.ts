import type { Evidence, LinkType } from "~db/schema/link";

/** What a link says, besides where it leads. */
export interface LinkText {
  evidence: Evidence | null;
  note: string | null;
}

/** By where they lead and what they are: `type to`. */
export type LinksByKey = ReadonlyMap<string, LinkText>;

export const linkKey = ({ type, to_id }: { type: LinkType; to_id: string }): string => `${type} ${to_id}`;

/**
 * The links of a next version. `bases` are what curators have edited since its draft began, as it was before (null: it was not there);
 * `current` is what they made of it. What the authors left as it was stays as the curators made it; what they touched is theirs; of a
 * link that both touched, evidence and note are weighed apart.
 */
export function mergeLinks(
  drafted: LinksByKey,
  { bases, current }: { bases: ReadonlyMap<string, LinkText | null>; current: LinksByKey },
): Map<string, LinkText> {
  const merged = new Map(drafted);
  for (const [key, base] of bases) {
    const link = weigh(base, drafted.get(key) ?? null, current.get(key) ?? null);
    if (link) merged.set(key, link);
    else merged.delete(key);
  }
  return merged;
}

function weigh(base: LinkText | null, drafted: LinkText | null, current: LinkText | null): LinkText | null {
  if (isSame(base, drafted)) return current;
  if (!base || !drafted || !current) return drafted;
  return {
    evidence: drafted.evidence === base.evidence ? current.evidence : drafted.evidence,
    note: drafted.note === base.note ? current.note : drafted.note,
  };
}

const isSame = (one: LinkText | null, other: LinkText | null): boolean =>
  one?.evidence === other?.evidence && one?.note === other?.note;
