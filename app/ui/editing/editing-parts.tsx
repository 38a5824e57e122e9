import type { Conflicts, Fields } from "~/domain/editions/edition";
import type { TermUses } from "~/domain/vocabularies/term-use";
import { FormErrors, useField } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { DoneNotice } from "~/ui/layout/notice";
import { useTranslation } from "~/ui/translation";
import { TermUseList } from "~/ui/vocabulary/term-use-list";
import { fieldName, fieldText } from "./change-words";
import styles from "./editing.module.css";

/** What an editing page is told about what was just done. */
export interface EditingAnswer {
  done: "saved" | "takenBackNow" | null;
  refused?: Refused;
  conflicts?: Conflicts | null;
  /** What uses what should have been deleted. */
  uses?: TermUses | null;
}

/** What was done, or why it was not: what somebody else wrote meanwhile stands beside it. */
export function EditingNotice({ done, refused, conflicts, uses }: EditingAnswer) {
  const { t } = useTranslation();
  return (
    <>
      {done && !refused && <DoneNotice>{t(`editing.${done}`)}</DoneNotice>}
      <FormErrors id="take-back" labels={{}} refused={refused} />
      {uses && <TermUseList uses={uses} />}
      {conflicts && (
        <section className={styles.standing} aria-labelledby="standing">
          <h2 id="standing">{t("editing.meanwhile")}</h2>
          {refused?.form !== "take-back" && <p>{t("editing.meanwhileLead")}</p>}
          <dl>
            {Object.entries(conflicts).map(([field, value]) => (
              <div key={field}>
                <dt>{fieldName(t, field)}</dt>
                <dd>{fieldText(t, field, value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

/** What the person saw when they began. Whoever was shown what others wrote has seen that. */
export function Seen({ fields, renewed }: { fields: Fields; renewed: boolean }) {
  const { given } = useField("seen");
  return (
    <input type="hidden" name="seen" value={!renewed && typeof given === "string" ? given : JSON.stringify(fields)} />
  );
}
