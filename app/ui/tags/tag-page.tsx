import type { EntryReference } from "~/domain/links/link";
import type { Tag } from "~/domain/tags/tag";
import { translator } from "~/i18n/translate";
import { EntryList } from "~/ui/entry/entry-line";
import { ReferenceLine } from "~/ui/entry/reference-line";
import { feedAddress, feedMeta } from "~/ui/feeds/feed-address";
import { breadcrumbList } from "~/ui/layout/breadcrumbs";
import { Page } from "~/ui/layout/page";
import { frameOf, pageMeta } from "~/ui/meta";
import { useTranslation } from "~/ui/translation";

interface TagProps {
  tag: Tag;
  entries: EntryReference[];
  edits: boolean;
}

/** Everything that carries a tag. */
export function TagPage({ tag, entries, edits }: TagProps) {
  const { t, language } = useTranslation();
  return (
    <Page
      title={tag.label}
      titleLanguage={tag.language}
      lead={t("tags.tagLead", { label: tag.label })}
      crumbs={[{ name: t("tags.title"), to: "/tags" }, { name: tag.label }]}
    >
      {entries.length === 0 && <p>{t("tags.empty")}</p>}
      <EntryList>
        {entries.map((entry) => (
          <ReferenceLine key={entry.id} entry={entry} />
        ))}
      </EntryList>
      {entries.length > 0 && (
        <p>
          <a href={`/search?${new URLSearchParams({ q: wordsOf(tag) })}`} rel="nofollow">
            {t("tags.search", { label: tag.label })}
          </a>
        </p>
      )}
      <p>
        <a href={feedAddress(`/tags/${tag.slug}/feed.atom`, language)}>{t("feeds.atom")}</a>
      </p>
      {edits && (
        <p>
          <a href={`/tags/${tag.slug}/edit`}>{t("tags.edit")}</a>
        </p>
      )}
    </Page>
  );
}

/** Without signs that a search would read. A phrase looks in texts only, and the names of tags stand beside those. */
const wordsOf = ({ label }: Tag): string => (label.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");

export function tagMeta(matches: Parameters<typeof frameOf>[0], { slug, label }: Tag) {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const crumbs = [{ name: t("tags.title"), to: "/tags" }, { name: label }];
  return [
    ...pageMeta(frame, {
      title: label,
      description: t("tags.tagLead", { label }),
      jsonLd: { "@type": "CollectionPage", name: label, breadcrumb: breadcrumbList(frame.origin, crumbs) },
    }),
    feedMeta(`/tags/${slug}/feed.atom`, label, frame.language),
  ];
}
