import type { EntryReference } from "~/domain/links/link";
import { provisionName } from "~/ui/provision/provision-name";
import { useTranslation } from "~/ui/translation";

/** How an entry is called in a sentence: a provision with its document. */
export function useEntryName(): (entry: EntryReference) => string {
  const { t } = useTranslation();
  return ({ provision, title }) => (provision ? `${provision.shortTitle}, ${provisionName(t, provision)}` : title);
}
