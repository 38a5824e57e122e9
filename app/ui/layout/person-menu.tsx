import { useTranslation } from "~/ui/translation";
import styles from "./person-menu.module.css";

export function SignInLink({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <a className={styles.signIn} href="/sign-in" aria-current={path === "/sign-in" ? "page" : undefined}>
      {t("nav.signIn")}
    </a>
  );
}

/** Who is signed in, and what is theirs. */
export function PersonMenu({ path, name, administrator }: { path: string; name: string; administrator: boolean }) {
  const { t } = useTranslation();
  return (
    <details className={styles.menu}>
      <summary>
        <span className={styles.name}>{name}</span>
      </summary>
      <ul className={styles.list}>
        <li>
          <a href="/desk" aria-current={path === "/desk" ? "page" : undefined}>
            {t("nav.desk")}
          </a>
        </li>
        {(["notifications", "following", "searches"] as const).map((name) => (
          <li key={name}>
            <a href={`/${name}`} aria-current={path === `/${name}` ? "page" : undefined}>
              {t(`nav.${name}`)}
            </a>
          </li>
        ))}
        <li>
          <a href="/account" aria-current={path === "/account" ? "page" : undefined}>
            {t("nav.account")}
          </a>
        </li>
        {administrator && (
          <li>
            <a href="/admin" aria-current={path === "/admin" ? "page" : undefined}>
              {t("nav.admin")}
            </a>
          </li>
        )}
        <li>
          <form method="post" action="/sign-out">
            <button type="submit">{t("nav.signOut")}</button>
          </form>
        </li>
      </ul>
    </details>
  );
}
