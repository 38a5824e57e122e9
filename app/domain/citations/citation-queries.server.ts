import { getCaseStudy, getCaseStudyVersion } from "~/domain/case-studies/case-study-queries.server";
import { getDocument } from "~/domain/documents/document-queries.server";
import { getProvision } from "~/domain/documents/provision-queries.server";
import { entryPath } from "~/domain/links/link";
import { getPractice, getPracticeVersion } from "~/domain/practices/practice-queries.server";
import { listVersions } from "~/domain/publication/version-queries.server";
import { getTool } from "~/domain/tools/tool-queries.server";
import type { Db } from "~db/client.server";
import type { CitationSource } from "./citation";
import { documentSource, experienceSource, provisionSource, toolSource } from "./citation-sources";

/**
 * What a citation of this entry says, and its path; of a practice or case study also in one of its versions. Archived, it is
 * cited as it was last. Undefined: no such entry, or one that is not cited.
 */
export async function getCitationSource(
  db: Db,
  id: string,
  version?: number,
): Promise<{ source: CitationSource; path: string } | undefined> {
  const entry = await db
    .selectFrom("entry")
    .leftJoin("retirement", "retirement.entry_id", "entry.id")
    .where("id", "=", id)
    .where((where) => where.or([where("published_at", "is not", null), where("state", "=", "archived")]))
    .select(["id", "kind", "title", "published_at"])
    .executeTakeFirst();
  if (!entry) return undefined;
  const latest = entry.published_at === null ? (await listVersions(db, id))[0]?.number : undefined;
  const source = await sourceOf(db, entry, version ?? latest);
  return source && { source, path: entryPath(entry) + (version === undefined ? "" : `/v${version}`) };
}

async function sourceOf(
  db: Db,
  { id, kind, title }: { id: string; kind: string; title: string },
  version: number | undefined,
): Promise<CitationSource | undefined> {
  if (kind === "practice") {
    const practice = await (version === undefined ? getPractice(db, id) : getPracticeVersion(db, id, version));
    return practice && experienceSource(practice);
  }
  if (kind === "case-study") {
    const caseStudy = await (version === undefined ? getCaseStudy(db, id) : getCaseStudyVersion(db, id, version));
    return caseStudy && experienceSource(caseStudy);
  }
  if (version !== undefined) return undefined;
  if (kind === "document") {
    const document = await getDocument(db, id);
    return document && documentSource(document);
  }
  if (kind === "provision") {
    const [slug = "", eid = ""] = id.split("/");
    const provision = await getProvision(db, slug, eid);
    return provision && provisionSource(provision, title);
  }
  const tool = kind === "tool" ? await getTool(db, id) : undefined;
  return tool && toolSource(tool);
}
