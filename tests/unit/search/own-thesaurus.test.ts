import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { joinThesaurus, type TermGroup } from "~/domain/search/thesaurus";
import { OwnThesaurus } from "~/domain/search/thesaurus.server";
import { nearTerms } from "~/domain/search/thesaurus-suggestions";
import { readThesaurusFile } from "~seeds/read-seeds.server";
import { tempFolder } from "../../support/temp";

const group = (more: Partial<TermGroup>): TermGroup => ({ en: [], fr: [], es: [], de: [], ...more });
const housing = group({ en: ["housing"], fr: ["logement"] });

test("several changes at once are all made, in their order, and applied together with the seeds", async () => {
  const file = join(tempFolder(), "thesaurus.yaml");
  const applied: TermGroup[][] = [];
  const own = new OwnThesaurus({
    ...{ file, seeds: [housing], read: readThesaurusFile },
    apply: async (thesaurus) => void applied.push(thesaurus),
  });
  const added = await Promise.all(["eins", "zwei", "drei"].map((it) => own.add(group({ en: ["housing"], de: [it] }))));
  expect(added).toEqual([group({ en: ["housing"], de: ["eins"] }), group({ de: ["zwei"] }), group({ de: ["drei"] })]);
  expect((await own.look()).groups).toEqual([group({ en: ["housing"], de: ["eins", "zwei", "drei"] })]);
  expect(applied.at(-1)).toEqual([group({ en: ["housing"], fr: ["logement"], de: ["eins", "zwei", "drei"] })]);
  await own.remove(group({ de: ["zwei"] }));
  expect((await own.look()).groups).toEqual([group({ en: ["housing"], de: ["eins", "drei"] })]);
  await own.remove(group({ en: ["housing"], de: ["eins"] }));
  expect((await own.look()).groups).toEqual([]);
  await own.add(housing);
  expect(readFileSync(file, "utf8")).toMatch(/^# Synonyms of this installation[\s\S]*\n- en: \[ ?housing ?\]\n/);
});

test("a group that shares no term with the seeds stands by itself", () => {
  const rent = group({ en: ["rent"], de: ["Miete"] });
  expect(joinThesaurus([housing], [rent])).toEqual([housing, rent]);
  expect(joinThesaurus([housing], [group({ fr: ["Logement"], de: ["Wohnen"] })])).toEqual([
    group({ en: ["housing"], fr: ["logement"], de: ["Wohnen"] }),
  ]);
});

test("what is near to a search is offered, nearest first, and nothing that is not", () => {
  const thesaurus = [housing, group({ en: ["ombudsperson", "mediator"] }), group({ en: ["participatory budgeting"] })];
  expect(nearTerms("ombudsfrau", thesaurus, 3)).toEqual([{ term: "ombudsperson", language: "en" }]);
  expect(nearTerms("budgeting participatorio", thesaurus, 3)[0]).toEqual({
    ...{ term: "participatory budgeting", language: "en" },
  });
  expect(nearTerms("zzqx", thesaurus, 3)).toEqual([]);
});

test("a short word is near to what a slip of the finger makes of it, not to every word of its length", () => {
  const thesaurus = [group({ en: ["father", "later"] }), group({ en: ["house"] }), group({ en: ["waste"] })];
  expect(nearTerms("water", thesaurus, 3)).toEqual([]);
  expect(nearTerms("huose", thesaurus, 3)).toEqual([{ term: "house", language: "en" }]);
});
