import type { TFunction } from "i18next";
import type { Notification } from "./notification";

/** What a notification says, in one line: titles are what people write, and may hold anything. */
export function notificationSentence(t: TFunction, { kind, details }: Pick<Notification, "kind" | "details">): string {
  const title = oneLine(details.title) || t("notification.untitled");
  const count = Number(details.count ?? 0);
  return t(`notification.kind.${kind}`, {
    title,
    via: oneLine(details.via) || title,
    titles: oneLine(details.titles),
    count,
  });
}

/** Without line breaks, other control characters and those that turn the direction of writing. */
export function oneLine(value: string | number | null | undefined): string {
  const plain = String(value ?? "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu, " ")
    .trim();
  return plain.length <= 200 ? plain : `${plain.slice(0, 199)}…`;
}
