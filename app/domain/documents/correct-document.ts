import type { ProvisionKind } from "~db/schema/provision";
import { toProvisions } from "./import/addresses";
import type { Draft, ImportedDocument, ImportedProvision } from "./import/imported-document";

/** What a hand may mend of what the importer found; provisions go by their place, from 0. */
export type Correction =
  | { form: "merge"; at: number }
  /** A new provision begins with these words of the text. */
  | { form: "split"; at: number; from: string }
  | { form: "relabel"; at: number; kind: ProvisionKind; label: string | null };

/** Addresses that are names, and follow from no number. */
const named = new Set(["preface", "opening", "enacting-formula"]);

/** The document with one correction, every address made anew. Null: there is nothing to correct there. */
export function correctDocument(document: ImportedDocument, correction: Correction): ImportedDocument | null {
  const drafts = toDrafts(document.provisions);
  const changed = change(drafts, correction);
  return changed && { ...document, provisions: toProvisions(changed) };
}

function change(drafts: Draft[], correction: Correction): Draft[] | null {
  const draft = drafts[correction.at];
  if (!draft) return null;
  switch (correction.form) {
    case "merge": {
      const previous = drafts[correction.at - 1];
      if (!previous) return null;
      previous.text = [previous.text, draft.text].filter((text) => text !== "").join("\n\n");
      previous.speaker ??= draft.speaker;
      previous.affiliation ??= draft.affiliation;
      for (const child of drafts) if (child.parent === draft) child.parent = previous;
      return drafts.filter((one) => one !== draft);
    }
    case "split": {
      const start = draft.text.indexOf(correction.from.trim());
      if (correction.from.trim() === "" || start <= 0) return null;
      const rest: Draft = {
        ...draft,
        ...{ label: null, verb: null, heading: null, speaker: null, affiliation: null, name: null, hasChildren: false },
        text: draft.text.slice(start).trim(),
      };
      draft.text = draft.text.slice(0, start).trim();
      return drafts.toSpliced(correction.at + 1, 0, rest);
    }
    case "relabel":
      draft.kind = correction.kind;
      draft.label = correction.label;
      draft.name = null;
      return drafts;
  }
}

/** Provisions as they were before they had addresses. */
function toDrafts(provisions: ImportedProvision[]): Draft[] {
  const byEId = new Map<string, Draft>();
  return provisions.map(({ eId, parentEId, depth: _, ...provision }) => {
    const parent = parentEId === null ? null : (byEId.get(parentEId) ?? null);
    if (parent) parent.hasChildren = true;
    const draft = { ...provision, parent, name: named.has(eId) ? eId : null, hasChildren: false };
    byEId.set(eId, draft);
    return draft;
  });
}
