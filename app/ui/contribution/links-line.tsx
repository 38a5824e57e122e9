import { authorsEvidence, linkFormOf, linkTypesTo } from "~/domain/links/contribution-link";
import type { LinkView } from "~/domain/links/link";
import { ReferenceLine } from "~/ui/entry/reference-line";
import { SelectField } from "~/ui/form/choice-fields";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { useTranslation } from "~/ui/translation";
import typography from "~/ui/type.module.css";
import styles from "./links.module.css";
import { LinkButton } from "./links-button";
import { useEntryName } from "./links-names";

interface LineProps {
  link: LinkView;
  /** Of the draft. */
  language: string;
  /** It has just been made: what it says is asked for. */
  isNew: boolean;
  refused?: Refused;
}

/** A link of the draft: what it says can be changed where it stands. */
export function LinkLine({ link: { type, evidence, note, other }, language, isNew, refused }: LineProps) {
  const { t } = useTranslation();
  const name = useEntryName()(other);
  const form = linkFormOf(other.id);
  const isConflict = refused?.form === form && refused.errors.note?.message === "form.conflict";
  // A level that authors cannot choose can still be left as it is.
  const levels = evidence === "peer-confirmed" ? ([...authorsEvidence, evidence] as const) : authorsEvidence;
  return (
    <ReferenceLine entry={other}>
      <details className={styles.details} data-key={form} open={refused?.form === form || isNew || undefined}>
        <summary>
          <span>{t(`contributionLinks.type.${type as "uses"}`)}</span> ·{" "}
          <span>{evidence ? t(`evidence.${evidence}`) : t("site.notDocumented")}</span>
          {note && <span className={styles.note}>{note}</span>}
          <span className={styles.change}>{t("contributionLinks.change")}</span>
          <span className={typography.visuallyHidden}> {name}</span>
        </summary>
        <Form
          id={form}
          labels={{
            type: t("contributionLinks.kind"),
            evidence: t("experience.evidence"),
            note: t("contributionLinks.note"),
          }}
          refused={refused}
          submit={t("editor.save")}
          data={{ "data-link-form": "" }}
        >
          <input type="hidden" name="to" value={other.id} />
          <input type="hidden" name="wasType" value={type} />
          <input type="hidden" name="wasEvidence" value={evidence ?? ""} />
          <textarea name="wasNote" hidden readOnly defaultValue={note ?? ""} />
          <div className={styles.two}>
            <SelectField
              name="type"
              value={type}
              choices={linkTypesTo(other.kind).map((value) => ({
                value,
                label: t(`contributionLinks.type.${value as "uses"}`),
              }))}
            />
            <SelectField
              name="evidence"
              value={evidence ?? "claimed"}
              choices={levels.map((value) => ({ value, label: t(`evidence.${value}`) }))}
            />
          </div>
          <TextAreaField name="note" rows={3} optional value={note ?? ""} hint={t("contributionLinks.noteHint")} />
          {isConflict && (
            <div className={styles.typed} lang={language}>
              <p>{t("contributionLinks.standsNow")}</p>
              {t(`contributionLinks.type.${type as "uses"}`)} · {evidence && t(`evidence.${evidence}`)}
              {"\n"}
              {note ?? t("editor.emptyText")}
            </div>
          )}
        </Form>
      </details>
      <LinkButton form="remove" to={other.id} name={name}>
        {t("contributionLinks.remove")}
      </LinkButton>
    </ReferenceLine>
  );
}
