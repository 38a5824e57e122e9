import type { TFunction } from "i18next";
import type { ProvisionKind } from "~db/schema/provision";

/** How a provision is called in the reader's language: "Recommendation 8", "Paragraph 12", "Opening words". */
export function provisionName(
  t: TFunction,
  { eid, kind, label }: { eid: string; kind: ProvisionKind | string; label: string | null },
): string {
  if (eid === "opening") return t("provisionName.opening");
  if (eid === "enacting-formula") return t("provisionName.enacting");
  if (eid === "preface") return t("provisionName.preface");
  const name = t(`provisionKind.${kind as ProvisionKind}`);
  // `recommendation-3-item-2` → "3-item-2" would not read: the numbers alone do. `section-3-1` is section 3.1.
  const numbers = eid.replace(/^[a-z]+-/, "").replaceAll(/-(?:[a-z]{4,}-)?(?=\d)/g, ".");
  return t("provisionName.labelled", { kind: name, label: label && !eid.includes("-item-") ? label : numbers });
}

/** The kind that an eId tells: `quotation-3` is a quotation. */
export const kindOfEid = (eid: string): string => (eid.includes("-item-") ? "item" : (eid.split("-")[0] ?? "section"));
