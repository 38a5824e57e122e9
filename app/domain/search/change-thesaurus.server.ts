import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Db } from "~db/client.server";
import { type TermGroup, termsOf } from "./thesaurus";
import type { OwnThesaurus } from "./thesaurus.server";
import type { ThesaurusRequest } from "./thesaurus-change";

/** Changes the installation's synonyms, with an event in the audit log. @returns what is new, or gone @throws when the file is broken */
export async function changeThesaurus(
  db: Db,
  doer: Doer,
  own: OwnThesaurus,
  { intent, group }: ThesaurusRequest,
): Promise<TermGroup> {
  return db.transaction().execute(async (trx) => {
    await recordEvent(trx, doer, {
      action: "change-thesaurus",
      subject: { kind: "thesaurus", id: "own" },
      details: {
        intent,
        terms: termsOf(group)
          .map(({ term }) => term)
          .join(" = "),
      },
    });
    // Last: when the file cannot be written, nothing is said to have changed.
    if (intent === "add") return own.add(group);
    await own.remove(group);
    return group;
  });
}
