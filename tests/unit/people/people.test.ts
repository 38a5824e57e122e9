import fc from "fast-check";
import { expect, test } from "vitest";
import { canAdminister } from "~/domain/administrators/administrator-policy";
import { describeBrowser } from "~/domain/people/describe-browser";
import { parseOrcid } from "~/domain/people/orcid";
import { canSeeProfile } from "~/domain/people/person-policy";
import { safePath } from "~/domain/people/safe-path";

test.each([
  ["0000-0002-1825-0097", "0000-0002-1825-0097"],
  ["0000000218250097", "0000-0002-1825-0097"],
  [" https://orcid.org/0000-0002-1694-233X ", "0000-0002-1694-233X"],
  ["0000-0002-1694-233x", "0000-0002-1694-233X"],
  ["0000-0002-1825-0098", undefined],
  ["0000-0002-1825-009", undefined],
  ["orcid", undefined],
])("the ORCID iD %s is read as %s", (typed, orcid) => {
  expect(parseOrcid(typed)).toBe(orcid);
});

test("one wrong digit, or two that changed places, is always found", () => {
  const orcid = "0000000218250097";
  for (let place = 0; place < 16; place++) {
    for (const digit of "0123456789") {
      const typed = orcid.slice(0, place) + digit + orcid.slice(place + 1);
      if (typed !== orcid) expect(parseOrcid(typed), typed).toBeUndefined();
    }
    const swapped = orcid.slice(0, place) + (orcid[place + 1] ?? "") + (orcid[place] ?? "") + orcid.slice(place + 2);
    if (swapped !== orcid) expect(parseOrcid(swapped), swapped).toBeUndefined();
  }
});

test("whatever is asked for, the path to go on to is one of ours", () => {
  expect(safePath("/practices/a?b=1#c")).toBe("/practices/a?b=1#c");
  const tricky = fc.array(
    fc.constantFrom("/", "\\", ".", "//", "..", "@", ":", "evil.example", "\t", "\n", "%2f", "http:", "a"),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        tricky.map((parts) => parts.join("")),
        tricky.map((parts) => `/${parts.join("")}`),
        fc.string(),
      ),
      (asked) => {
        const path = safePath(asked);
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, "https://here.example").origin).toBe("https://here.example");
      },
    ),
    { numRuns: 3000, seed: 7 },
  );
});

test("a browser is named as its owner knows it", () => {
  const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const edge =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0";
  const phone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";
  expect([firefox, edge, phone, null].map(describeBrowser)).toEqual([
    "Firefox, Linux",
    "Edge, Windows",
    "Safari, iOS",
    "",
  ]);
});

test("a profile is for its owner and administrators until it is public; mails are for administrators", () => {
  const none = { memberships: [], cities: [] };
  const ada = { person: { id: "ada" }, administrator: false, ...none };
  const bo = { person: { id: "bo" }, administrator: false, ...none };
  const root = { person: { id: "root" }, administrator: true, ...none };
  const hidden = { id: "ada", listed: false };
  expect([null, bo, ada, root].map((actor) => canSeeProfile(actor, hidden))).toEqual([false, false, true, true]);
  expect([null, bo].map((actor) => canSeeProfile(actor, { ...hidden, listed: true }))).toEqual([true, true]);
  expect([null, ada, root].map(canAdminister)).toEqual([false, false, true]);
});
