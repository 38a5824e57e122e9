import type { EditionLine } from "~/domain/editions/edition";
import { ButtonForm } from "~/ui/form/button-form";
import { formatMoment } from "~/ui/format-date";
import { useTranslation } from "~/ui/translation";
import { fieldName, fieldText } from "./change-words";
import styles from "./editing.module.css";

interface EditionListProps {
  editions: EditionLine[];
  /** What is edited where, by its subject: then each leads to its place. */
  names?: Record<string, string>;
}

/** What was edited: who, when, before and after; each can be taken back once. */
export function EditionList({ editions, names }: EditionListProps) {
  const { t, language } = useTranslation();
  if (editions.length === 0) return <p>{t("editing.noHistory")}</p>;
  const signed = (name: string | null, date: string) => ({
    name: name ?? t("audit.erased"),
    date: formatMoment(date, language),
  });
  return (
    <ol className={styles.editions} reversed>
      {editions.map(({ number, kind, subject, path, at, by, takenBack, changes }) => {
        const name = names?.[subject];
        const title = name
          ? `${t(`editing.what.${kind}`)}${t("site.colon")} ${name}`
          : `${t(`editing.what.${kind}`)} ${subject.replace(">", " → ")}`;
        return (
          <li key={number}>
            <p className={styles.tag}>{names ? <a href={path}>{title}</a> : title}</p>
            <p className={styles.who}>{t("editing.edited", signed(by, at))}</p>
            <dl className={styles.changes}>
              {changes.map(({ field, before, after }) => (
                <div key={field}>
                  <dt>{fieldName(t, field)}</dt>
                  {kind === "tags" ? (
                    <dd>{t(after === null ? "editing.removed" : "editing.added")}</dd>
                  ) : (
                    <>
                      <dd>
                        <span className={styles.word}>{t("editing.before")}</span>{" "}
                        <del>{fieldText(t, field, before)}</del>
                      </dd>
                      <dd>
                        <span className={styles.word}>{t("editing.after")}</span> {fieldText(t, field, after)}
                      </dd>
                    </>
                  )}
                </div>
              ))}
            </dl>
            {takenBack ? (
              <p className={styles.who}>{t("editing.takenBack", signed(takenBack.by, takenBack.at))}</p>
            ) : (
              <ButtonForm
                form="take-back"
                fields={{ number: String(number) }}
                label={t("editing.takeBack")}
                about={`${title}, ${formatMoment(at, language)}`}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}
