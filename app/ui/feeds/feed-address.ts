import type { MetaDescriptor } from "@remix-run/react";
import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/translate";

/** The address of a feed in the reader's language. */
export const feedAddress = (path: string, language: Language): string =>
  `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;

/** By which feed readers find the feed of a page. */
export const feedMeta = (path: string, name: string, language: Language): MetaDescriptor => ({
  tagName: "link",
  rel: "alternate",
  type: "application/atom+xml",
  title: translator(language)("feeds.title", { name }),
  href: feedAddress(path, language),
});
