import type { TFunction } from "i18next";
import { createContext, useContext } from "react";
import type { Language } from "~/i18n/language";
import { translator } from "~/i18n/translate";

/** The language of the page at hand; provided by entry.server and entry.client. */
export const PageLanguage = createContext<Language>("en");

/**
 * The page's language and its `t`. The catalogues are in the bundle and a page has one language: a context is enough.
 * (In profiles of the search page, react-i18next's hook was the largest single cost.)
 */
export function useTranslation(): { t: TFunction; language: Language } {
  const language = useContext(PageLanguage);
  return { t: translator(language), language };
}
