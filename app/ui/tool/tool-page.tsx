import type { MetaDescriptor } from "@remix-run/react";
import type { Citation } from "~/domain/citations/citation";
import { toolSource } from "~/domain/citations/citation-sources";
import type { EntryReference } from "~/domain/links/link";
import type { SafeHtml } from "~/domain/text/safe-html";
import type { ToolPage } from "~/domain/tools/tool";
import { translator } from "~/i18n/translate";
import { Cite } from "~/ui/cite/cite";
import { type Around, AroundEntry } from "~/ui/entry/around-entry";
import { Contents } from "~/ui/entry/contents";
import { LinkList } from "~/ui/entry/link-list";
import { Markdown } from "~/ui/entry/markdown";
import { Side } from "~/ui/entry/side";
import { Topics } from "~/ui/entry/topics";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { LastChange } from "~/ui/layout/last-change";
import { Page, Part } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { MoreLikeThis } from "~/ui/similar/more-like-this";
import { useTranslation } from "~/ui/translation";
import styles from "./tool-page.module.css";

type TextName = "whatItIs" | "whenToUse" | "whoDoesIt" | "whatItNeeds" | "pitfalls" | "howToKnow";

interface ToolPageProps {
  tool: ToolPage;
  texts: Record<TextName, SafeHtml>;
  steps: SafeHtml[];
  citation: Citation;
  similar: EntryReference[];
  around?: Around;
}

const parts = [
  "whatItIs",
  "whenToUse",
  "steps",
  "whoDoesIt",
  "whatItNeeds",
  "pitfalls",
  "howToKnow",
  "answers",
  "usedBy",
  "furtherReading",
] as const;

/** A management tool: what it is, how to use it, the recommendations behind it and the cities that use it. */
export function ToolPageView({ tool, texts, steps, citation, similar, around }: ToolPageProps) {
  const { t } = useTranslation();
  const text = (name: TextName) => (
    <Part title={t(`tools.${name}`)} id={name}>
      <Markdown html={texts[name]} language={tool.language} />
    </Part>
  );
  return (
    <Page
      title={tool.title}
      titleLanguage={tool.language}
      eyebrow={t("kind.tool")}
      lead={tool.summary}
      leadLanguage={tool.language}
      crumbs={[{ name: t("tools.title"), to: "/tools" }, { name: tool.title }]}
      aside={
        <>
          <Cite citation={citation} />
          <Side title={t("experience.contents")}>
            <Contents label={t("experience.contents")} items={parts.map((id) => ({ id, name: t(`tools.${id}`) }))} />
          </Side>
          <Side title={t("provision.topics")}>
            <Topics terms={tool.terms} />
          </Side>
        </>
      }
    >
      {tool.aliases.length > 0 && (
        <p className={styles.aliases}>
          {t("tools.aliases") + t("site.colon")} {tool.aliases.join(" · ")}
        </p>
      )}
      {text("whatItIs")}
      {text("whenToUse")}
      <Part title={t("tools.steps")} id="steps">
        <p className={styles.advice}>{t("tools.stepsBy")}</p>
        <ol className={styles.steps} lang={tool.language}>
          {steps.map((step) => (
            <li key={step}>
              <Markdown html={step} language={tool.language} />
            </li>
          ))}
        </ol>
      </Part>
      {text("whoDoesIt")}
      {text("whatItNeeds")}
      {text("pitfalls")}
      {text("howToKnow")}
      <Part title={t("tools.answers")} id="answers">
        <LinkList links={tool.answers} />
      </Part>
      <Part title={t("tools.usedBy")} id="usedBy">
        <LinkList links={tool.usedBy} empty={t("tools.noUse")} />
        {tool.usedBy.length > 3 && (
          <p>
            <a href={`/search?tool=${tool.id}`}>{t("tools.searchUse")}</a>
          </p>
        )}
      </Part>
      <Part title={t("tools.furtherReading")} id="furtherReading">
        <ul className={styles.reading} lang={tool.language}>
          {tool.furtherReading.map(({ title, path, url }) => (
            <li key={title}>{path || url ? <a href={path ?? url ?? ""}>{title}</a> : title}</li>
          ))}
        </ul>
      </Part>
      {around && <AroundEntry around={around} />}
      <MoreLikeThis entries={similar} />
      <LastChange at={tool.updatedAt} />
    </Page>
  );
}

export function toolMeta(matches: Parameters<typeof frameOf>[0], tool: ToolPage): MetaDescriptor[] {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: tool.title,
    description: tool.summary ?? tool.title,
    citable: toolSource(tool),
    jsonLd: {
      "@type": "Article",
      headline: tool.title,
      alternativeHeadline: tool.aliases.join(", ") || undefined,
      description: tool.summary ?? undefined,
      inLanguage: tool.language,
      dateModified: tool.updatedAt,
      license: "https://creativecommons.org/licenses/by/4.0/",
      about: tool.terms.theme.map(({ label }) => label[frame.language]),
      breadcrumb: breadcrumbList(frame.origin, [{ name: t("tools.title"), to: "/tools" }, { name: tool.title }]),
    },
  });
}
