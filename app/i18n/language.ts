/** The languages of the interface; content carries its own in `lang`. */
export const languages = ["en", "fr", "es"] as const;
export type Language = (typeof languages)[number];

/** How each language calls itself. */
export const languageNames: Record<Language, string> = { en: "English", fr: "Français", es: "Español" };

export const isLanguage = (value: string | null | undefined): value is Language =>
  languages.some((language) => language === value);

/** The reader's language: `?lang=`, then the cookie of an earlier choice, then the browser's wish, then English. */
export const readLanguage = (request: Request): Language =>
  languageOf({
    asked: new URL(request.url).searchParams.get("lang"),
    cookies: request.headers.get("cookie"),
    wishes: request.headers.get("accept-language"),
  });

/** By what is `asked` in the address, and the two headers. */
export function languageOf(by: Record<"asked" | "cookies" | "wishes", string | null | undefined>): Language {
  if (isLanguage(by.asked)) return by.asked;
  const chosen = /(?:^|;\s*)lang=([a-z]{2})(?:;|$)/.exec(by.cookies ?? "")?.[1];
  if (isLanguage(chosen)) return chosen;
  return preferred(by.wishes ?? "");
}

/** The header that keeps a choice made with `?lang=`; undefined when none was made. */
export function rememberLanguage(request: Request): string | undefined {
  const asked = new URL(request.url).searchParams.get("lang");
  return isLanguage(asked) ? `lang=${asked}; Path=/; Max-Age=31536000; SameSite=Lax` : undefined;
}

function preferred(header: string): Language {
  const wishes = header
    .split(",")
    .map((part) => {
      const [tag = "", ...options] = part.trim().split(";");
      const quality = Number(/q=([\d.]+)/.exec(options.join(";"))?.[1] ?? 1);
      return { language: tag.toLowerCase().split("-")[0], quality: Number.isNaN(quality) ? 0 : quality };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.map((wish) => wish.language).find(isLanguage) ?? "en";
}
