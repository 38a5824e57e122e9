import type { Language } from "~/i18n/language";
import { type Vocabulary, vocabularies } from "~db/schema/vocabulary";

/** A word in the three languages of the interface. */
export type Label = Record<Language, string>;

export interface Term {
  vocabulary: Vocabulary;
  code: string;
  label: Label;
}

/** The terms of an entry, one list for each vocabulary. */
export type TermsByVocabulary = Record<Vocabulary, Term[]>;

/** Row columns `label_en`, `label_fr`, `label_es` as a label. */
export const toLabel = (row: { label_en: string; label_fr: string; label_es: string }): Label => ({
  en: row.label_en,
  fr: row.label_fr,
  es: row.label_es,
});

/** A term with what it means, as far as somebody wrote it. */
export interface TermMeaning {
  code: string;
  label: Label;
  meaning: Partial<Label>;
  /** What it corresponds to elsewhere: `UDHR 25`. */
  mapsTo: string | null;
}

/** Lists of places, whose codes are the United Nations' and ISO's: only their names are ours. */
export const placeLists = ["region", "country"] as const;
export type PlaceList = (typeof placeLists)[number];

/** A vocabulary, or a list of places: what has a page with its terms. */
export type TermList = Vocabulary | PlaceList;
export const termLists: readonly TermList[] = [...vocabularies, ...placeLists];

export const isPlaceList = (list: TermList): list is PlaceList => placeLists.some((known) => known === list);

/** The facet of the search that a list filters. */
export const facetOf = {
  theme: "theme",
  right: "right",
  group: "group",
  goal: "sdg",
  target: "sdg",
  region: "region",
  country: "country",
} as const;

/** The list that an address names. */
export const readTermList = (name: string | undefined): TermList | undefined =>
  termLists.find((known) => known === name);

/** The vocabulary that an address names: its terms can be added and deleted. */
export const readVocabulary = (name: string | undefined): Vocabulary | undefined =>
  vocabularies.find((known) => known === name);
