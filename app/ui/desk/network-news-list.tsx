import type { NetworkNews } from "~/domain/networks/network-news";
import { formatDate } from "~/ui/format-date";
import { Line, LineList } from "~/ui/layout/line-list";
import { useTranslation } from "~/ui/translation";

/** What happened in the networks of a person. */
export function NetworkNewsList({ news }: { news: NetworkNews[] }) {
  const { t, language } = useTranslation();
  return (
    <LineList>
      {news.map(({ kind, network, title, language: titleLanguage, path, at }) => {
        const text = <span lang={titleLanguage ?? undefined}>{title}</span>;
        return (
          <Line
            key={`${kind} ${network.id} ${path} ${title} ${at}`}
            title={path ? <a href={path}>{text}</a> : text}
            details={[`${t(`desk.news.${kind}`)} · ${network.name} · ${formatDate(at, language)}`]}
          />
        );
      })}
    </LineList>
  );
}
