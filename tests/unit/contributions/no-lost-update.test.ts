import fc from "fast-check";
import { expect, test } from "vitest";
import { addCoAuthor } from "~/domain/contributions/add-co-author.server";
import type { FieldName } from "~/domain/contributions/contribution-fields";
import { getContribution, listChanges } from "~/domain/contributions/contribution-queries.server";
import { saveFields } from "~/domain/contributions/save-fields.server";
import { startContribution } from "~/domain/contributions/start-contribution.server";
import { aPerson } from "../../support/a-contribution";
import { tempDatabase } from "../../support/temp";

const fields: FieldName[] = ["title", "pitch", "results"];

/** What an editor has on the screen of a field, and the revision that it came with. */
interface Screen {
  text: string;
  base: number;
}

const step = fc.record({
  editor: fc.constantFrom(0, 1),
  field: fc.constantFrom(...fields),
  text: fc.constantFrom("", "a", "b", "c", "d"),
  does: fc.constantFrom("type", "save", "save", "reload", "take theirs", "keep mine"),
});

test("two editors save 500 times at random, and no acknowledged text is lost", async () => {
  const { db } = await tempDatabase();
  const editors = [await aPerson(db, "ada@city.example"), await aPerson(db, "bo@city.example")];
  const now = new Date("2026-03-01T12:00:00Z");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 500, maxLength: 500 }), async (steps) => {
      const [first] = editors;
      const id = await startContribution(db, first ?? null, { kind: "practice", title: "x", language: "en" }, now);
      await addCoAuthor(db, first ?? null, id, { name: "Bo", email: "bo@city.example", roles: [] }, new Date());
      const acknowledged: { field: FieldName; text: string; revision: number }[] = [];
      const conflicts: { mine: string; theirs: string }[] = [];
      const screens = editors.map(() => new Map<FieldName, Screen>());
      for (const { editor, field, text, does } of steps) {
        const screen = screens[editor]?.get(field) ?? { text: "", base: 0 };
        screens[editor]?.set(field, screen);
        if (does === "type") screen.text = text;
        else if (does === "reload") {
          const stored = (await getContribution(db, id))?.fields[field];
          Object.assign(screen, { text: stored?.value ?? "", base: stored?.revision ?? 0 });
        } else {
          const standing = (await getContribution(db, id))?.fields[field];
          const change = { field, value: screen.text, base: screen.base };
          const [outcome] = await saveFields(db, editors[editor] ?? null, id, [change], now);
          if (outcome?.outcome === "saved") {
            expect(screen.base, "only who saw what stood writes over it").toBe(standing?.revision ?? 0);
            acknowledged.push({ field, text: screen.text, revision: outcome.revision });
            screen.base = outcome.revision;
          } else if (outcome?.outcome === "current") {
            Object.assign(screen, { text: outcome.value, base: outcome.revision });
          } else if (outcome) {
            expect(outcome.stored).toEqual(standing);
            expect(outcome.value).toBe(screen.text);
            conflicts.push({ mine: outcome.value, theirs: outcome.stored.value });
            screen.base = outcome.stored.revision;
            if (does === "take theirs") screen.text = outcome.stored.value;
          }
        }
      }
      const history = await listChanges(db, id);
      for (const { field, text, revision } of acknowledged)
        expect(history.find((change) => change.revision === revision)).toMatchObject({ field, value: text });
      expect(new Set(acknowledged.map(({ revision }) => revision)).size).toBe(acknowledged.length);
      const end = await getContribution(db, id);
      for (const field of fields) {
        const last = acknowledged.filter((save) => save.field === field).at(-1);
        if (last) expect(end?.fields[field]).toMatchObject({ value: last.text, revision: last.revision });
      }
      expect(conflicts.length, "the editors met").toBeGreaterThan(0);
      expect(conflicts.every(({ mine, theirs }) => mine !== theirs)).toBe(true);
    }),
    { seed: 20_260_301, numRuns: 3 },
  );
});
