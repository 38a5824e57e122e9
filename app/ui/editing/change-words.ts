import type { TFunction } from "i18next";
import { readLinkValue } from "~/domain/editions/edition";
import { evidenceLevels, type LinkType, linkTypes } from "~db/schema/link";

const named = [
  "label_en",
  "label_fr",
  "label_es",
  "description",
  "description_fr",
  "description_es",
  "title",
  "short_title",
  "summary",
  "label",
  "merged_into",
  "maps_to",
  "parent_code",
  "position",
] as const;

const typeOf = (field: string): LinkType | undefined => linkTypes.find((known) => known === field);

/** What a field of something edited is called; what has no name is a tag. */
export function fieldName(t: TFunction, field: string): string {
  const type = typeOf(field);
  if (type) return linkTypeName(t, type);
  const known = named.find((name) => name === field);
  return known ? t(`editing.field.${known}`) : field;
}

/** The relation as lists name it. */
export const linkTypeName = (t: TFunction, type: LinkType): string =>
  type === "restates" || type === "extends" || type === "narrows" ? t(`concordance.${type}`) : t(`linkType.${type}`);

/** What stands in it, in words. */
export function fieldText(t: TFunction, field: string, value: string | null): string {
  if (value === null) return t("editing.nothing");
  if (!typeOf(field)) return value;
  const { evidence, note } = readLinkValue(value);
  const level = evidenceLevels.find((known) => known === evidence);
  return [level && t(`evidence.${level}`), note].filter(Boolean).join("\n") || linkedSign;
}

/** A link that says no more than that it is there. */
const linkedSign = "✓";
