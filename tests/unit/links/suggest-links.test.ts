import { expect, test } from "vitest";
import { judgeTargets } from "~search/links/judge-targets";
import type { LinkCorpus } from "~search/links/link-corpus.server";
import { buildLinkIndex } from "~search/links/link-index.server";
import { suggestLinks } from "~search/links/suggest-links";
import { readSentences, telling } from "~search/links/telling-part";
import { TermReader } from "~search/links/term-reader";
import { likeness, toVector } from "~search/links/vectors";
import type { LinkDraft, MarkedText } from "~search/port";

const thesaurus = [
  {
    terms: [
      { language: "en", term: "participatory budgeting" },
      { language: "fr", term: "budget participatif" },
      { language: "es", term: "presupuesto participativo" },
    ],
  },
];

const corpus: LinkCorpus = {
  targets: [
    target("doc/recommendation-1", "Let residents decide on a part of the money that the city spends.", [
      "theme:budget",
    ]),
    target("doc/recommendation-2", "Teach human rights to the staff of the administration.", ["theme:training"]),
    target("other/recommendation-9", "Open the finances of the city to those who live there.", ["theme:budget"]),
    {
      ...target("participatory-budgeting", "Residents propose and vote on projects.", ["theme:budget"]),
      kind: "tool",
      names: ["Participatory budgeting"],
    },
    {
      ...target("staff-training", "Courses for the people who work for the city.", []),
      kind: "tool",
      names: ["Training"],
    },
  ],
  entries: [
    entry("lyon-votes", "Neighbours vote on projects of their district", [
      "doc/recommendation-1",
      "participatory-budgeting",
    ]),
    entry("graz-course", "A course on dignity for police officers", ["doc/recommendation-2", "staff-training"]),
  ],
  relations: [
    { from: "participatory-budgeting", to: "doc/recommendation-1", type: "answers", note: "It moves money by vote." },
    { from: "doc/recommendation-1", to: "other/recommendation-9", type: "restates", note: null },
  ],
  labels: [{ code: "theme:training", terms: [{ language: "en", term: "training" }] }],
  places: ["Graz", "Mexico City", "Ciudad de México"],
};

function target(id: string, text: string, codes: string[]) {
  return { id, kind: "provision" as const, language: "en", names: [], text, codes };
}

function entry(id: string, text: string, links: string[]) {
  const linked = links.map((to) => ({ to, note: null }));
  return { id, language: "en", city: null, title: "", text, codes: [], links: linked, sources: [] };
}

const draftOf = (text: string, more: Partial<LinkDraft> = {}): LinkDraft => ({
  ...{ language: "en", title: "", texts: [text], codes: [], linked: [] },
  ...more,
});

const suggest = async (draft: LinkDraft, options = {}) =>
  suggestLinks(await buildLinkIndex(corpus, thesaurus), draft, options);
const idsOf = (found: { id: string }[]) => found.map(({ id }) => id);
const marked = (text: MarkedText) => text.filter((part) => part.marked).map((part) => part.text);

test("texts are read as stems and as what the thesaurus says is the same, in each language; places say nothing", () => {
  const reader = new TermReader([{ key: "0", terms: thesaurus[0]?.terms ?? [] }], corpus.places);
  const terms = (text: string, language: string) => reader.read(text, language).map(({ term }) => term);
  expect(terms("The participatory budgeting of Graz", "en")).toContain("#0");
  expect(terms("Les budgets participatifs", "fr")).toContain("#0");
  expect(terms("El presupuesto participativo", "es")).toContain("#0");
  expect(terms("Graz and Mexico City", "en")).toEqual([]);
  expect(terms("the city", "en"), "a word of a name is not the name").toEqual(["citi"]);
});

test("rare terms tell more than common ones, and the tenth time tells less than the first", () => {
  const rarity = (term: string) => (term === "rare" ? 3 : 1);
  const vector = toVector(
    new Map([
      ["rare", 1],
      ["common", 1],
    ]),
    rarity,
  );
  expect(vector.get("rare")).toBeGreaterThan(2 * (vector.get("common") ?? 0));
  expect(likeness(vector, vector)).toBeCloseTo(1);
  expect(likeness(vector, toVector(new Map([["other", 1]]), rarity))).toBe(0);
  const often = toVector(
    new Map([
      ["rare", 10],
      ["common", 1],
    ]),
    rarity,
  );
  expect((often.get("rare") ?? 0) / (often.get("common") ?? 1)).toBeLessThan(30);
});

test("each suggestion names the words of the draft and of its target that met", async () => {
  const found = await suggest(draftOf("We began with a form. Residents vote on projects for the money of the city."));
  const first = found.find(({ id }) => id === "participatory-budgeting");
  expect(
    marked(first?.draft ?? [])
      .join(" ")
      .toLowerCase(),
  ).toContain("vote");
  expect(
    marked(first?.target ?? [])
      .join(" ")
      .toLowerCase(),
  ).toContain("residents");
  expect((first?.draft ?? []).map(({ text }) => text).join("")).not.toContain("We began");
});

test("a draft in French meets an English tool by the thesaurus, and its themes speak in any language", async () => {
  const found = await suggest(draftOf("Un budget participatif", { language: "fr", codes: ["theme:budget"] }));
  expect(found[0]?.id).toBe("participatory-budgeting");
  expect(found[0]?.codes).toEqual(["theme:budget"]);
  expect(marked(found[0]?.draft ?? [])).toEqual(["budget participatif"]);
});

test("nothing is suggested without a word that led to it, nor what is linked or was dismissed", async () => {
  expect(await suggest(draftOf(""))).toEqual([]);
  expect(await suggest(draftOf("Xylophone", { codes: ["theme:budget"] }))).toEqual([]);
  const text = "Residents vote on projects";
  const all = idsOf(await suggest(draftOf(text)));
  expect(all).toContain("participatory-budgeting");
  expect(idsOf(await suggest(draftOf(text, { linked: ["participatory-budgeting"] })))).not.toContain(
    "participatory-budgeting",
  );
  expect(idsOf(await suggest(draftOf(text), { dismissed: ["participatory-budgeting"] }))).not.toContain(
    "participatory-budgeting",
  );
  expect(await suggest(draftOf(text), { leastChance: 1 })).toEqual([]);
  const few = await suggest(draftOf("Residents of the city decide on projects of the administration"), { limit: 1 });
  expect(few.map(({ kind }) => kind).sort()).toEqual(["provision", "tool"]);
});

test("what entries like the draft link to, what answers it and what says the same speak for a link", async () => {
  const index = await buildLinkIndex(corpus, thesaurus);
  const signalsOf = (draft: LinkDraft) =>
    new Map(judgeTargets(index, draft).judged.map((one) => [index.targets[one.index]?.target.id, one]));
  const neighbours = signalsOf(draftOf("A course on dignity for guards"));
  expect(neighbours.get("staff-training")?.signals.near).toBeGreaterThan(
    neighbours.get("participatory-budgeting")?.signals.near ?? 1,
  );
  const ballot = signalsOf(draftOf("By vote"));
  expect(ballot.get("doc/recommendation-1")?.signals.notes, "the note of the tool that answers it").toBeGreaterThan(0);
  const money = signalsOf(draftOf("The money that the city spends"));
  expect(money.get("other/recommendation-9")?.signals.relatedSay).toBeGreaterThan(0);
  expect(money.get("doc/recommendation-2")?.signals.relatedSay).toBe(0);

  const text = "The city and those who live there";
  const chance = async (linked: string[]) =>
    (await suggest(draftOf(text, { linked }))).find(({ id }) => id === "other/recommendation-9");
  const [alone, restated] = [await chance([]), await chance(["doc/recommendation-1"])];
  expect(restated?.linkedRelated).toBe("doc/recommendation-1");
  expect(restated?.chance).toBeGreaterThan(alone?.chance ?? 1);
});

test("of a long text the sentence that tells most is shown, cut between words, and nothing is lost of its marks", () => {
  const reader = new TermReader([], []);
  const read = (text: string) => reader.read(text, "en");
  const long = `Much was said before ${"and more ".repeat(40)}until mediators came to settle disputes ${"for everybody ".repeat(30)}`;
  const found = telling(
    readSentences(["No word of it.", long], read),
    new Map([
      ["mediat", 1],
      ["disput", 2],
    ]),
  );
  const text = found.map((part) => part.text).join("");
  expect(text.length).toBeLessThan(260);
  expect(text.startsWith("… ")).toBe(true);
  expect(text.endsWith(" …")).toBe(true);
  expect(marked(found)).toEqual(["mediators", "disputes"]);
  expect(telling(readSentences(["Nothing"], read), new Map([["disput", 1]]))).toEqual([]);
});
