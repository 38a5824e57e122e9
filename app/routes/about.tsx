import type { MetaFunction } from "@remix-run/node";
import { translator } from "~/i18n/translate";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";

export const handle = { sameForAll: true };

export const meta: MetaFunction = ({ matches }) => {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: t("about.title"),
    description: t("about.whatText"),
    jsonLd: { "@type": "AboutPage", name: t("about.title") },
  });
};

const parts = ["what", "how", "evidence", "sources", "reuse", "privacy"] as const;

export default function About() {
  const { t } = useTranslation();
  return (
    <Page title={t("about.title")} lead={t("site.tagline")} crumbs={[{ name: t("nav.about") }]}>
      {parts.map((part) => (
        <Part key={part} title={t(`about.${part}`)} id={part}>
          <p className={type.prose}>{t(`about.${part}Text`)}</p>
          {part === "reuse" && (
            <p>
              <a href="/api">{t("site.api")}</a>
            </p>
          )}
        </Part>
      ))}
    </Page>
  );
}
