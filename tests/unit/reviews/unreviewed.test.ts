import { expect, test } from "vitest";
import type { FieldName } from "~/domain/contributions/contribution-fields";
import { fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import { mayAcceptUnreviewed } from "~/domain/reviews/unreviewed";

const stored = { value: "Told.", revision: 1, savedBy: null, savedById: null, savedAt: "2026-03-01T12:00:00.000Z" };
const withFields = (kind: "practice" | "case-study", names: readonly FieldName[]) => ({
  kind,
  fields: Object.fromEntries(names.map((name) => [name, stored])),
});
const snapshot = withFields("practice", ["title", "pitch"]);
const full = withFields(
  "practice",
  fieldsOf("practice").filter((name) => ruleOf(name).level === "should"),
);
const caseStudy = withFields("case-study", ["title", "pitch"]);

test("coordinators publish snapshots unreviewed where the network lets them, and nothing larger", () => {
  const may = (contribution: typeof snapshot, publishesSnapshots: boolean) =>
    mayAcceptUnreviewed(contribution, { publishesSnapshots }, false);
  expect([may(snapshot, true), may(snapshot, false)]).toEqual([true, false]);
  expect([may(full, true), may(caseStudy, true)]).toEqual([false, false]);
});

test("the next version of what is published may be a correction", () => {
  for (const contribution of [snapshot, full, caseStudy])
    expect(mayAcceptUnreviewed(contribution, { publishesSnapshots: false }, true)).toBe(true);
});
