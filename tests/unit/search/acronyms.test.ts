import { join } from "node:path";
import { expect, test } from "vitest";
import { parseThesaurus } from "~search/query/thesaurus";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { readThesaurus } from "~seeds/read-seeds.server";
import { aQuery } from "../../contracts/search-engine";
import { anEntry } from "../../contracts/search-entries";
import { tempDatabase } from "../../support/temp";

const thesaurus = parseThesaurus(readThesaurus(join(import.meta.dirname, "..", "..", "..", "seeds")));
/** Acronyms of the field, in the languages that have their own, and what they stand for. */
const acronyms: [acronyms: string[], inFull: string][] = [
  [["VLR"], "Voluntary Local Review"],
  [["UPR", "EPU"], "Universal Periodic Review"],
  [["SDG", "SDGs", "ODD", "ODS"], "Sustainable Development Goals"],
  [["NHRI", "INDH"], "National Human Rights Institution"],
  [["HRBA", "AFDH", "EBDH"], "human rights-based approach"],
  [["UCLG", "CGLU"], "United Cities and Local Governments"],
  [["OHCHR", "HCDH", "ACNUDH"], "Office of the High Commissioner for Human Rights"],
  [["UDHR", "DUDH"], "Universal Declaration of Human Rights"],
  [["ICCAR"], "International Coalition of Inclusive and Sustainable Cities"],
  [["ONU"], "United Nations"],
];

test.each(acronyms.flatMap(([short, inFull]) => short.map((acronym) => [acronym, inFull] as const)))(
  "%s and “%s” find each other",
  async (acronym, inFull) => {
    const engine = createSqliteEngine({ ...(await tempDatabase()), thesaurus });
    await engine.rebuild([
      anEntry({ id: "short", title: "A guide", text: `Cities work with the ${acronym}.` }),
      anEntry({ id: "full", title: "A guide", text: `Cities work with the ${inFull}.` }),
      ...Array.from({ length: 30 }, (_, i) =>
        anEntry({ id: `other-${i}`, title: "A guide", text: "Harbours and bridges." }),
      ),
    ]);
    const found = async (text: string) =>
      (await engine.search(aQuery({ text, perPage: 100 }))).hits.map((hit) => hit.id);
    expect((await found(`${acronym} `)).sort()).toEqual(["full", "short"]);
    expect((await found(inFull)).slice(0, 2).sort()).toEqual(["full", "short"]);
  },
);
