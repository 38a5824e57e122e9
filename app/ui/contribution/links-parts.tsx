import type { LinkView } from "~/domain/links/link";
import { LinkList } from "~/ui/entry/link-list";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

/** What a draft links to, as its readers will see it. Notes are in the language of the draft. */
export function LinkParts({ links, language }: { links: LinkView[]; language: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Part title={t("experience.answers")} id="answers">
        <LinkList
          links={links.filter(({ type }) => type !== "uses")}
          empty={t("experience.noLinks")}
          noteLanguage={language}
        />
      </Part>
      <Part title={t("experience.tools")} id="tools">
        <LinkList
          links={links.filter(({ type }) => type === "uses")}
          empty={t("experience.noTools")}
          noteLanguage={language}
        />
      </Part>
    </>
  );
}
