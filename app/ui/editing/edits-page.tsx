import type { EditionLine } from "~/domain/editions/edition";
import { adminCrumbs } from "~/ui/admin/admin-crumbs";
import { Pager } from "~/ui/entry/pager";
import { Page } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { type EditingAnswer, EditingNotice } from "./editing-parts";
import { EditionList } from "./edition-list";

interface EditsProps extends EditingAnswer {
  editions: EditionLine[];
  /** What the edited parts are called, by their subject. */
  names: Record<string, string>;
  page: number;
  pages: number;
}

/** Everything that was edited in the library, the latest first. */
export function EditsPage({ editions, names, page, pages, ...answer }: EditsProps) {
  const { t } = useTranslation();
  const title = t("editing.all");
  return (
    <Page title={title} lead={t("editing.allLead")} crumbs={adminCrumbs(t, title)}>
      <EditingNotice {...answer} />
      <EditionList editions={editions} names={names} />
      <Pager page={page} pages={pages} to={(number) => (number > 1 ? `/admin/edits?page=${number}` : "/admin/edits")} />
    </Page>
  );
}
