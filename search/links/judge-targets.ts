import type { LinkDraft } from "../port";
import type { LinkIndex } from "./link-index.server";
import { countTerms, likeness, titleWorth, type Vector } from "./vectors";

/** What speaks for a link, each from 0 to about 1. */
export const signalNames = [
  "says",
  "codes",
  "notes",
  "names",
  "near",
  "often",
  "relatedSay",
  "relatedCodes",
  "relatedNear",
] as const;
export type Signals = Record<(typeof signalNames)[number], number>;

export interface JudgedTarget {
  index: number;
  signals: Signals;
  /** How many of the entries that are most like the draft link to it. */
  neighbours: number;
  /** Linked already: related to it. */
  linkedRelated: string | null;
}

/** So many entries like the draft are asked what they link to. */
const mostNeighbours = 12;
/** Themes, rights and groups in common, beside words in common. */
const codesWorth = 0.6;

/** How each target fits a draft, by each signal. */
export function judgeTargets(index: LinkIndex, draft: LinkDraft): { vector: Vector; judged: JudgedTarget[] } {
  const counts = countTerms(index.reader.read(draft.title, draft.language), titleWorth, new Map());
  for (const text of draft.texts) countTerms(index.reader.read(text, draft.language), 1, counts);
  const vector = index.weigh(counts);
  const codes = index.weighCodes(draft.codes);
  const near = nearest(index, vector, codes);
  const nearSum = near.reduce((sum, { worth }) => sum + worth, 0) || 1;
  const placeOf = new Map(index.targets.map(({ target }, place) => [target.id, place]));
  const says = index.targets.map((target) => likeness(vector, target.vector));
  const shared = index.targets.map((target) => likeness(codes, target.codes));
  const nearOf = new Float64Array(index.targets.length);
  const neighbours = new Uint16Array(index.targets.length);
  for (const { links, worth } of near) {
    for (const place of new Set(links.flatMap(({ to }) => placeOf.get(to) ?? []))) {
      nearOf[place] = (nearOf[place] ?? 0) + worth / nearSum;
      neighbours[place] = (neighbours[place] ?? 0) + 1;
    }
  }
  const judged = index.targets.map(({ notes, names, related, linked }, place): JudgedTarget => {
    const places = related.flatMap((id) => placeOf.get(id) ?? []);
    // Of few relations, each says less by itself.
    const mean = (of: ArrayLike<number>) =>
      places.reduce((sum, other) => sum + (of[other] ?? 0), 0) / (places.length + 1);
    return {
      index: place,
      neighbours: neighbours[place] ?? 0,
      linkedRelated: related.find((id) => draft.linked.includes(id)) ?? null,
      signals: {
        says: says[place] ?? 0,
        codes: shared[place] ?? 0,
        notes: likeness(vector, notes),
        names: likeness(vector, names),
        near: nearOf[place] ?? 0,
        often: Math.log(1 + linked) / 4,
        relatedSay: mean(says),
        relatedCodes: mean(shared),
        relatedNear: mean(nearOf),
      },
    };
  });
  return { vector, judged };
}

/** The entries most like the draft; likeness counts twice over, so that a close one outweighs several that are hardly like it. */
function nearest(index: LinkIndex, vector: Vector, codes: Vector) {
  return index.entries
    .map(({ entry, vector: other, codes: otherCodes }) => {
      const alike = likeness(vector, other) + codesWorth * likeness(codes, otherCodes);
      return { links: entry.links, worth: alike * alike };
    })
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostNeighbours);
}
