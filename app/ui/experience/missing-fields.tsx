import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./missing-fields.module.css";

/** What the sources do not tell: said openly, and in few lines. */
export function MissingFields({ names }: { names: string[] }) {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <Part title={t("experience.missing")} id="missing">
      <dl className={styles.fields}>
        {names.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{t("site.notDocumented")}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
