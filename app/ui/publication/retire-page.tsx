import type { LastEvent } from "~/domain/audit/audit-queries.server";
import { ContributionFrame, type ContributionHead } from "~/ui/contribution/contribution-frame";
import { CheckboxField } from "~/ui/form/choice-fields";
import { TextAreaField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatDate } from "~/ui/format-date";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { Decided } from "./decided";

export interface RetirePageProps {
  head: ContributionHead;
  may: { archive: boolean; restore: boolean; withdraw: boolean };
  retired: { state: "archived" | "withdrawn"; at: string; reason: string } | null;
  last: LastEvent | null;
  refused?: Refused;
}

/** Archives, restores or withdraws what was published. */
export function RetirePage({ head, may, retired, last, refused }: RetirePageProps) {
  const { t, language } = useTranslation();
  const reason = t("publishing.reason");
  // A form that came too late goes back with all that was typed.
  const has = (form: keyof typeof may) => may[form] || refused?.form === form;
  return (
    <ContributionFrame
      head={head}
      page="retire"
      lead={has("archive") || has("withdraw") ? t("publishing.retireLead") : undefined}
    >
      {retired && (
        <p role="status">
          {t(retired.state === "archived" ? "publishing.isArchived" : "publishing.isWithdrawn", {
            date: formatDate(retired.at, language),
          })}{" "}
          {retired.reason}
        </p>
      )}
      {head.status === "superseded" && <p>{t("publishing.superseded")}</p>}
      {has("restore") && (
        <Part id="restore" title={t("publishing.restore")} lead={t("publishing.restoreLead")}>
          <Form id="restore" labels={{}} refused={refused} submit={t("publishing.restore")} />
        </Part>
      )}
      {has("archive") && (
        <Part id="archive" title={t("publishing.archive")} lead={t("publishing.archiveLead")}>
          <Form id="archive" labels={{ reason }} refused={refused} submit={t("publishing.archive")}>
            <TextAreaField name="reason" rows={3} />
          </Form>
        </Part>
      )}
      {has("withdraw") && (
        <Part id="withdraw" title={t("publishing.withdraw")} lead={t("publishing.withdrawLead")}>
          <Form
            id="withdraw"
            labels={{ reason, sure: t("publishing.sure") }}
            refused={refused}
            submit={t("publishing.withdraw")}
            danger
          >
            <TextAreaField name="reason" rows={3} />
            <CheckboxField name="sure" />
          </Form>
        </Part>
      )}
      <Decided last={last} />
    </ContributionFrame>
  );
}
