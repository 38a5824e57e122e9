import type { AboutView } from "~/domain/threads/thread-view";
import { useTranslation } from "~/ui/translation";
import styles from "./threads.module.css";

/** As whom others will see what is written. */
export function WritesAs({ about }: { about: AboutView }) {
  const { t } = useTranslation();
  if (about.hidden && about.side !== null)
    return <p className={styles.state}>{t("threads.hiddenAs", { side: t(`threads.side.${about.side}`) })}</p>;
  return <p className={styles.small}>{t(about.kind === "entry" ? "threads.named" : "threads.namedInReview")}</p>;
}

/** Why there is no form here, and what to do about it. */
export function HowToTakePart({ about, signedIn, path }: { about: AboutView; signedIn: boolean; path: string }) {
  const { t } = useTranslation();
  if (!about.open) return <p className={styles.state}>{t("threads.closed")}</p>;
  if (signedIn)
    return (
      <p>
        {t("threads.membersOnly")} <a href="/networks">{t("threads.networks")}</a>
      </p>
    );
  return (
    <p>
      <a href={`/sign-in?to=${encodeURIComponent(path)}`}>{t("threads.signIn")}</a>
    </p>
  );
}
