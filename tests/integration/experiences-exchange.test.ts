import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { valuesOf } from "~/domain/contributions/contribution";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { checkExperiences } from "~/domain/contributions/exchange/check-experiences.server";
import type { ImportStep } from "~/domain/contributions/exchange/import-progress";
import { experiencesAsCsv } from "~/domain/contributions/exchange/write-experiences";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { writeEntry } from "~/domain/publication/write-entry.server";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { addCity, addMember, fullForm } from "../support/contribution-server";
import { startPeopleServer } from "../support/people-server";
import { polylogue } from "../support/run-program";
import { tempFolder } from "../support/temp";

const practice = { ...fullForm, themes: '["housing"]' };
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...practice, title: `No ${index}` }));

async function upload(browser: BrowserStandIn, content: string, kind = "practice") {
  const form = new FormData();
  form.set("form", "check");
  form.set("kind", kind);
  form.set("file", new Blob([content]), "file.csv");
  const answer = await browser.submit("/contributions/import", form);
  return { status: answer.status, html: await answer.text() };
}
const keptIn = (html: string) => /name="file" value="([^"]+)"/.exec(html)?.[1] ?? "";

test("a file is checked, then becomes drafts of the person: all or nothing, and once", async () => {
  const server = await startPeopleServer();
  const { db } = server.services;
  const ada = await server.newPerson();
  await addCity(db, "testville");
  const drafts = () => db.selectFrom("contribution").selectAll().execute();

  const wrong = await upload(ada, `title,city,<b>\nOne,testville,\n,atlantis,"=cmd|' /C calc'!A0"\n`);
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("<title>Error:");
  expect(wrong.html).toContain("The city “atlantis” is not in the library.");
  expect(wrong.html).toContain("&lt;b&gt;");
  expect(await drafts()).toEqual([]);

  const checked = await upload(ada, experiencesAsCsv("practice", many(3)));
  expect([checked.status, checked.html.includes("Make 3 drafts")]).toEqual([200, true]);
  expect(await drafts()).toEqual([]);
  const file = keptIn(checked.html);
  const bo = await server.newPerson({ email: "bo@city.example", name: "Bo" });
  expect(
    (await bo.submit("/contributions/import", { form: "confirm", kind: "practice", file })).status,
    "not Bo's",
  ).toBe(422);
  const done = await ada.submit("/contributions/import", {
    form: "confirm",
    kind: "practice",
    file,
    status: "published",
  });
  expect(done.headers.get("Location")).toBe("/contributions/import?imported=3");
  expect((await ada.submit("/contributions/import", { form: "confirm", kind: "practice", file })).status, "once").toBe(
    422,
  );
  const rows = await drafts();
  expect(rows.map(({ status, city_id, entry_id }) => [status, city_id, entry_id])).toEqual(
    Array(3).fill(["draft", "testville", null]),
  );
  const { id } = rows[0] ?? { id: "" };
  expect((await bo.get(`/contributions/${id}`)).status).toBe(404);
  const html = await (await ada.get(`/contributions/${id}/edit`)).text();
  expect(html).toContain("Two mediators *listen*.");
  expect(await (await ada.get(`/contributions/${id}`)).text()).toContain("<em>listen</em>");

  const exported = await (await ada.get("/contributions/export.csv")).text();
  expect(exported).toBe(await (await ada.get("/contributions/export.csv")).text());
  const again = await upload(bo, exported);
  await bo.submit("/contributions/import", { form: "confirm", kind: "practice", file: keptIn(again.html) });
  const sorted = (text: string) => text.split("\r\n").sort();
  expect(sorted(await (await bo.get("/contributions/export.csv")).text())).toEqual(sorted(exported));
  const template = Buffer.from(await (await server.browser().get("/contributions/template.csv")).arrayBuffer());
  expect(template.toString()).toMatch(/^\ufeff"title","pitch",/);
});

test("case studies come and go with their own columns, published ones too, and nothing of them is lost", async () => {
  const server = await startPeopleServer();
  const { db } = server.services;
  const ada = await server.newPerson();
  await addCity(db, "testville");
  const study = {
    ...practice,
    title: "A study of two offices",
    method: "Twelve *interviews*.",
    research_period: "2020 to 2022",
    sources: "Minutes of the council.",
    limits: "One city.",
    ethics: "Everybody agreed.",
    partners: JSON.stringify([{ partner: "University", support: "knowledge", contribution: "Time" }]),
  };
  const wrong = await upload(ada, experiencesAsCsv("case-study", [study]));
  expect([wrong.status, wrong.html.includes("<code>method</code>")], "not as a practice").toEqual([422, true]);
  expect((await upload(ada, experiencesAsCsv("case-study", [study]), "document")).status, "no such kind").toBe(422);
  const checked = await upload(ada, experiencesAsCsv("case-study", [study]), "case-study");
  expect(checked.html).toContain("1 case study, and nothing to mend");
  await ada.submit("/contributions/import", { form: "confirm", kind: "case-study", file: keptIn(checked.html) });
  const [row] = await db.selectFrom("contribution").select(["id", "kind", "status"]).execute();
  expect(row).toMatchObject({ kind: "case-study", status: "draft" });
  expect(await (await ada.get(`/contributions/${row?.id}`)).text()).toContain("<em>interviews</em>");
  const practices = await (await ada.get("/contributions/export.json")).json();
  expect(practices).toEqual({ format: "polylogue-practices/1", practices: [] });

  const own = await (await ada.get("/contributions/export.json?kind=case-study")).text();
  const terms = await listTemplateTerms(db);
  const read = await checkExperiences(Buffer.from(own), { kind: "case-study", terms });
  expect(read.errors).toEqual([]);
  expect(read.experiences[0]).toMatchObject(study);

  const contribution = await getContribution(db, row?.id ?? "");
  if (!contribution) throw new Error("The draft is gone.");
  const reviewStatus = "not-reviewed" as const;
  const entry = { entryId: "a-study", contribution, values: valuesOf(contribution), authors: ["Ada"], reviewStatus };
  await writeEntry(db, { ...entry, at: "2026-01-01T00:00:00.000Z" });
  for (const format of ["csv", "json"]) {
    const published = await (await server.browser().get(`/case-studies/export.${format}`)).text();
    const again = await checkExperiences(Buffer.from(published), { kind: "case-study", terms });
    expect(again.errors, format).toEqual([]);
    expect(again.experiences, format).toHaveLength(1);
    expect(again.experiences[0], format).toMatchObject(study);
  }
  const template = await (await server.browser().get("/contributions/template.csv?kind=case-study")).text();
  expect(template).toContain('"method","research_period","sources","limits","ethics"');
});

test("a thousand practices are imported in seconds, others are answered meanwhile, and one reads how far it is", async () => {
  const server = await startPeopleServer();
  const { db } = server.services;
  const ada = await server.newPerson();
  await addCity(db, "testville");
  const long = "A sentence about what was done, with a number of words. ".repeat(20);
  const content = experiencesAsCsv(
    "practice",
    many(1000).map((one) => ({ ...one, what_was_done: long, results: long })),
  );
  const begun = performance.now();
  let done = false;
  const bo = await server.newPerson({ email: "bo@city.example", name: "Bo" });
  const importing = (async () => {
    const { html } = await upload(ada, content);
    await ada.submit("/contributions/import", { form: "confirm", kind: "practice", file: keptIn(html) });
    done = true;
  })();
  let answered = 0;
  const told: ImportStep[] = [];
  const progressOf = async (browser: BrowserStandIn) =>
    ((await (await browser.get("/contributions/import-progress")).json()) as { underWay: ImportStep | null }).underWay;
  while (!done) {
    const step = await progressOf(ada);
    if (step) told.push(step);
    // Asked rarely, so that the other question comes often enough to meet both steps on a quick machine.
    if (answered % 4 === 0) {
      expect(await progressOf(bo), "nobody else's").toBeNull();
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    }
    answered++;
  }
  await importing;
  expect(performance.now() - begun).toBeLessThan(30_000);
  expect(answered).toBeGreaterThan(5);
  for (const step of ["checked", "written"] as const) {
    const rows = told.filter((one) => one.step === step && one.total > 0).map((one) => one.done);
    expect(
      rows.some((count) => count > 0 && count < 1000),
      step,
    ).toBe(true);
    expect(rows, step).toEqual([...rows].sort((one, other) => one - other));
  }
  expect(told.every(({ total }) => total === 0 || total === 1000)).toBe(true);
  expect(await progressOf(ada), "and no more once it is done").toBeNull();
  expect((await server.browser().get("/contributions/import-progress")).status).toBe(401);
  const { count } = await db
    .selectFrom("contribution")
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  expect(count).toBe(1000);
});

test("the command imports and exports the same files", async () => {
  const server = await startPeopleServer();
  const { db } = server.services;
  await server.newPerson();
  await addCity(db, "testville");
  await addMember(db, "ada@city.example", "test-network");
  const folder = tempFolder();
  const env = { DATA_DIR: server.dataDir, SEEDS: "false" };
  const file = join(folder, "practices.csv");
  writeFileSync(file, experiencesAsCsv("practice", many(5)));
  const run = (...args: string[]) => polylogue(["practices", ...args], env);

  const dry = await run("import", file, "--as", "ada@city.example", "--dry-run");
  expect([dry.code, dry.stdout]).toEqual([0, "5 practices, and nothing to mend. Nothing was imported.\n"]);
  const wrong = join(folder, "wrong.csv");
  writeFileSync(wrong, "title,started\nOne,2020\nTwo,soon\n");
  const refused = await run("import", wrong, "--as", "ada@city.example");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain("row 3, started: Write a date such as 2021");
  expect(await db.selectFrom("contribution").selectAll().execute()).toEqual([]);

  const done = await run("import", file, "--as", "ADA@city.example", "--network", "test-network");
  expect([done.code, done.stdout]).toEqual([0, "5 drafts were made for ADA@city.example.\n"]);
  const output = join(folder, "again.csv");
  expect((await run("export", "--as", "ada@city.example", "--output", output)).code).toBe(0);
  const sorted = (text: string) => text.split("\r\n").sort();
  expect(sorted(readFileSync(output, "utf8"))).toEqual(sorted(readFileSync(file, "utf8")));
  const events = await db.selectFrom("audit_event").where("action", "=", "import-drafts").selectAll().execute();
  expect(events).toHaveLength(1);
  const { networks } = await db
    .selectFrom("contribution")
    .where("network_id", "=", "test-network")
    .select((select) => select.fn.countAll<number>().as("networks"))
    .executeTakeFirstOrThrow();
  expect(networks).toBe(5);
});
