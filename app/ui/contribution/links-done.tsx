import type { EntryReference } from "~/domain/links/link";
import { useTranslation } from "~/ui/translation";
import { LinkButton } from "./links-button";
import { useEntryName } from "./links-names";

export const linksDone = ["added", "changed", "removed", "restored", "dismissed", "recalled"] as const;

export interface LinksDoneView {
  what: (typeof linksDone)[number];
  entry: EntryReference;
}

/** What has just been done, and the way back from it. */
export function LinksDone({ what, entry }: LinksDoneView) {
  const { t } = useTranslation();
  const name = useEntryName()(entry);
  return (
    <>
      <p>{t(`contributionLinks.done.${what}`, { name })}</p>
      {(what === "removed" || what === "dismissed") && (
        <LinkButton form={what === "removed" ? "restore" : "recall"} to={entry.id} name={name}>
          {t("contributionLinks.undo")}
        </LinkButton>
      )}
    </>
  );
}
