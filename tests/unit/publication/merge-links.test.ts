import { describe, expect, test } from "vitest";
import { type LinkText, mergeLinks } from "~/domain/publication/merge-links";

const link = (evidence: LinkText["evidence"], note: string | null = null): LinkText => ({ evidence, note });
const key = "uses a-tool";
const one = (text: LinkText | null) => new Map(text ? [[key, text]] : []);

/** What becomes of a link: as the draft found it, as its authors and as the curators have it. */
const merge = (base: LinkText | null, drafted: LinkText | null, current: LinkText | null) =>
  mergeLinks(one(drafted), { bases: new Map([[key, base]]), current: one(current) }).get(key) ?? null;

describe("a link that curators edited while the next version was written", () => {
  const [before, mended] = [link("claimed", "Old."), link("documented", "New.")];

  test("stays as they made it where the authors left it alone", () => {
    expect(merge(before, before, mended)).toEqual(mended);
    expect(merge(null, null, mended)).toEqual(mended);
    expect(merge(before, before, null)).toBeNull();
  });

  test("is the authors' where they touched it", () => {
    expect(merge(before, link("documented", "Mine."), null)).toEqual(link("documented", "Mine."));
    expect(merge(before, null, mended)).toBeNull();
    expect(merge(null, link("claimed", "Mine."), mended)).toEqual(link("claimed", "Mine."));
  });

  test("keeps what peers confirmed beside a note that a curator mended", () => {
    expect(merge(before, link("peer-confirmed", "Old."), link("claimed", "New."))).toEqual(
      link("peer-confirmed", "New."),
    );
  });
});

test("a link that no curator edited is what the draft says", () => {
  const drafted = new Map([["uses a-tool", link("claimed")]]);
  const current = new Map([["uses another", link("documented")]]);
  expect(mergeLinks(drafted, { bases: new Map(), current })).toEqual(drafted);
});
