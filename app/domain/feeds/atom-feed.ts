import { Feed } from "feed";
import type { Language } from "~/i18n/language";

/** As many as a feed has. */
export const mostInFeed = 50;

export interface FeedEntry {
  title: string;
  summary: string | null;
  /** Of title and summary. */
  language: string;
  /** The address of its page, from the root. */
  path: string;
  publishedAt: string;
  updatedAt: string;
}

export interface FeedFrame {
  origin: string;
  /** Of the feed itself and of the page that shows the same, from the root. */
  path: string;
  page: string;
  title: string;
  language: Language;
}

/** A feed as Atom (RFC 4287): what is newest first. Entries are known for ever by the addresses of their pages. */
export function atomFeed({ origin, path, page, title, language }: FeedFrame, entries: FeedEntry[]): string {
  const newest = [...entries].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, mostInFeed);
  const feed = new Feed({
    id: origin + path,
    title: printable(title),
    link: origin + page,
    feedLinks: { atom: origin + path },
    // The same answer while nothing changes.
    updated: new Date(newest[0]?.updatedAt ?? 0),
    author: { name: "Polylogue", link: origin },
    generator: "Polylogue",
  });
  for (const entry of newest) {
    const address = origin + entry.path;
    feed.addItem({
      id: address,
      link: address,
      title: asHtml(entry.title),
      // The feed has one language, its entries have their own.
      description: entry.summary ? `<p lang="${asHtml(entry.language)}">${asHtml(entry.summary)}</p>` : undefined,
      published: new Date(entry.publishedAt),
      date: new Date(entry.updatedAt),
    });
  }
  return feed.atom1().replace("<feed ", `<feed xml:lang="${language}" `);
}

/** Titles and summaries are plain text; readers of feeds take them for HTML. */
const asHtml = (text: string) => printable(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Without what XML knows no way to write. */
const printable = (text: string) => text.replace(/[\p{Cs}\ufffe\uffff]|[^\P{Cc}\t\n]/gu, "");
