import { z } from "zod";
import { entryPath } from "~db/schema/entry";
import { type FollowedKind, followedKinds } from "~db/schema/telling";

/** What can be followed: an entry of some kinds, or a theme. */
export interface Followed {
  kind: FollowedKind;
  id: string;
}

/** As the list shows it. */
export interface FollowedLine extends Followed {
  name: string;
  path: string;
}

/** One person follows so many at the most. */
export const mostFollowed = 500;

export const followForm = z.object({
  kind: z.enum(followedKinds, "form.gone"),
  id: z.string().min(1, "form.gone").max(300, "form.gone"),
});

export const followedPath = ({ kind, id }: Followed): string =>
  kind === "theme" ? `/search?theme=${encodeURIComponent(id)}` : entryPath({ kind, id });

const pages: [path: RegExp, kind: FollowedKind][] = [
  [/^\/cities\/([^/]+)$/, "city"],
  [/^\/tools\/([^/]+)$/, "tool"],
  [/^\/networks\/([^/]+)$/, "network"],
  [/^\/practices\/([^/]+)$/, "practice"],
  [/^\/case-studies\/([^/]+)$/, "case-study"],
  [/^\/documents\/([^/]+)$/, "document"],
  [/^\/documents\/([^/]+\/[^/]+)$/, "provision"],
];

/** What the page at this address is about, if that can be followed. */
export function followedAt(path: string): Followed | undefined {
  for (const [pattern, kind] of pages) {
    const id = pattern.exec(path)?.[1];
    if (id) return { kind, id };
  }
  return undefined;
}
