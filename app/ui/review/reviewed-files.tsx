import { isReadable, type ReviewedFile } from "~/domain/reviews/reviewed-file";
import { fileFacts } from "~/ui/files/file-facts";
import { FileList } from "~/ui/files/file-list";
import styles from "~/ui/files/files.module.css";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

/** The files of what is reviewed; of those that a reviewer cannot open, why. */
export function ReviewedFiles({ files, language }: { files: ReviewedFile[]; language: string }) {
  const { t, language: reader } = useTranslation();
  const withheld = files.filter((file) => !isReadable(file));
  return (
    <>
      <FileList files={files.filter(isReadable)} language={language} />
      {withheld.length > 0 && (
        <Part id="withheld" title={t("reviewedFiles.withheld")}>
          <ul className={styles.list}>
            {withheld.map((file) => (
              <li key={file.id}>
                <span lang={language}>{file.caption || file.name}</span>{" "}
                <span className={styles.facts}>{fileFacts(file, t, reader)}</span>
                <p className={styles.facts}>{file.withheld && t(`reviewedFiles.why.${file.withheld}`)}</p>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
