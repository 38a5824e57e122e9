import { useTranslation } from "~/ui/translation";
import { feedAddress } from "./feed-address";

export function FeedLink({ path }: { path: string }) {
  const { t, language } = useTranslation();
  return (
    <a href={feedAddress(path, language)} type="application/atom+xml" rel="nofollow">
      {t("feeds.atom")}
    </a>
  );
}
