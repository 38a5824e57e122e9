export const vocabularies = ["theme", "right", "group", "goal", "target"] as const;
export type Vocabulary = (typeof vocabularies)[number];

/** A term of a controlled vocabulary. Primary key: (vocabulary, code). */
export interface TermTable {
  vocabulary: Vocabulary;
  /** A slug, or a number for goals (`16`) and targets (`16.7`). */
  code: string;
  /** A target's goal; else null. Same vocabulary for themes, `goal` for targets. */
  parent_code: string | null;
  label_en: string;
  label_fr: string;
  label_es: string;
  /** What it means, in English; then, where somebody wrote it, in the other languages. */
  description: string | null;
  description_fr: string | null;
  description_es: string | null;
  /** What the term maps to: `UDHR 25; ICESCR 11`, or a name in the Universal Human Rights Index. */
  maps_to: string | null;
  position: number;
}
