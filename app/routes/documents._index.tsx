import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDocuments } from "~/domain/documents/document-queries.server";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { formatDate } from "~/ui/format-date";
import { Page } from "~/ui/layout/page";
import { listMeta } from "~/ui/list-meta";
import { useTranslation } from "~/ui/translation";

export const loader = async ({ context }: LoaderFunctionArgs) => ({
  documents: await listDocuments(context.services.readDb),
});

export const handle = { sameForAll: true };

export const meta: MetaFunction = ({ matches }) => listMeta(matches, "documents");

export default function Documents() {
  const { t, language } = useTranslation();
  const { documents } = useLoaderData<typeof loader>();
  return (
    <Page title={t("documents.title")} lead={t("documents.lead")} crumbs={[{ name: t("documents.title") }]}>
      {documents.length === 0 && <p>{t("documents.none")}</p>}
      <EntryList>
        {documents.map((document) => (
          <EntryLine
            key={document.slug}
            to={`/documents/${document.slug}`}
            title={document.title}
            language={document.language}
            summary={document.summary}
            eyebrow={[t(`documentKind.${document.kind}`), document.date && formatDate(document.date, language)]
              .filter(Boolean)
              .join(" · ")}
          >
            {document.counts.recommendations > 0 && (
              <p>
                {document.counts.recitals > 0 && `${t("count.recital", { count: document.counts.recitals })} · `}
                {t("count.recommendation", { count: document.counts.recommendations })}
              </p>
            )}
          </EntryLine>
        ))}
      </EntryList>
    </Page>
  );
}
