import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSeeds, readThesaurus } from "~seeds/read-seeds.server";
import { tempFolder } from "../../support/temp";
import { broken, problemsOf, seedFolder, soundSeeds } from "./seed-folder";

const practice = "practices/vienna-office.yaml";
const study = "case-studies/vienna-study.yaml";
const tool = "tools/budget-tool.yaml";
const document = "documents/hrgl-2023.yaml";

test("sound seeds are read, each noun in its list", () => {
  const seeds = readSeeds(seedFolder());
  expect(seeds.practices[0]).toMatchObject({ slug: "vienna-office", year: 2015, started: "2015", themes: ["housing"] });
  expect(seeds.caseStudies[0]).toMatchObject({ stage: "unknown", links: [], tools: [] });
  expect(seeds.cities[0]).toMatchObject({ latitude: 48.2, longitude: 16.37 });
});

test("a target is a text: 16.10 does not become 16.1", () => {
  const seeds = readSeeds(seedFolder());
  expect(seeds.targets.map(({ code }) => code)).toEqual(["16.1", "16.10"]);
  expect(seeds.practices[0]?.targets).toEqual(["16.10"]);
});

describe("what is wrong is told with its file and line", () => {
  const cases: [string, Record<string, string>, string][] = [
    ["a syntax error", broken(practice, "title: An office", 'title: "An office'), `${practice}:2 YAML: `],
    ["a field given twice", broken(practice, "year: 2015", "year: 2015\nyear: 2016"), `${practice}:9 YAML: `],
    [
      "Markdown emphasis without quotes",
      broken(practice, "title: An office", "title: *An*"),
      `${practice}:2 text that begins with an asterisk needs quotes: “*An*”`,
    ],
    ["an empty file", { "cities.yaml": "" }, "cities.yaml:1 holds no list"],
    ["an unknown field", broken(practice, "stage: ongoing", "stags: ongoing"), `${practice}:6 unknown field “stags”`],
    ["a missing field", broken(practice, "title: An office\n", ""), `${practice}:1 title is missing`],
    [
      "a missing field of a part",
      broken(practice, "to: hrgl-2023/recommendation-1, ", ""),
      `${practice}:16 links[0].to is missing`,
    ],
    ["an empty field", broken(practice, "title: An office", "title:"), `${practice}:2 title is empty`],
    ["a list that is a text", broken(practice, "[housing]", "housing"), `${practice}:10 themes must be a list`],
    [
      "an unknown stage",
      broken(practice, "ongoing", "running"),
      `${practice}:6 stage is “running”, it must be one of: planned, ongoing`,
    ],
    [
      "a pitch that is too long",
      broken(practice, "An office for human rights.", "x".repeat(281)),
      `${practice}:3 summary has 281 characters, at most 280 are allowed`,
    ],
    [
      "a date that is none",
      broken(practice, "started: 2015", "started: May"),
      `${practice}:7 started “May” is no date`,
    ],
    ["a day that is none", broken(practice, "year: 2015", "year: 2015\nupdated: 2027-02"), `${practice}:9 updated`],
    ["a practice without sources", broken(practice, "[hrgl-2023/recital-a]", "[]"), `${practice}:14 sources needs`],
    [
      "an unknown theme",
      broken(practice, "[housing]", "[hausing]"),
      `${practice}:10 unknown theme “hausing”, did you mean “housing”?`,
    ],
    ["an unknown right", broken(practice, "[adequate-housing]", "[life]"), `${practice}:11 unknown right “life”`],
    ["an unknown group", broken(practice, "[women]", "[men]"), `${practice}:12 unknown group “men”`],
    ["an unknown target", broken(practice, "[16.10]", "[16.11]"), `${practice}:13 unknown target “16.11”`],
    [
      "a code given twice",
      broken(practice, "[women]", "[women, women]"),
      `${practice}:12 “women” stands in the list twice`,
    ],
    ["an unknown tool", broken(practice, "tool: budget-tool", "tool: hammer"), `${practice}:18 unknown tool “hammer”`],
    [
      "an unknown provision",
      broken(practice, "hrgl-2023/recital-a", "hrgl-2023/recital-zz"),
      `${practice}:14 unknown provision “hrgl-2023/recital-zz”`,
    ],
    [
      "an unknown document",
      broken(practice, "hrgl-2023/recital-a", "hrgl-2020/recital-a"),
      `${practice}:14 unknown document “hrgl-2020”`,
    ],
    ["an unknown city", broken(practice, "city: vienna", "city: wien"), `${practice}:4 unknown city “wien”`],
    [
      "a slug without its city",
      { [practice]: "", "practices/office.yaml": (soundSeeds[practice] ?? "").replace("vienna-office", "office") },
      "practices/office.yaml:1 slug “office” does not begin with its city's, “vienna-”",
    ],
    [
      "a slug that is not its file's",
      broken(practice, "vienna-office", "vienna-bureau"),
      `${practice}:1 slug “vienna-bureau” is not`,
    ],
    [
      "a slug taken by another kind",
      broken("networks.yaml", "slug: iccar", "slug: vienna"),
      "networks.yaml:1 duplicate slug “vienna”, it is taken in ",
    ],
    ["an unknown country", broken("cities.yaml", "country: AT", "country: XX"), "cities.yaml:1 unknown country “XX”"],
    ["a latitude beyond the pole", broken("cities.yaml", "48.2", "98.2"), "cities.yaml:1 latitude “98.2” lies outside"],
    ["an unknown organisation", broken("networks.yaml", "uclg", "uclk"), "networks.yaml:1 unknown organisation “uclk”"],
    [
      "an unknown region",
      broken("vocabularies/countries.yaml", "western-europe", "wonderland"),
      "vocabularies/countries.yaml:1 unknown region",
    ],
    [
      "a region before the one that it is a part of",
      {
        "vocabularies/regions.yaml": (soundSeeds["vocabularies/regions.yaml"] ?? "")
          .split("\n")
          .filter(Boolean)
          .reverse()
          .join("\n"),
      },
      "vocabularies/regions.yaml:1 region “europe” must stand before its part “western-europe”",
    ],
    [
      "a target of another goal",
      broken("vocabularies/targets.yaml", "16.10, parent: 16", "11.1, parent: 16"),
      "vocabularies/targets.yaml:2 target 11.1 is no target of goal 16",
    ],
    [
      "a code given twice in a vocabulary",
      broken("vocabularies/themes.yaml", "code: budgeting", "code: housing"),
      "vocabularies/themes.yaml:2 duplicate code in themes: “housing”",
    ],
    [
      "a label without a language",
      broken("vocabularies/groups.yaml", ", es: Nombre", ""),
      "vocabularies/groups.yaml:1 label.es is missing",
    ],
    [
      "an eId given twice",
      broken(document, "eId: recommendation-1", "eId: recital-a"),
      `${document}:14 duplicate eId “recital-a”`,
    ],
    [
      "a kind that does not fit the eId",
      broken(document, "kind: recital", "kind: objective"),
      `${document}:11 kind “objective” does not fit recital-a`,
    ],
    [
      "a why that leads nowhere",
      broken(document, "why: [recital-a]", "why: [recital-b]"),
      `${document}:19 unknown provision “hrgl-2023/recital-b”`,
    ],
    [
      "a why that is no recital",
      broken(document, "why: [recital-a]", "why: [recommendation-1]"),
      `${document}:19 “recommendation-1” is no recital`,
    ],
    [
      "a concordance from the earlier to the later",
      broken(
        "concordance.yaml",
        "from: hrgl-2023/recommendation-1, to: hrgl-2022/",
        "from: hrgl-2022/recommendation-1, to: hrgl-2023/",
      ),
      "concordance.yaml:1 hrgl-2022/recommendation-1 is not later than hrgl-2023/recommendation-1",
    ],
    [
      "a tool that answers nothing known",
      broken(tool, "provision: hrgl-2023/recommendation-1", "provision: hrgl-2023/recommendation-9"),
      `${tool}:15 unknown provision`,
    ],
    ["a tool without steps", broken(tool, "[Begin., End.]", "[]"), `${tool}:6 steps needs at least one step`],
    ["a case study without a method", broken(study, "method: Reading.\n", ""), `${study}:1 method is missing`],
    ["a file that holds no list", { "cities.yaml": "vienna: here\n" }, "cities.yaml:1 holds no list"],
    ["a synonym of nothing", { "thesaurus.yaml": "- en: [alone]\n" }, "thesaurus.yaml:1 the entry holds a single term"],
    [
      "a file that would be overlooked",
      { "practices/vienna-more.yml": "slug: vienna-more\n" },
      "practices/vienna-more.yml:1 is no .yaml file",
    ],
  ];
  test.each(cases)("%s", (_, changes, problem) => {
    expect(problemsOf(seedFolder(changes)).filter((line) => line.startsWith(problem))).toHaveLength(1);
  });
});

test("all problems of all files are told at once, in their order", () => {
  const folder = seedFolder({
    ...broken(practice, "[housing]", "[hausing]"),
    ...broken("cities.yaml", "country: AT", "country: XX"),
    ...broken(document, "language: en\n", ""),
  });
  expect(problemsOf(folder)).toEqual([
    "cities.yaml:1 unknown country “XX”",
    `${document}:1 language is missing`,
    `${practice}:10 unknown theme “hausing”, did you mean “housing”?`,
  ]);
});

test("a reference to an entry with a fault of its own is no second problem", () => {
  expect(problemsOf(seedFolder(broken(tool, "pitfalls: None.\n", "")))).toEqual([`${tool}:1 pitfalls is missing`]);
  expect(problemsOf(seedFolder(broken(tool, "[Begin., End.]", "[Begin.")))).toEqual([
    expect.stringContaining(`${tool}:`),
  ]);
});

test("a missing file, a missing folder inside and a missing seeds folder are told", () => {
  expect(problemsOf(seedFolder({ "cities.yaml": null }))).toContain("cities.yaml:1 the file is missing");
  expect(problemsOf(seedFolder({ [study]: null }))).toEqual(["case-studies:1 the folder is missing"]);
  const nowhere = join(tempFolder(), "nowhere");
  expect(() => readSeeds(nowhere)).toThrow(`${nowhere}:1 the seeds folder is missing`);
  expect(() => readThesaurus(nowhere)).toThrow("the seeds folder is missing");
});

test("the thesaurus alone is plain data, every language a list", () => {
  expect(readThesaurus(seedFolder())).toEqual([{ en: ["woman", "women"], fr: ["femme"], es: [], de: [] }]);
});
