import type { Language } from "~/i18n/language";

const formats: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat("en"),
  fr: new Intl.NumberFormat("fr"),
  es: new Intl.NumberFormat("es"),
};

export const formatNumber = (value: number, language: Language): string => formats[language].format(value);
