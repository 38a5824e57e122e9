import { sql } from "kysely";
import { selectCurrentTexts } from "~/domain/documents/current-text-queries.server";
import { shownHeading } from "~/domain/documents/document-queries.server";
import type { Db } from "~db/client.server";
import type { CityPage } from "./city";

const mostMentions = 12;

/**
 * Provisions that name a city in their text, or in our summary of it where the text was not imported. `known` are left out: the page
 * shows them already.
 */
export async function listCityMentions(db: Db, name: string, known: string[]): Promise<CityPage["mentions"]> {
  const named = spaced(name);
  const rows = await selectCurrentTexts(db)
    .where("provision.current", "=", 1)
    // Places of publication tell nothing of a city.
    .where("provision.kind", "not in", ["reference", "note"])
    .$if(known.length > 0, (query) => query.where("provision.id", "not in", known))
    .where(
      sql<boolean>`instr(replace(coalesce(text.text, '') || ' ' || coalesce(entry.summary, ''), '-', ' '), ${named}) > 0`,
    )
    .orderBy("document.date", "desc")
    .orderBy("provision.position")
    .select(["provision.id", "provision.eid", "provision.kind", "provision.label", "text.text", "text.heading"])
    .select(["document.short_title as shortTitle", "entry.title", "entry.summary"])
    .execute();
  // Rome is not in "Romeo".
  const whole = new RegExp(`(?<!\\p{L})${named.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?!\\p{L})`, "u");
  return rows
    .filter(({ text, summary }) => whole.test(spaced(`${text ?? ""} ${summary ?? ""}`)))
    .slice(0, mostMentions)
    .map(({ id, eid, kind, label, shortTitle, title, summary, heading }) => ({
      ...{ id, eid, kind, label, shortTitle },
      summary: summary ?? shownHeading(heading, title),
    }));
}

/** Saint-Denis is Saint Denis too. */
const spaced = (name: string) => name.replaceAll("-", " ");
