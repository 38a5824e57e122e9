import type { LocatedSeeds } from "./locate-seeds.server";
import type { Located } from "./seed-file.server";

/** What may be referred to, by noun. Entries that do not hold to their schema count: their own problem is told already. */
export type KnownCodes = Record<Noun, ReadonlySet<string>>;
export type Noun =
  | "theme"
  | "right"
  | "group"
  | "goal"
  | "target"
  | "region"
  | "country"
  | "city"
  | "organisation"
  | "tool"
  | "document"
  | "provision";

export function knownCodes(seeds: LocatedSeeds): KnownCodes {
  const codes = (items: Located<unknown>[]) => new Set(items.flatMap((item) => textOf(item.raw, "code")));
  const slugs = (items: Located<unknown>[]) => new Set(items.flatMap((item) => textOf(item.raw, "slug")));
  return {
    theme: codes(seeds.themes),
    right: codes(seeds.rights),
    group: codes(seeds.groups),
    goal: codes(seeds.goals),
    target: codes(seeds.targets),
    region: codes(seeds.regions),
    country: codes(seeds.countries),
    city: slugs(seeds.cities),
    organisation: slugs(seeds.organisations),
    tool: slugs(seeds.tools),
    document: slugs(seeds.documents),
    provision: new Set(seeds.documents.flatMap(({ raw }) => provisionIds(raw))),
  };
}

function provisionIds(document: unknown): string[] {
  const provisions = fieldOf(document, "provisions");
  if (!Array.isArray(provisions)) return [];
  return textOf(document, "slug").flatMap((slug) =>
    provisions.flatMap((provision) => textOf(provision, "eId").map((eId) => `${slug}/${eId}`)),
  );
}

const fieldOf = (raw: unknown, field: string): unknown =>
  typeof raw === "object" && raw !== null ? Reflect.get(raw, field) : undefined;

function textOf(raw: unknown, field: string): string[] {
  const value = fieldOf(raw, field);
  return typeof value === "string" ? [value] : [];
}
