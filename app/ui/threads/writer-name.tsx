import type { TFunction } from "i18next";
import type { WriterView } from "~/domain/threads/writer-view";
import { useTranslation } from "~/ui/translation";
import styles from "./threads.module.css";

/** How somebody is called in a thread: by name where that may be known, else by what they are to it. */
export function writerName(t: TFunction, { name, side, number }: Pick<WriterView, "name" | "side" | "number">): string {
  if (name !== null) return name;
  if (side === "reviewer" && number !== null) return t("threads.reviewerNumber", { number });
  return side === null ? t("threads.gone") : t(`threads.side.${side}`);
}

/** The same with a link to the profile, and what the person is to the thread's subject. */
export function WriterName({ writer }: { writer: WriterView }) {
  const { t } = useTranslation();
  const name = writerName(t, writer);
  const { side, number } = writer;
  return (
    <>
      <span className={styles.writer}>{writer.path ? <a href={writer.path}>{name}</a> : name}</span>
      {writer.name !== null && side !== null && (
        <span className={styles.badge}>
          {side === "reviewer" && number !== null ? t("threads.reviewerNumber", { number }) : t(`threads.side.${side}`)}
        </span>
      )}
      {writer.me && <span>{t("threads.you")}</span>}
    </>
  );
}
