import type { Language } from "~/i18n/language";

const formats: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat("en"),
  fr: new Intl.NumberFormat("fr"),
  es: new Intl.NumberFormat("es"),
};

/** Below a thousand there is nothing to group: a search page has a hundred of these, and Intl is slow. */
export const formatNumber = (value: number, language: Language): string =>
  Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : formats[language].format(value);
