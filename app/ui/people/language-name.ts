import type { Language } from "~/i18n/language";

/** The name of a BCP 47 language, in the page's. */
export const languageName = (code: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
