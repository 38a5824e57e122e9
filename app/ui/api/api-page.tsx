import type { MetaDescriptor } from "@remix-run/react";
import type { OpenApi } from "~/domain/api/openapi-types";
import { translator } from "~/i18n/translate";
import { Contents } from "~/ui/entry/contents";
import { Facts } from "~/ui/entry/facts";
import { Side } from "~/ui/entry/side";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import { Code } from "./code";
import { OperationPart } from "./operation-part";

interface ApiPageProps {
  description: Omit<OpenApi, "components">;
}

/** The API's description as a page; what comes from the description is in English. */
export function ApiPage({ description }: ApiPageProps) {
  const { t } = useTranslation();
  const origin = description.servers[0]?.url ?? "";
  const address = `${origin}/api/v1/openapi.json`;
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    (["get", "post", "patch"] as const).flatMap((method) => {
      const operation = methods[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
  const problem = operations[0]?.operation.responses["400"]?.content?.["application/problem+json"]?.example;
  return (
    <Page
      title={t("api.title")}
      lead={t("api.lead")}
      crumbs={[{ name: t("api.title") }]}
      aside={
        <Side title={t("api.contents")}>
          <Contents
            label={t("api.contents")}
            items={[
              { id: "basics", name: t("api.basics") },
              { id: "paths", name: t("api.paths") },
              ...operations.map(({ operation }) => ({
                id: operation.operationId,
                name: operation.summary,
                depth: 1,
                language: "en",
              })),
              { id: "errors", name: t("api.errors") },
            ]}
          />
        </Side>
      }
    >
      <Part title={t("api.basics")} id="basics">
        <Facts
          facts={[
            [t("api.base"), <code key="base">{`${origin}/api/v1`}</code>],
            [
              t("api.description"),
              <a key="description" href={address} hrefLang="en">
                OpenAPI {description.openapi}
              </a>,
            ],
            [t("api.formats"), t("api.formatsText")],
            [t("api.reuse"), t("api.reuseText")],
            [t("api.languages"), t("api.languagesText")],
            [t("api.cache"), t("api.cacheText")],
            [t("api.origins"), t("api.originsText")],
          ]}
        />
      </Part>
      <Part title={t("api.paths")} id="paths" lead={t("api.english")}>
        <p lang="en" className={type.prose}>
          {description.info.description}
        </p>
        {operations.map(({ path, method, operation }) => (
          <OperationPart key={operation.operationId} {...{ path, method, origin, operation }} />
        ))}
      </Part>
      <Part title={t("api.errors")} id="errors">
        <p className={type.prose}>{t("api.errorsText")}</p>
        {problem && <Code json={problem} />}
      </Part>
    </Page>
  );
}

export function apiMeta(matches: Parameters<typeof frameOf>[0]): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: t("api.title"),
    description: t("api.lead"),
    jsonLd: {
      "@type": "WebAPI",
      name: t("api.title"),
      description: t("api.lead"),
      documentation: `${frame.origin}/api/v1/openapi.json`,
      inLanguage: frame.language,
      license: "https://creativecommons.org/licenses/by/4.0/",
      breadcrumb: breadcrumbList(frame.origin, [{ name: t("api.title") }]),
    },
  });
}
