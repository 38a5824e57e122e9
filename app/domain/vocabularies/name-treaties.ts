import type { Language } from "~/i18n/language";

/** Treaties whose acronym is another one in French or Spanish; the stored one is the English. */
const acronyms: Record<string, Partial<Record<Language, string>>> = {
  UDHR: { fr: "DUDH", es: "DUDH" },
  ICCPR: { fr: "PIDCP", es: "PIDCP" },
  ICESCR: { fr: "PIDESC", es: "PIDESC" },
  CEDAW: { fr: "CEDEF" },
  CRC: { fr: "CIDE", es: "CDN" },
  CRPD: { fr: "CDPH", es: "CDPD" },
  ICERD: { fr: "CIEDR" },
};

/** What a term corresponds to, with treaties by the acronyms of a language: `ICCPR 2` is `PIDCP 2` in French. */
export const nameTreaties = (text: string, language: Language): string =>
  text.replace(/\b[A-Z]{3,}\b/g, (word) => acronyms[word]?.[language] ?? word);
