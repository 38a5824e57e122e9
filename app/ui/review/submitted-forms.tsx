import type { FieldName } from "~/domain/contributions/contribution-fields";
import { useTemplateLabels } from "~/ui/contribution/template-labels";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { SeenFields } from "./seen-fields";

interface SubmittedFormsProps {
  seen: { status: string; round: string };
  percent: number;
  missing: FieldName[];
  mayAcceptUnreviewed: boolean;
  refused?: Refused;
}

/** What a coordinator can do with what was just submitted. */
export function SubmittedForms({ seen, percent, missing, mayAcceptUnreviewed, refused }: SubmittedFormsProps) {
  const { t } = useTranslation();
  const fields = useTemplateLabels();
  const labels = { reason: t("reviewing.reasonForAuthors") };
  return (
    <>
      <Part id="formalities" title={t("reviewing.formalities")}>
        {missing.length === 0 ? (
          <p>
            {t("reviewing.formallyRight")} ({t("desk.percent", { percent })})
          </p>
        ) : (
          <>
            <p>{t("contribution.missing")}</p>
            <ul>
              {missing.map((name) => (
                <li key={name}>{fields[name]}</li>
              ))}
            </ul>
          </>
        )}
      </Part>
      <Part id="open" title={t("reviewing.open")} lead={t("reviewing.openLead")}>
        <Form id="open" labels={{}} refused={refused} submit={t("reviewing.open")}>
          <SeenFields {...seen} />
        </Form>
      </Part>
      <Part id="return" title={t("reviewing.return")} lead={t("reviewing.returnLead")}>
        <Form id="return" labels={labels} refused={refused} submit={t("reviewing.return")}>
          <SeenFields {...seen} />
          <TextAreaField name="reason" rows={4} />
        </Form>
      </Part>
      {mayAcceptUnreviewed && (
        <Part id="unreviewed" title={t("reviewing.acceptUnreviewed")} lead={t("reviewing.acceptUnreviewedLead")}>
          <Form id="accept-unreviewed" labels={labels} refused={refused} submit={t("reviewing.acceptUnreviewed")}>
            <SeenFields {...seen} />
            <TextAreaField name="reason" rows={2} optional />
          </Form>
        </Part>
      )}
      <Part id="decline" title={t("reviewing.declineIt")} lead={t("reviewing.declineItLead")}>
        <Form id="decline" labels={labels} refused={refused} submit={t("reviewing.declineIt")} danger>
          <SeenFields {...seen} />
          <TextAreaField name="reason" rows={4} />
        </Form>
      </Part>
    </>
  );
}
