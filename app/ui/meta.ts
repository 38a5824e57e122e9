import type { MetaDescriptor } from "@remix-run/react";
import { type Language, languages } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { errorTitle } from "./error-title";

/** What the meta function of a route gets of the root loader. */
interface Frame {
  language: Language;
  origin: string;
  path: string;
  /** A form was refused: the title says so first. */
  refused?: boolean;
  /** Why the page cannot be shown. */
  error?: unknown;
}

/** Anything that can be cited: for Highwire and Dublin Core tags, which reference managers read. */
export interface Citable {
  title: string;
  /** Persons or bodies. */
  authors: string[];
  /** ISO 8601, as exact as it is known. */
  date: string | null;
  language: string;
  publisher: string | null;
  /** What it is a part of. */
  partOf?: string | null;
}

interface Page {
  title: string;
  description: string;
  /** Parameters that belong to the canonical address, such as the page of a list. */
  canonicalQuery?: string;
  /** Where the page is at home, when that is another address. */
  canonicalPath?: string;
  /** schema.org; `@context` and `url` are added. */
  jsonLd?: Record<string, unknown> & { "@type": string };
  citable?: Citable;
  /** Search result pages are not for other search engines. */
  noIndex?: boolean;
}

const isFrame = (data: unknown): data is Frame =>
  typeof data === "object" && data !== null && "origin" in data && "language" in data;

/** The frame of a page, from the matches that Remix hands to meta functions. */
export const frameOf = (matches: readonly { id: string; data?: unknown; error?: unknown }[]): Frame => {
  const root = matches.find(({ id }) => id === "root");
  const frame = isFrame(root?.data) ? root.data : { language: "en" as const, origin: "", path: "/" };
  return { ...frame, error: root?.error };
};

/** The head of a page that says why there is no other. */
export const errorMeta = (matches: Parameters<typeof frameOf>[0]): MetaDescriptor[] => errorHead(frameOf(matches));

function errorHead({ language, error }: Frame): MetaDescriptor[] {
  const t = translator(language);
  return [
    { title: `${errorTitle(t, error) ?? t("error.badRequest")} · ${t("site.name")}` },
    { name: "robots", content: "noindex" },
  ];
}

/** Title, description, canonical address, languages, JSON-LD and citation tags of a page. */
export function pageMeta(frame: Frame, page: Page): MetaDescriptor[] {
  const t = translator(frame.language);
  const site = t("site.name");
  if (errorTitle(t, frame.error) !== null) return errorHead(frame);
  const title = frame.refused ? `${t("form.errorTitle")} ${page.title}` : page.title;
  const canonical = `${frame.origin}${page.canonicalPath ?? frame.path}`;
  const query = page.canonicalQuery ? `?${page.canonicalQuery}` : "";
  return [
    { title: page.title === site ? site : `${title} · ${site}` },
    { name: "description", content: shorten(page.description) },
    { tagName: "link", rel: "canonical", href: canonical + query },
    ...languages.map((language) => ({
      tagName: "link",
      rel: "alternate",
      hrefLang: language,
      href: `${canonical}${query}${query ? "&" : "?"}lang=${language}`,
    })),
    { property: "og:title", content: page.title },
    { property: "og:description", content: shorten(page.description) },
    { property: "og:url", content: canonical + query },
    { property: "og:site_name", content: site },
    ...(page.noIndex ? [{ name: "robots", content: "noindex, follow" }] : []),
    ...(page.citable ? citationTags(page.citable, canonical) : []),
    ...(page.jsonLd
      ? [{ "script:ld+json": { "@context": "https://schema.org", url: canonical, ...page.jsonLd } } as MetaDescriptor]
      : []),
  ];
}

function citationTags(citable: Citable, address: string): MetaDescriptor[] {
  // A day at the most: reference managers read no time of day.
  const date = citable.date?.slice(0, 10);
  const tags: [name: string, content: string | null | undefined][] = [
    ["citation_title", citable.title],
    ...citable.authors.map((author): [string, string] => ["citation_author", author]),
    ["citation_publication_date", date?.replaceAll("-", "/")],
    ["citation_language", citable.language],
    ["citation_publisher", citable.publisher],
    ["citation_public_url", address],
    ["citation_inbook_title", citable.partOf],
    ["DC.title", citable.title],
    ...citable.authors.map((author): [string, string] => ["DC.creator", author]),
    ["DC.date", date],
    ["DC.language", citable.language],
    ["DC.publisher", citable.publisher],
    ["DC.identifier", address],
    ["DC.relation.isPartOf", citable.partOf],
    ["DC.type", "Text"],
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

/** At most 160 characters, cut at a word: what search engines show. */
export function shorten(text: string, limit = 160): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= limit) return plain;
  const cut = plain.slice(0, limit - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), limit / 2))}…`;
}
