import type { MetaDescriptor } from "@remix-run/react";
import { type AuditFilter, type AuditLine, auditPath } from "~/domain/audit/audit-filter";
import { translator } from "~/i18n/translate";
import { adminCrumbs } from "~/ui/admin/admin-crumbs";
import { Pager } from "~/ui/entry/pager";
import { ChoiceForm } from "~/ui/form/choice-form";
import { formatMoment } from "~/ui/format-date";
import { formatNumber } from "~/ui/format-number";
import { Page } from "~/ui/layout/page";
import { WideTable } from "~/ui/layout/wide-table";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import { auditActionLabel } from "./action-label";
import styles from "./audit-page.module.css";
import { auditDetails, auditSubjectName } from "./detail-text";

interface AuditPageProps {
  filter: AuditFilter;
  page: number;
  pages: number;
  total: number;
  lines: AuditLine[];
  actions: string[];
}

/** Who did what, when, to what and from where. */
export function AuditPage({ filter, page, pages, total, lines, actions }: AuditPageProps) {
  const { t, language } = useTranslation();
  const title = t("audit.title");
  return (
    <Page title={title} lead={t("audit.lead")} crumbs={adminCrumbs(t, title)} wide>
      <ChoiceForm action="/admin/audit" submit={t("audit.show")}>
        <label>
          {t("audit.person")}
          <input name="person" defaultValue={filter.person} />
        </label>
        <label>
          {t("audit.action")}
          <select name="action" defaultValue={filter.action}>
            <option value="">{t("audit.any")}</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {auditActionLabel(t, action)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("audit.subject")}
          <input name="subject" defaultValue={filter.subject} />
        </label>
        <label>
          {t("audit.from")}
          <input name="from" type="date" defaultValue={filter.from} />
        </label>
        <label>
          {t("audit.to")}
          <input name="to" type="date" defaultValue={filter.to} />
        </label>
      </ChoiceForm>
      <p>
        {t("audit.count", { count: total, number: formatNumber(total, language) })} ·{" "}
        <a href={auditPath(filter, 1, "/admin/audit/export.csv")}>{t("audit.export")}</a>
      </p>
      {lines.length === 0 ? (
        <p>{t("audit.empty")}</p>
      ) : (
        <WideTable label={title} className={styles.log}>
          <thead>
            <tr>
              <th scope="col">{t("audit.number")}</th>
              <th scope="col">{t("audit.at")}</th>
              <th scope="col">{t("audit.person")}</th>
              <th scope="col">{t("audit.action")}</th>
              <th scope="col">{t("audit.subject")}</th>
              <th scope="col">{t("audit.details")}</th>
              <th scope="col">{t("audit.address")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.number}>
                <td>{line.number}</td>
                <td>
                  <time dateTime={line.at}>{formatMoment(line.at, language)}</time>
                </td>
                <td>{who(line)}</td>
                <td>{auditActionLabel(t, line.action)}</td>
                <td>
                  {auditSubjectName(t, line.subjectKind)}{" "}
                  <a href={auditPath({ ...none, subject: line.subjectId }, 1)}>{line.subjectId}</a>
                </td>
                <td>{auditDetails(t, line)}</td>
                <td>{line.address}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
      <Pager page={page} pages={pages} to={(number) => auditPath(filter, number)} />
    </Page>
  );

  function who({ actorId, name }: AuditLine) {
    if (actorId === null) return t("audit.server");
    return <a href={auditPath({ ...none, person: actorId }, 1)}>{name ?? t("audit.erased")}</a>;
  }
}

const none: AuditFilter = { person: "", action: "", subject: "", from: "", to: "" };

export function auditMeta(matches: Parameters<typeof frameOf>[0]): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, { title: t("audit.title"), description: t("audit.lead"), noIndex: true });
}
