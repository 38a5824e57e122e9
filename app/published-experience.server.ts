import { type AppLoadContext, data } from "@remix-run/node";
import { aroundEntry } from "~/around-entry.server";
import { caseStudyFields } from "~/domain/case-studies/case-study";
import { getCaseStudy, getCaseStudyVersion } from "~/domain/case-studies/case-study-queries.server";
import { experienceSource } from "~/domain/citations/citation-sources";
import { practiceFields } from "~/domain/practices/practice";
import { getPractice, getPracticeVersion } from "~/domain/practices/practice-queries.server";
import { type Retirement, readVersionNumber } from "~/domain/publication/version";
import { getStanding, listVersions } from "~/domain/publication/version-queries.server";
import { hasPublishedReviews } from "~/domain/reviews/published-review-queries.server";
import { listSimilar } from "~/domain/search/similar-entries.server";
import { siteOrigin } from "~/site-origin";
import { orNotFound } from "~/ui/not-found";
import { entryPath } from "~db/schema/entry";

/** What differs between the two kinds: where they are read, and their fields in the order of the page. */
const kinds = {
  practice: { live: getPractice, version: getPracticeVersion, fields: practiceFields },
  "case-study": { live: getCaseStudy, version: getCaseStudyVersion, fields: caseStudyFields },
} as const;
type Kind = keyof typeof kinds;
type Page = NonNullable<Awaited<ReturnType<(typeof kinds)[Kind]["live"]>>>;

/** A practice or case study as it is now; archived, as it was last; withdrawn, what became of it. @throws 404 */
export async function showLatest(context: AppLoadContext, request: Request, kind: Kind, slug = "") {
  const { readDb } = context.services;
  const { retirement } = orNotFound(await getStanding(readDb, slug));
  const [latest] = await listVersions(readDb, slug);
  const page = orNotFound(
    retirement === null
      ? await kinds[kind].live(readDb, slug)
      : await kinds[kind].version(readDb, slug, latest?.number ?? 1),
  );
  if (retirement?.state === "withdrawn") return toTombstone(context, request, page, retirement);
  const similar = await listSimilar(context.services, slug, { kinds: ["practice", "case-study"] });
  const shown = await toShown(context, request, page, entryPath(page));
  const around = await aroundEntry(context, request, slug, entryPath(page));
  return { shown: { ...shown, similar, around, retirement, isLatest: true } };
}

/** What stands at every address of what was withdrawn; null: it was not. @throws 404 */
export async function showTombstone(context: AppLoadContext, request: Request, kind: Kind, slug = "") {
  const { readDb } = context.services;
  const { retirement } = orNotFound(await getStanding(readDb, slug));
  if (retirement?.state !== "withdrawn") return null;
  const [latest] = await listVersions(readDb, slug);
  const page = orNotFound(await kinds[kind].version(readDb, slug, latest?.number ?? 1));
  return toTombstone(context, request, page, retirement);
}

/** The same where an address does not say which kind of entry it is; null also where there is none. */
export async function showTombstoneOf(context: AppLoadContext, request: Request, slug = "") {
  const kind = (await getStanding(context.services.readDb, slug))?.kind;
  return kind === "practice" || kind === "case-study" ? showTombstone(context, request, kind, slug) : null;
}

/** A version, for ever; unless its entry was withdrawn. @throws 404 */
export async function showVersion(context: AppLoadContext, request: Request, kind: Kind, slug = "", part = "") {
  const { readDb } = context.services;
  const { retirement } = orNotFound(await getStanding(readDb, slug));
  const page = orNotFound(await kinds[kind].version(readDb, slug, orNotFound(readVersionNumber(part))));
  if (retirement?.state === "withdrawn") return toTombstone(context, request, page, retirement);
  const shown = await toShown(context, request, page, `${entryPath(page)}/${part}`);
  return { shown: { ...shown, similar: [], retirement, isLatest: false } };
}

/** Two versions to hold against each other: those that the address names, or the two newest. @throws 404 */
export async function showComparison(context: AppLoadContext, request: Request, kind: Kind, slug = "") {
  const { readDb } = context.services;
  const { retirement } = orNotFound(await getStanding(readDb, slug));
  const { searchParams } = new URL(request.url);
  const newest = (await listVersions(readDb, slug))[0]?.number ?? 1;
  const read = async (name: string, usual: number) => {
    const number = searchParams.has(name) ? readVersionNumber(`v${searchParams.get(name)}`) : usual;
    return orNotFound(await kinds[kind].version(readDb, slug, orNotFound(number)));
  };
  const to = await read("to", newest);
  const from = await read("from", Math.max(1, newest - 1));
  if (retirement?.state === "withdrawn") return toTombstone(context, request, to, retirement);
  return { comparison: { from, to } };
}

async function toShown(context: AppLoadContext, request: Request, page: Page, path: string) {
  const { fields, ...experience } = page;
  const texts: Record<string, string | null> = fields;
  const { markdown } = context.services;
  return {
    experience,
    reviewsPath: (await hasPublishedReviews(context.services.readDb, page.id)) ? `/reviews/of/${page.id}` : null,
    fields: await Promise.all(
      kinds[page.kind].fields.map(async (field) => {
        const text = texts[field] ?? null;
        return { field, html: text === null ? null : await markdown.renderForReaders(text) };
      }),
    ),
    citation: await context.services.citer.cite(experienceSource(page), siteOrigin(context, request) + path),
  };
}

/** Gone for good: what it was, when it went and why. */
async function toTombstone(context: AppLoadContext, request: Request, page: Page, { at, reason }: Retirement) {
  const { id, kind, title, language } = page;
  const address = siteOrigin(context, request) + entryPath(page);
  const { apa } = await context.services.citer.cite(experienceSource(page), address);
  return data({ tombstone: { id, kind, title, language, at, reason, apa } }, { status: 410 });
}
