import { adminCrumbs } from "~/ui/admin/admin-crumbs";
import { FileField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import type { Refused } from "~/ui/form/read-form";
import { formatMoment } from "~/ui/format-date";
import { Line, LineList } from "~/ui/layout/line-list";
import { Page, Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

interface UploadPageProps {
  drafts: { id: string; name: string; updatedAt: string }[];
  refused?: Refused;
}

/** Where a document is handed in, to be read and corrected. */
export function UploadPage({ drafts, refused }: UploadPageProps) {
  const { t, language } = useTranslation();
  return (
    <Page title={t("importing.title")} lead={t("importing.lead")} crumbs={adminCrumbs(t, t("importing.title"))}>
      <Form id="upload" labels={{ file: t("importing.file") }} refused={refused} submit={t("importing.read")} files>
        <FileField name="file" accept=".pdf,.docx,.txt,.html,.htm,.md" hint={t("importing.fileHint")} />
      </Form>
      {drafts.length > 0 && (
        <Part title={t("importing.drafts")} id="drafts">
          <LineList>
            {drafts.map(({ id, name, updatedAt }) => (
              <Line
                key={id}
                title={<a href={`/admin/documents/${id}`}>{name}</a>}
                details={[formatMoment(updatedAt, language)]}
              />
            ))}
          </LineList>
        </Part>
      )}
    </Page>
  );
}
