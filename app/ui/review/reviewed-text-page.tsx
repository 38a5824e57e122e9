import type { FieldName } from "~/domain/contributions/contribution-fields";
import type { SafeHtml } from "~/domain/text/safe-html";
import { Markdown } from "~/ui/entry/markdown";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./review.module.css";
import { TaskFrame, type TaskHead } from "./task-frame";

export interface ReadField {
  name: FieldName;
  /** Of a text; others are plain. */
  html: SafeHtml | null;
  text: string;
}

interface ReviewedTextProps {
  head: TaskHead;
  fields: ReadField[];
  authors: string[] | null;
}

/** What is reviewed, as it stood when the round opened. */
export function ReviewedTextPage({ head, fields, authors }: ReviewedTextProps) {
  const { t } = useTranslation();
  return (
    <TaskFrame head={head} page="text" lead={t("reviewing.textLead")}>
      <p>{authors ? t("contribution.byAuthors", { names: authors.join(", ") }) : t("reviewing.authorsHidden")}</p>
      {fields.map(({ name, html, text }) => (
        <Part key={name} id={`field-${name}`} title={t(`template.${name}.label`)}>
          {html === null ? (
            <p lang={head.language} className={styles.words}>
              {text}
            </p>
          ) : (
            <Markdown html={html} language={head.language} />
          )}
        </Part>
      ))}
    </TaskFrame>
  );
}
