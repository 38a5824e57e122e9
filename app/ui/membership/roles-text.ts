import type { TFunction } from "i18next";
import type { Member } from "~/domain/memberships/membership";
import type { Label } from "~/domain/vocabularies/vocabulary";
import type { Language } from "~/i18n/language";

interface Roles extends Pick<Member, "coordinator" | "reviewer"> {
  cities?: string[];
}

/** “Coordinator, speaks for Vienna”; null for a member who is nothing besides. */
export function rolesText(
  t: TFunction,
  language: Language,
  { coordinator, reviewer, cities: own = [] }: Roles,
  cities: { id: string; name: Label }[] = [],
): string | null {
  const names = cities.filter(({ id }) => own.includes(id)).map(({ name }) => name[language]);
  const roles = [
    ...(coordinator ? [t("network.role.coordinator")] : []),
    ...(reviewer ? [t("network.role.reviewer")] : []),
    ...(names.length > 0 ? [t("network.speaksFor", { cities: new Intl.ListFormat(language).format(names) })] : []),
  ];
  return roles.join(" · ") || null;
}
