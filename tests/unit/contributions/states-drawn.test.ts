import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { after, transitions } from "~/domain/contributions/states";
import { contributionStatuses } from "~db/schema/contribution";

test("docs/review.md draws every transition of the table, and no other", () => {
  const drawn = [
    ...readFileSync("docs/review.md", "utf8").matchAll(/^ {2}([\w-]+) --> ([\w-]+): ([\w-]+) \((\w+)\)$/gm),
  ];
  expect(drawn.map(([, from, to, verb, by]) => ({ from, verb, to, by }))).toEqual([...transitions]);
});

test("no verb leads anywhere from a state that the table does not name", () => {
  const verbs = new Set(transitions.map(({ verb }) => verb));
  const leads = contributionStatuses.flatMap((from) =>
    [...verbs].flatMap((verb) => {
      const to = after(from, verb);
      return to ? [{ from, verb, to }] : [];
    }),
  );
  const known = transitions.map(({ from, verb, to }) => `${from} ${verb} ${to}`).sort();
  expect(leads.map(({ from, verb, to }) => `${from} ${verb} ${to}`).sort()).toEqual(known);
});
