import type { TFunction } from "i18next";
import type { Notification } from "./notification";
import { notificationSentence } from "./notification-sentence";

/** How news come by mail: as they happen, or what a day or a week has brought. */
export type NewsRhythm = "now" | "daily" | "weekly";

/** More than these a mail only counts. */
const mostLines = 50;

interface News {
  name: string;
  notifications: Notification[];
  rhythm: NewsRhythm;
  origin: string;
  unsubscribeUrl: string;
}

/** One mail about several things: what waits first, each with its link. */
export function composeNews(t: TFunction, news: News): { subject: string; text: string } {
  const { notifications, rhythm, origin, unsubscribeUrl } = news;
  const line = (notification: Notification) =>
    `- ${notificationSentence(t, notification)}\n  ${origin}${notification.path}`;
  const shown = [...notifications].sort((a, b) => Number(b.waits) - Number(a.waits)).slice(0, mostLines);
  const waiting = shown.filter(({ waits }) => waits).map(line);
  const others = shown.filter(({ waits }) => !waits).map(line);
  const more = notifications.length - shown.length;
  const parts = [
    t("newsMail.greeting", { name: news.name }),
    ...(waiting.length > 0 ? [t("newsMail.waiting"), ...waiting] : []),
    ...(others.length > 0 ? [t("newsMail.news"), ...others] : []),
    ...(more > 0 ? [`${t("newsMail.more", { count: more })}\n${origin}/notifications?unread`] : []),
    t("mail.signature"),
    [`${t("newsMail.change")}\n${origin}/account/notifications`, `${t("newsMail.stop")}\n${unsubscribeUrl}`].join("\n"),
  ];
  return { subject: subjectOf(t, notifications, rhythm), text: parts.join("\n\n") };
}

function subjectOf(t: TFunction, notifications: Notification[], rhythm: NewsRhythm): string {
  const [only] = notifications;
  const count = notifications.length;
  if (rhythm !== "now") return t(`newsMail.${rhythm}`, { count });
  // A subject is a headline: it ends without a full stop.
  return only && count === 1 ? notificationSentence(t, only).replace(/\.$/, "") : t("newsMail.subject", { count });
}
