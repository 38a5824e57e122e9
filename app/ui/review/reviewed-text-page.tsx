import type { FieldName } from "~/domain/contributions/contribution-fields";
import type { LinkView } from "~/domain/links/link";
import type { ReviewedFile } from "~/domain/reviews/reviewed-file";
import type { SafeHtml } from "~/domain/text/safe-html";
import { LinkList } from "~/ui/entry/link-list";
import { Markdown } from "~/ui/entry/markdown";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./review.module.css";
import { ReviewedFiles } from "./reviewed-files";
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
  links: LinkView[];
  files: ReviewedFile[];
}

/** What is reviewed, as it stood when the round opened. */
export function ReviewedTextPage({ head, fields, authors, links, files }: ReviewedTextProps) {
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
      <Part id="links" title={t("reviewing.part.links")}>
        <LinkList links={links} empty={t("reviewedFiles.noLinks")} noteLanguage={head.language} />
      </Part>
      <ReviewedFiles files={files} language={head.language} />
    </TaskFrame>
  );
}
