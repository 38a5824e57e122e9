import i18next, { type i18n, type TFunction } from "i18next";
import en from "./en.json";
import es from "./es.json";
import fr from "./fr.json";
import { withFrenchSpaces } from "./french-spaces";
import type { Language } from "./language";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof en };
  }
}

const resources = { en: { translation: en }, fr: { translation: withFrenchSpaces(fr) }, es: { translation: es } };

function createInstance(language: Language): i18n {
  const instance = i18next.createInstance();
  // Synchronous, because the catalogues are in the bundle. React escapes what it renders.
  void instance.init({
    lng: language,
    fallbackLng: "en",
    resources,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

const instances: Record<Language, i18n> = {
  en: createInstance("en"),
  fr: createInstance("fr"),
  es: createInstance("es"),
};

/**
 * i18next takes microseconds for each text, and a page has hundreds: those without variables are kept, and those with a
 * small count alone.
 */
function remembering(t: TFunction): TFunction {
  const known = new Map<string, string>();
  const remember = (key: string, options?: Record<string, unknown>) => {
    const name = nameOf(key, options);
    if (name === undefined) return t(key as "site.name", options);
    const text = known.get(name) ?? t(key as "site.name", options);
    known.set(name, text);
    return text;
  };
  return remember as TFunction;
}

function nameOf(key: string, options: Record<string, unknown> | undefined): string | undefined {
  if (options === undefined) return key;
  const { count, ...others } = options;
  if (typeof count !== "number" || count > 100 || Object.keys(others).length > 0) return undefined;
  return `${key} ${count}`;
}

const translators: Record<Language, TFunction> = {
  en: remembering(instances.en.t),
  fr: remembering(instances.fr.t),
  es: remembering(instances.es.t),
};

/** `t` of a language. */
export const translator = (language: Language): TFunction => translators[language];
