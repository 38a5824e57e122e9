import type { Language } from "~/i18n/language";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, parts: number): Intl.DateTimeFormat {
  const key = `${language}${parts}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    timeZone: "UTC",
    year: "numeric",
    ...(parts > 1 ? { month: "long" } : {}),
    ...(parts > 2 ? { day: "numeric" } : {}),
  });
  formats.set(key, made);
  return made;
}

/** An ISO date in words, as exact as it is known: `2023` → "2023", `2023-02` → "February 2023". */
export function formatDate(iso: string, language: Language): string {
  const day = iso.slice(0, 10);
  return format(language, day.split("-").length).format(new Date(day));
}

/** A day and a time in words. Where the reader is, nobody knows: the time says whose it is. */
export function formatMoment(iso: string, language: Language): string {
  return `${momentFormats[language].format(new Date(iso))} UTC`;
}

const momentFormat = (locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "medium", timeStyle: "short" });
const momentFormats: Record<Language, Intl.DateTimeFormat> = {
  en: momentFormat("en-GB"),
  fr: momentFormat("fr"),
  es: momentFormat("es"),
};
