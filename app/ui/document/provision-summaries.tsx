import type { ProvisionView } from "~/domain/documents/document";
import { Part } from "~/ui/layout/page";
import { ProvisionLines } from "~/ui/provision/provision-lines";
import { useTranslation } from "~/ui/translation";
import { groupByKind, groupName } from "./document-contents";

/** A document whose text was not imported: our summaries of its provisions, kind by kind. */
export function ProvisionSummaries({ provisions }: { provisions: ProvisionView[] }) {
  const { t } = useTranslation();
  return groupByKind(provisions).map(([kind, members]) => (
    <Part key={kind} title={groupName(t, kind, members.length)} id={members[0]?.eid}>
      <ProvisionLines provisions={members} />
    </Part>
  ));
}
