import type { LinkView } from "~/domain/links/link";
import { EntryLine } from "~/ui/entry/entry-line";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import styles from "./concordance-list.module.css";
import { provisionName } from "./provision-name";

/** How each relation reads from its two ends. */
const relations = {
  restates: ["concordance.restates", "concordance.restatedBy"],
  extends: ["concordance.extends", "concordance.extendedBy"],
  narrows: ["concordance.narrows", "concordance.narrowedBy"],
} as const;

const isConcordance = (type: string): type is keyof typeof relations => type in relations;

/** Provisions of other documents on the same matter, side by side in the order of the documents. */
export function ConcordanceList({ linksFrom, linksTo }: { linksFrom: LinkView[]; linksTo: LinkView[] }) {
  const { t } = useTranslation();
  const kin = [
    ...linksFrom.map((link) => ({ link, end: 0 as const })),
    ...linksTo.map((link) => ({ link, end: 1 as const })),
  ].flatMap(({ link, end }) =>
    isConcordance(link.type) && link.other.provision
      ? [{ ...link, provision: link.other.provision, relation: t(relations[link.type][end]) }]
      : [],
  );
  if (kin.length === 0) return null;
  kin.sort((a, b) => a.provision.document.localeCompare(b.provision.document));
  return (
    <Part title={t("provision.concordance")} id="concordance">
      <ul className={styles.kin}>
        {kin.map(({ other, provision, relation, note }) => (
          <EntryLine
            key={`${relation} ${other.id}`}
            to={`/documents/${other.id}`}
            title={provisionName(t, provision)}
            eyebrow={
              <>
                <b className={styles.relation}>{relation}</b> {provision.shortTitle}
              </>
            }
            summary={other.summary}
          >
            {note && <p lang="en">{note}</p>}
          </EntryLine>
        ))}
      </ul>
    </Part>
  );
}
