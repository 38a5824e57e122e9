import type { Credit } from "~/domain/publication/version";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./credit-list.module.css";

/** Who is credited, with their roles and their ORCID. */
export function CreditList({ credits }: { credits: Credit[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.credits}>
      {credits.map(({ name, orcid, roles }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name, and their order stays
        <li key={index}>
          {name}
          {orcid && (
            <>
              {" "}
              <a href={`https://orcid.org/${orcid}`} className={styles.orcid}>
                <span className={type.visuallyHidden}>{t("publication.orcid", { name })} </span>
                {orcid}
              </a>
            </>
          )}
          {roles.length > 0 && <p className={type.small}>{roles.map((role) => t(`creditRole.${role}`)).join(" · ")}</p>}
        </li>
      ))}
    </ul>
  );
}
