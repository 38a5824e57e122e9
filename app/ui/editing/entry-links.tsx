import type { EntryReference, LinkView } from "~/domain/links/link";
import { EntryList } from "~/ui/entry/entry-line";
import { ReferenceLine } from "~/ui/entry/reference-line";
import form from "~/ui/form/form.module.css";
import { Notice } from "~/ui/layout/notice";
import { Part } from "~/ui/layout/page";
import { provisionName } from "~/ui/provision/provision-name";
import { useTranslation } from "~/ui/translation";
import { linkTypeName } from "./change-words";

export interface EntryLinksProps {
  id: string;
  links: {
    from: LinkView[];
    to: LinkView[];
    /** The next version is being written. */
    revised: boolean;
    /** What is searched for to link to, and what was found; null: nothing was asked. */
    find: string;
    found: EntryReference[] | null;
  };
}

/** The links of an entry, each with the way to change it, and a search for what else to link to. */
export function EntryLinks({ id, links: { from, to, revised, find, found } }: EntryLinksProps) {
  const { t } = useTranslation();
  return (
    <>
      <Part title={t("editing.links")} id="links">
        {revised && (
          <Notice>
            <p>{t("editing.revised")}</p>
          </Notice>
        )}
        <Links links={from} pathOf={({ other, type }) => pairPath(id, other.id, type)} />
      </Part>
      <Part title={t("editing.addLink")} id="add">
        <form method="get" action={`/curate/${id}#add`} className={form.form}>
          <div className={form.field}>
            <label htmlFor="find" className={form.label}>
              {t("editing.find")}
            </label>
            <p id="find-hint" className={form.hint}>
              {t("editing.findHint")}
            </p>
            <input id="find" name="find" defaultValue={find} aria-describedby="find-hint" className={form.input} />
          </div>
          <p>
            <button type="submit" className={form.submit}>
              {t("editing.search")}
            </button>
          </p>
        </form>
        {found?.length === 0 && <p role="status">{t("editing.foundNone")}</p>}
        {found && found.length > 0 && (
          <EntryList>
            {found.map((entry) => (
              <ReferenceLine key={entry.id} entry={entry}>
                <LinkTo path={pairPath(id, entry.id)} entry={entry} text={t("editing.addLink")} />
              </ReferenceLine>
            ))}
          </EntryList>
        )}
      </Part>
      {to.length > 0 && (
        <Part title={t("editing.linksTo")} id="links-to">
          <Links links={to} pathOf={({ other, type }) => pairPath(other.id, id, type)} />
        </Part>
      )}
    </>
  );
}

const pairPath = (from: string, to: string, type = "") =>
  `/curate/${from}?${new URLSearchParams(type ? { link: to, type } : { link: to })}`;

function Links({ links, pathOf }: { links: LinkView[]; pathOf: (link: LinkView) => string }) {
  const { t } = useTranslation();
  if (links.length === 0) return <p>{t("editing.noLinks")}</p>;
  return (
    <EntryList>
      {links.map((link) => (
        <ReferenceLine key={`${link.type} ${link.other.id}`} entry={link.other}>
          <p>
            <b>{linkTypeName(t, link.type)}</b>
            {link.evidence && ` · ${t(`evidence.${link.evidence}`)}`}
          </p>
          {link.note && <p>{link.note}</p>}
          <LinkTo path={pathOf(link)} entry={link.other} text={t("editing.change")} />
        </ReferenceLine>
      ))}
    </EntryList>
  );
}

function LinkTo({ path, entry, text }: { path: string; entry: EntryReference; text: string }) {
  const { t } = useTranslation();
  const name = entry.provision ? `${entry.provision.shortTitle}, ${provisionName(t, entry.provision)}` : entry.title;
  return (
    <p>
      <a href={path} aria-label={`${text}: ${name}`}>
        {text}
      </a>
    </p>
  );
}
