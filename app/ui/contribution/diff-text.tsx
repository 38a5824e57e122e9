import { diffLines, diffWords } from "~/domain/contributions/word-diff";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./diff-text.module.css";

interface Props {
  before: string;
  after: string;
  language: string;
  /** Names, one in a line, which stay whole. */
  names?: boolean;
}

/** Both texts in one: what went is struck out, what came is underlined; spoken, each says what it is. */
export function DiffText({ before, after, language, names = false }: Props) {
  const { t } = useTranslation();
  const spoken = (text: string) => <span className={type.visuallyHidden}> [{text}] </span>;
  return (
    <div className={styles.diff} lang={language}>
      {(names ? diffLines : diffWords)(before, after).map(({ kind, text }, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: a part is known by its place alone
        if (kind === "same") return <span key={index}>{text}</span>;
        if (kind === "added")
          return (
            <ins key={index}>
              {spoken(t("contribution.added"))}
              {text}
            </ins>
          );
        return (
          <del key={index}>
            {spoken(t("contribution.removed"))}
            {text}
          </del>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: a part is known by its place alone
      })}
      {after === "" && spoken(t("contribution.emptied"))}
    </div>
  );
}
