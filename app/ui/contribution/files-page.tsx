import {
  acceptedTypes,
  addressOfFile,
  type ContributionFile,
  isPicture,
  longestAlternative,
  longestCaption,
  mostFiles,
} from "~/domain/files/file";
import { fileFacts } from "~/ui/files/file-facts";
import { Picture } from "~/ui/files/file-list";
import files from "~/ui/files/files.module.css";
import { FileField, TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import quiet from "~/ui/form/quiet-button.module.css";
import type { Refused } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./contribution.module.css";
import { ContributionFrame, type ContributionHead } from "./contribution-frame";

interface FilesProps {
  head: ContributionHead;
  files: ContributionFile[];
  /** A file that was just taken out. */
  removed: ContributionFile | null;
  done: "added" | "saved" | null;
  refused?: Refused;
}

/** The pictures and files of a draft: added, described, taken out and put back. */
export function FilesPage({ head, files: all, removed, done, refused }: FilesProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const isFull = all.length >= mostFiles;
  return (
    <ContributionFrame head={head} page="files" lead={t("files.lead")}>
      {removed && !refused && (
        <div className={styles.notice} role="status">
          <form method="post" className={styles.buttons}>
            <input type="hidden" name="form" value="put-back" />
            <input type="hidden" name="file" value={removed.id} />
            <span>{t("files.removed", { name: removed.name })}</span>
            <button type="submit" className={quiet.button}>
              {t("files.putBack")}
            </button>
          </form>
        </div>
      )}
      {done && !refused && (
        <p className={styles.notice} role="status">
          {t(`files.${done}`)}
        </p>
      )}
      <p>{t("reviewedFiles.hint")}</p>
      {all.length === 0 && <p>{t("files.none")}</p>}
      {all.map((file) => (
        <FileCard key={file.id} file={file} refused={refused} language={head.language} />
      ))}
      <Part id="add" title={t("files.add")}>
        {isFull ? (
          <p>{t("fileProblem.tooMany", { field: t("files.file") })}</p>
        ) : (
          <Form id="add" labels={labels} refused={refused} submit={t("files.submit")} files>
            <FileField name="file" accept={acceptedTypes} hint={t("files.hint")} />
            <TextAreaField name="alternativeText" rows={2} optional hint={t("files.alternativeHint")} />
            <TextAreaField name="caption" rows={2} optional hint={t("files.captionHint")} />
          </Form>
        )}
      </Part>
    </ContributionFrame>
  );
}

function useLabels(): Record<string, string> {
  const { t } = useTranslation();
  return { file: t("files.file"), alternativeText: t("files.alternative"), caption: t("files.caption") };
}

interface CardProps {
  file: ContributionFile;
  language: string;
  refused?: Refused;
}

function FileCard({ file, language, refused }: CardProps) {
  const { t, language: reader } = useTranslation();
  const labels = useLabels();
  const form = `describe-${file.id}`;
  return (
    <article className={files.card} aria-labelledby={`file-${file.id}`}>
      <div lang={language}>
        {isPicture(file.mediaType) ? (
          <Picture picture={file} />
        ) : (
          <a href={addressOfFile(file)}>{t("files.download")}</a>
        )}
      </div>
      <div className={files.words}>
        <div className={files.name}>
          <h2 id={`file-${file.id}`}>{file.name}</h2>
          <p className={files.facts}>{fileFacts(file, t, reader)}</p>
        </div>
        <Form id={form} labels={labels} refused={refused} submit={t("files.save")}>
          <input type="hidden" name="file" value={file.id} />
          {isPicture(file.mediaType) && (
            <TextAreaField
              name="alternativeText"
              rows={2}
              value={file.alternativeText ?? ""}
              maxLength={longestAlternative}
            />
          )}
          <TextAreaField name="caption" rows={2} optional value={file.caption ?? ""} maxLength={longestCaption} />
        </Form>
        <form method="post">
          <input type="hidden" name="form" value="remove" />
          <input type="hidden" name="file" value={file.id} />
          <button type="submit" className={quiet.button} aria-describedby={`file-${file.id}`}>
            {t("files.remove")}
          </button>
        </form>
      </div>
    </article>
  );
}
