import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { polylogue } from "../support/run-program";

const small = join(import.meta.dirname, "..", "fixtures", "judged", "small");

/** A copy of the collection to break. */
function copyOfSmall(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "polylogue-judged-")), "small");
  onTestFinished(() => rmSync(join(folder, ".."), { recursive: true, force: true }));
  cpSync(small, folder, { recursive: true });
  return folder;
}

describe("polylogue search evaluate", () => {
  test("prints one line of JSON, and leaves no index behind", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("polylogue-evaluate-"));
    const { code, stdout, stderr } = await polylogue(["search", "evaluate", small, "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ engine: "sqlite", dataset: "small", docs: 5, queries: 4, zero_results: 0 });
    expect(result.ndcg10).toBeGreaterThanOrEqual(result.plain_fts5.ndcg10);
    for (const name of ["ndcg10", "recall100", "mrr10"]) expect(result[name], name).toBe(1);
    for (const name of ["p50_ms", "p95_ms", "index_docs_per_s"]) expect(result[name], name).toBeGreaterThan(0);
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith("polylogue-evaluate-"));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });

  test("misspells the queries the same way for the same seed, and shows a table beside the JSON", async () => {
    const [first, second] = await Promise.all(
      [0, 1].map(() => polylogue(["search", "evaluate", small, "--typos", "3"])),
    );
    const quality = (stdout = "") => {
      const { ndcg10, recall100, mrr10, plain_fts5 } = JSON.parse(stdout);
      return { ndcg10, recall100, mrr10, plain_fts5 };
    };
    expect(quality(first?.stdout)).toEqual(quality(second?.stdout));
    expect(first?.stderr).toContain("nDCG@10");
  });

  test.each([
    ["docs.jsonl", '{"id": "d6", "text"', "docs.jsonl:6 is no JSON"],
    ["docs.jsonl", '{"id": "d6"}', "docs.jsonl:6 text:"],
    ["docs.jsonl", '{"id": "d1", "text": "again"}', "docs.jsonl:6 the id “d1” is there twice"],
    ["queries.jsonl", '["q6"]', "queries.jsonl:6"],
    ["qrels.tsv", "q1\td9\t1", "qrels.tsv:7 there is no document “d9”"],
    ["qrels.tsv", "q9\td1\t1", "qrels.tsv:7 there is no query “q9”"],
    ["qrels.tsv", "q1 d1", "qrels.tsv:7 expected"],
    ["qrels.tsv", "q1\td1\tgood", "qrels.tsv:7 expected"],
  ])("a broken line in %s is named: %s", async (file, line, problem) => {
    const folder = copyOfSmall();
    appendFileSync(join(folder, file), `${line}\n`);
    const { code, stdout, stderr } = await polylogue(["search", "evaluate", folder, "--json"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(problem);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("judgements as TREC writes them, Windows' line ends, empty lines and a byte order mark change nothing", async () => {
    const folder = copyOfSmall();
    appendFileSync(join(folder, "qrels.tsv"), "q1 0 d2 0\nq1\t0\td3\t-1\nq1 d4 0\n");
    appendFileSync(join(folder, "docs.jsonl"), '{"id": 6, "title": null, "text": "Ferry timetable", "lang": null}\n');
    for (const file of readdirSync(folder)) {
      const path = join(folder, file);
      writeFileSync(path, `\uFEFF${readFileSync(path, "utf8").replaceAll("\n", "\r\n")}\r\n  \r\n`);
    }
    const { code, stdout, stderr } = await polylogue(["search", "evaluate", folder, "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ docs: 6, queries: 4, ndcg10: 1 });
  });

  test("a file that is missing is named", async () => {
    const folder = copyOfSmall();
    rmSync(join(folder, "qrels.tsv"));
    const { code, stderr } = await polylogue(["search", "evaluate", folder]);
    expect(code).toBe(1);
    expect(stderr).toContain(`${join(folder, "qrels.tsv")} is missing`);
  });

  test("a document may say its language", async () => {
    const folder = copyOfSmall();
    writeFileSync(join(folder, "docs.jsonl"), '{"id":"d1","title":"","text":"Mietpreise","lang":"de"}\n');
    writeFileSync(join(folder, "queries.jsonl"), '{"id":"q1","text":"Mietpreis "}\n');
    writeFileSync(join(folder, "qrels.tsv"), "q1\td1\t1\n");
    const { stdout } = await polylogue(["search", "evaluate", folder, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ ndcg10: 1, plain_fts5: { ndcg10: 0 } });
  });

  test.each([
    [["search", "evaluate"], "Name one folder"],
    [["search", "evaluate", small, "--engine", "lunr"], "--engine is sqlite or meilisearch"],
    [["search", "evaluate", small, "--typos", "many"], "--typos takes a whole number"],
    [["search", "evaluate", small, "--engine", "meilisearch"], "MEILI_URL must be"],
  ])("%j is refused with a line", async (args, problem) => {
    const { code, stderr } = await polylogue(args);
    expect(code).toBe(1);
    expect(stderr).toContain(problem);
  });
});
