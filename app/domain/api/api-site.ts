import { entryPath } from "~/domain/links/link";
import type { Term, TermsByVocabulary } from "~/domain/vocabularies/vocabulary";
import type { Language } from "~/i18n/language";
import type { EntryKind } from "~db/schema/entry";

/** What every answer needs to know besides its content: where the site is, and the language of labels. */
export interface ApiSite {
  origin: string;
  language: Language;
}

/** The version that addresses carry; a change that would break a reader gets a new one. */
export const apiRoot = "/api/v1";

interface Entry {
  id: string;
  kind: EntryKind;
}

const hasApiAddress = (kind: EntryKind) => kind !== "organisation" && kind !== "network";

/** Where an entry's page is, and where this API gives it; null where it is part of other answers only. */
export const addressesOf = ({ origin }: ApiSite, entry: Entry) => ({
  url: origin + encodeURI(entryPath(entry)),
  api_url: hasApiAddress(entry.kind) ? apiAddress(origin, entry) : null,
});

/** As `addressesOf`, for kinds that this API gives. */
export const bothAddressesOf = ({ origin }: ApiSite, entry: Entry) => ({
  url: origin + encodeURI(entryPath(entry)),
  api_url: apiAddress(origin, entry),
});

const apiAddress = (origin: string, entry: Entry) => origin + apiRoot + encodeURI(entryPath(entry));

type LabelledCode = Pick<Term, "code" | "label">;

/** A code with its name in the reader's language. */
export const termJson = ({ language }: ApiSite, { code, label }: LabelledCode) => ({ code, label: label[language] });

export const termsJson = (site: ApiSite, terms: TermsByVocabulary) => ({
  theme: terms.theme.map((term) => termJson(site, term)),
  right: terms.right.map((term) => termJson(site, term)),
  group: terms.group.map((term) => termJson(site, term)),
  goal: terms.goal.map((term) => termJson(site, term)),
  target: terms.target.map((term) => termJson(site, term)),
});
