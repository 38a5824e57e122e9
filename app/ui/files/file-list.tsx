import { addressOfFile, type ContributionFile, isPicture } from "~/domain/files/file";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { fileFacts } from "./file-facts";
import styles from "./files.module.css";

/** The pictures of a practice or case study with their captions, and its files to download; nothing where there are none. */
export function FileList({ files, language }: { files: ContributionFile[]; language: string }) {
  const { t, language: reader } = useTranslation();
  const pictures = files.filter(({ mediaType }) => isPicture(mediaType));
  const others = files.filter(({ mediaType }) => !isPicture(mediaType));
  if (files.length === 0) return null;
  return (
    <Part id="files" title={t("files.title")}>
      {pictures.map((picture) => (
        <figure key={picture.id} className={styles.figure} lang={language}>
          <Picture picture={picture} />
          {picture.caption && <figcaption>{picture.caption}</figcaption>}
        </figure>
      ))}
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map((file) => (
            <li key={file.id}>
              <a href={addressOfFile(file)} lang={language}>
                {file.caption || file.name}
              </a>{" "}
              <span className={styles.facts}>{fileFacts(file, t, reader)}</span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** Its place is kept while it loads. */
export const Picture = ({ picture }: { picture: ContributionFile }) => (
  <img
    src={addressOfFile(picture)}
    alt={picture.alternativeText ?? ""}
    width={picture.width ?? undefined}
    height={picture.height ?? undefined}
    loading="lazy"
    decoding="async"
    className={styles.picture}
  />
);
