import { useRouteLoaderData } from "@remix-run/react";
import { type Followed, followedPath } from "~/domain/following/followed";
import quiet from "~/ui/form/quiet-button.module.css";
import { useTranslation } from "~/ui/translation";
import styles from "./follow-button.module.css";

/** What root.tsx knows of the page at hand. */
interface FollowFrame {
  person: object | null;
  follow: (Followed & { follows: boolean }) | null;
}

/** On the page of everything that can be followed: root.tsx finds out what that is, so that no page has to. */
export function FollowButton() {
  const { t } = useTranslation();
  const frame = useRouteLoaderData("root") as FollowFrame | undefined;
  if (!frame?.follow) return null;
  const { kind, id, follows } = frame.follow;
  if (!frame.person)
    return (
      <p className={styles.follow}>
        <a
          href={`/sign-in?to=${encodeURIComponent(followedPath({ kind, id }))}`}
          rel="nofollow"
          className={quiet.button}
        >
          {t("following.follow")}
        </a>
      </p>
    );
  return (
    <form method="post" action="/following" className={styles.follow}>
      <input type="hidden" name="form" value={follows ? "unfollow" : "follow"} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="back" value="yes" />
      {follows && <span>{t("following.followed")}</span>}
      <button type="submit" className={quiet.button}>
        {t(follows ? "following.unfollow" : "following.follow")}
      </button>
    </form>
  );
}
