import type { TFunction } from "i18next";
import type { Completeness, Improvement } from "~/domain/contributions/completeness";
import { Side } from "~/ui/entry/side";
import { useTranslation } from "~/ui/translation";
import styles from "./contribution.module.css";

/** How far a draft has come, and what would make it better next. */
export function CompletenessMeter({ percent, improvements, id }: Completeness & { id: string }) {
  const { t } = useTranslation();
  const [next] = improvements;
  return (
    <Side title={t("editor.complete")}>
      <p className={styles.meter}>
        <meter min={0} max={100} value={percent} data-meter="" aria-label={t("editor.complete")} />
        <span data-percent="">{t("editor.percent", { percent })}</span>
      </p>
      <p className={styles.next}>
        <strong>{t("editor.next")}</strong>{" "}
        <a href={improvementPath(id, next)} data-next="">
          {improvementText(t, next)}
        </a>
      </p>
    </Side>
  );
}

/** Where it is made: a field of the editor, or the page of links. */
export function improvementPath(id: string, improvement: Improvement | undefined): string {
  if (!improvement) return "#content";
  return improvement.field === "links" ? `/contributions/${id}/links` : `#edit-${improvement.field}`;
}

export function improvementText(t: TFunction, improvement: Improvement | undefined): string {
  if (!improvement) return t("editor.allDone");
  if (improvement.field === "links") {
    if (improvement.reason === "noTool") return t("contributionLinks.nextTool");
    return t(improvement.reason === "noNote" ? "contributionLinks.nextNote" : "contributionLinks.nextLink");
  }
  const field = t(`template.${improvement.field}.label`);
  if (improvement.reason === "empty") return t("editor.nextEmpty", { field });
  if (improvement.reason === "unsourced") return t("editor.nextUnsourced", { field });
  return t("editor.nextShort", { field, words: improvement.words });
}
