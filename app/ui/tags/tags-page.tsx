import type { TagWithCount } from "~/domain/tags/tag";
import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";

export function TagsPage({ tags }: { tags: TagWithCount[] }) {
  const { t } = useTranslation();
  return (
    <Page title={t("tags.title")} lead={t("tags.lead")} crumbs={[{ name: t("tags.title") }]}>
      {tags.length === 0 && <p>{t("tags.none")}</p>}
      <EntryList columns>
        {tags.map(({ slug, label, language, entries }) => (
          <EntryLine key={slug} to={`/tags/${slug}`} title={label} language={language}>
            {t("tags.entries", { count: entries })}
          </EntryLine>
        ))}
      </EntryList>
    </Page>
  );
}
