import { EntryLine, EntryList } from "~/ui/entry/entry-line";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import { kindOfEid, provisionName } from "./provision-name";

interface ToldProvision {
  /** The document's and the provision's, as the address has them. */
  id: string;
  eid: string;
  kind?: string;
  label?: string | null;
  shortTitle: string;
  summary: string | null;
}

/** The part of a page that lists provisions which speak of what the page is about; left out when there are none. */
export function ProvisionPart({ id, title, provisions }: { id: string; title: string; provisions: ToldProvision[] }) {
  const { t } = useTranslation();
  if (provisions.length === 0) return null;
  return (
    <Part title={title} id={id}>
      <EntryList>
        {provisions.map((provision) => (
          <EntryLine
            key={provision.id}
            to={`/documents/${provision.id}`}
            title={provisionName(t, { kind: kindOfEid(provision.eid), label: null, ...provision })}
            eyebrow={provision.shortTitle}
            summary={provision.summary}
          />
        ))}
      </EntryList>
    </Part>
  );
}
