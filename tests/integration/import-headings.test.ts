import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { getDocument } from "~/domain/documents/document-queries.server";
import { readSource } from "~/domain/documents/import/read-source.server";
import { importDocument } from "~/domain/documents/import-document.server";
import { getProvision } from "~/domain/documents/provision-queries.server";
import { paragraphsOf } from "~/ui/provision/paragraphs";
import { searchEntries } from "~search/documents.server";
import { tempDatabase, tempFolder } from "../support/temp";

const text = `A MEETING WITH THE UN

Report of a meeting, 2019

## CONTEXT

The meeting with the UN took place in the context of the anniversary of the Declaration.

## LIST OF PARTICIPANTS

Riga (Latvia)
Seoul (South Korea)
`;

test("headings in capitals are called in sentence case, and their text stays to the letter", async () => {
  const { db } = await tempDatabase();
  const file = join(tempFolder(), "report.md");
  writeFileSync(file, text);
  await importDocument(db, { source: await readSource(file), options: {} }, new Date("2026-01-15T09:30:00Z"));
  const document = await getDocument(db, "report");
  expect(document?.title).toBe("A meeting with the UN");
  const section = await getProvision(db, "report", "section-1");
  expect(section?.heading).toBe("Context");
  expect(section?.text).toMatch(/^CONTEXT/);
  const { heading, body } = paragraphsOf({ heading: section?.heading ?? null, text: section?.text ?? null });
  expect([heading, body.includes("CONTEXT")]).toEqual(["Context", false]);
  for await (const entry of searchEntries(db, ["report/section-1"])) {
    expect(entry.title).toBe("A meeting with the UN, Context");
    expect(entry.text).not.toContain("CONTEXT");
  }
});
