import { listExperiences } from "~/domain/practices/experience-queries.server";
import { getTermsOf, noTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import type { Db } from "~db/client.server";
import { getLicences, getStamps } from "./api-queries.server";

/** Practices or case studies by title, with what the API says besides the lines of pages; five queries for any number. */
export async function listDetailed(db: Db, table: "practice" | "case_study", part: { limit: number; offset: number }) {
  const { total, lines } = await listExperiences(db, table, part);
  const ids = lines.map(({ id }) => id);
  const stamps = await getStamps(db, ids);
  const licences = await getLicences(db, ids);
  const terms = await getTermsOf(db, ids);
  return {
    total,
    lines: lines.map((line) => ({
      line,
      details: {
        licence: licences.get(line.id) ?? "",
        updatedAt: stamps.get(line.id)?.updatedAt ?? "",
        terms: terms.get(line.id) ?? noTerms(),
      },
    })),
  };
}
