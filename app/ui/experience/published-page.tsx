import type { MetaDescriptor } from "@remix-run/react";
import type { frameOf } from "~/ui/meta";
import { experienceMeta } from "./experience-meta";
import { ExperiencePageView, type ShownExperience } from "./experience-page";
import { type Tombstone, TombstonePage, tombstoneMeta } from "./tombstone-page";

/** What stands at an address of a publication. */
export type Published = { shown: ShownExperience } | { tombstone: Tombstone };

export function PublishedPage(published: Published) {
  return "tombstone" in published ? (
    <TombstonePage {...published.tombstone} />
  ) : (
    <ExperiencePageView {...published.shown} />
  );
}

export function publishedMeta(
  matches: Parameters<typeof frameOf>[0],
  published: Published | undefined,
): MetaDescriptor[] {
  if (!published) return [];
  if ("tombstone" in published) return tombstoneMeta(matches, published.tombstone);
  const { experience, isLatest, retirement } = published.shown;
  return experienceMeta(matches, experience, { isLatest, isRetired: retirement !== null });
}
