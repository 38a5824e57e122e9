import type { TFunction } from "i18next";
import { populationBounds } from "~/domain/cities/city";
import type { Language } from "~/i18n/language";
import { formatNumber } from "~/ui/format-number";
import type { PopulationBand } from "~db/schema/place";

/** How many people live there: "100,000 to 500,000", in the reader's numerals. */
export function populationText(t: TFunction, band: PopulationBand, language: Language): string {
  const { least, most } = populationBounds[band];
  const name = least === undefined ? "under" : most === undefined ? "over" : "between";
  const written = (value = 0) => formatNumber(value, language);
  return t(`population.${name}`, { least: written(least), most: written(most) });
}
