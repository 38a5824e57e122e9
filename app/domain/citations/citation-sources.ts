import type { DocumentSummary, ProvisionPage } from "~/domain/documents/document";
import type { ExperiencePage } from "~/domain/practices/practice";
import type { ToolPage } from "~/domain/tools/tool";
import type { CitationSource } from "./citation";

const library = "Polylogue";

export const documentSource = (
  document: Pick<DocumentSummary, "slug" | "title" | "date" | "event" | "language"> & {
    publisher: string | null;
    shownVersion: number | null;
  },
): CitationSource => ({
  id: document.slug,
  kind: "document",
  title: document.title,
  authors: authorsOf(document),
  reviewers: [],
  date: document.date,
  language: document.language,
  publisher: document.publisher,
  partOf: null,
  version: document.shownVersion === null ? null : String(document.shownVersion),
});

/** `name` is the provision's name in the document's language: "Recommendation 8". */
export const provisionSource = (
  provision: Pick<ProvisionPage, "id" | "speaker"> & {
    document: Pick<ProvisionPage["document"], "title" | "date" | "event" | "language" | "publisher">;
  },
  name: string,
): CitationSource => ({
  id: provision.id,
  kind: "provision",
  title: name,
  authors: provision.speaker ? [provision.speaker] : authorsOf(provision.document),
  reviewers: [],
  date: provision.document.date,
  language: provision.document.language,
  publisher: provision.document.publisher,
  partOf: provision.document.title,
  version: null,
});

/** A practice or case study in the version that is shown, with its authors and reviewers as they sign. */
export const experienceSource = (
  experience: Pick<ExperiencePage, "id" | "kind" | "title" | "language"> & { version: CitedVersion },
): CitationSource => ({
  id: experience.id,
  kind: experience.kind,
  title: experience.title,
  authors: experience.version.credits.authors.map(({ name }) => name),
  reviewers: experience.version.credits.reviewers.map(({ name }) => name),
  date: experience.version.publishedAt,
  language: experience.language,
  publisher: library,
  partOf: library,
  version: String(experience.version.number),
});

interface CitedVersion {
  number: number;
  publishedAt: string;
  credits: { authors: { name: string }[]; reviewers: { name: string }[] };
}

export const toolSource = (tool: Pick<ToolPage, "id" | "title" | "language" | "updatedAt">): CitationSource => ({
  id: tool.id,
  kind: "tool",
  title: tool.title,
  authors: [],
  reviewers: [],
  date: tool.updatedAt,
  language: tool.language,
  publisher: library,
  partOf: library,
  version: null,
});

/** Conferences sign as a whole: without a publisher, the event stands as the author. */
const authorsOf = ({ publisher, event }: { publisher: string | null; event: string | null }): string[] =>
  (publisher ?? event) ? [publisher ?? event ?? ""] : [];
