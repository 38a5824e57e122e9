import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Db } from "~db/client.server";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { formsInPage, type PageForm, valuesInPage } from "../support/forms-in-page";
import { makeFormsWorld } from "../support/forms-world";
import { around, hostile } from "../support/hostile";

/** No line and no text may hold it: whatever else is typed, the form comes back. */
const turned = "\u202e";
/** What only stands in the database if a field that no form has was taken for one. */
const canary = (place: number) => `kestrel${place}canary`;
/** Nothing of it may stand in an answer. */
const secret = "herons do not sign in";
const chunkSize = 12;

/** Addresses whose forms stand on none of these pages: scripts and programs send them. */
const sentByPrograms = ["/contributions/:id/save", "/contributions/preview", "/reviews/:id/save", "/search/settled"];
/** What administrators edit where it stands: tests/integration/hostile-forms.test.ts tries it. */
const editedInPlace = {
  actions: [
    "/curate/*",
    "/tags/:slug/edit",
    "/vocabularies/:vocabulary/:code/edit",
    "/vocabularies/:vocabulary/new",
    "/admin/edits",
  ],
  names: ["adopt", "name", "tags", "texts", "link", "removeLink", "merge", "term", "take-back"],
};

/** Forms of which a page tells only in an answer: the second step of signing in, which tests/integration/account-security.test.ts takes. */
const shownInAnswers = new Set(["code"]);

/** Forms that may be sent as they are, with nothing filled in: all that they ask for is optional. */
const mayBeEmpty = new Set([
  ...["/collections/:slug/edit note", "/contributions/:id/edit edit", "/contributions/:id/files describe"],
  ...["/contributions/:id/review agree", "/contributions/:id/review accept-unreviewed"],
  ...["/contributions/:id/review/answer responses", "/networks/:slug join", "/networks/:slug/members/:person official"],
  ...["/networks/:slug/members/:person roles", "/reviews/:id accept-review", "/reviews/:id consents"],
  ...["/reviews/:id review", "/contributions/:id/publish publish", "/collections/:slug/edit publish"],
]);

/** Forms that no test can send with success: they ask for a password or a code, or their link is used up. */
const asksForSecrets = (form: PageForm) => form.fields.some(({ kind }) => kind === "secret");

/** Forms that do not get through in this test. */
const cannotSucceed = new Set([
  // They need more than a word: a whole draft, a picture, a document, terms in two languages, a point of one's own.
  ...["/contributions/:id/submit submit", "/collections/:slug/edit picture", "/admin/documents/new upload"],
  ...["/admin/search", "/contributions/:id/fact-check answer", "/contributions/:id/authors co-author"],
  // Another form of the same page was sent before, and has decided.
  ...["/contributions/:id/links restore", "/networks/:slug/invitations resend", "/networks/:slug/invitations withdraw"],
  ...[
    "/contributions/:id/review accept-unreviewed",
    "/contributions/:id/review return",
    "/contributions/:id/review decline",
  ],
  ...[
    "/contributions/:id/review cancel",
    "/contributions/:id/review remind",
    "/reviews/:id decline-review",
    "/contributions/:id/submit withdraw",
  ],
  ...["/admin/documents/:id takeBack", "/admin/documents/:id save", "/networks/:slug/members decline"],
  ...["/networks/:slug/members/:person remove", "/calls/:id delete"],
]);

interface Found {
  /** The route's pattern and the form's name: each is tried once. */
  key: string;
  form: PageForm;
  browser: BrowserStandIn;
}

interface World {
  db: Db;
  /** The addresses that take forms. */
  actions: string[];
  found: Found[];
}

async function findForms(): Promise<World> {
  const { server, browsers, pages } = await makeFormsWorld();
  const patterns = await readActions();
  const found = new Map<string, Found>();
  for (const { by, path } of pages) {
    const browser = browsers[by];
    if (!browser) throw new Error(`There is nobody called ${by}.`);
    const answer = await browser.get(path, { "Accept-Language": "en" });
    expect(answer.status, `${path} by ${by}`).toBe(200);
    for (const form of formsInPage(await answer.text(), path)) {
      const address = form.path.split("?")[0] ?? "";
      const pattern = patterns.find(({ matches }) => matches.test(address))?.pattern;
      expect(pattern, `${path} sends a form to ${form.path}`).toBeDefined();
      const key = `${pattern} ${form.name.replace(/[-.]?[0-9a-f]{8}-[0-9a-f-]{27}|-?hrgl.*/, "")}`.trim();
      if (!found.has(key)) found.set(key, { key, form, browser });
    }
  }
  return { db: server.services.db, actions: patterns.map(({ pattern }) => pattern), found: [...found.values()] };
}

/** The addresses that take forms, and not as a part of the interface for programs. */
async function readActions() {
  const file = join(import.meta.dirname, "..", "..", "build", "server", "index.js");
  expect(existsSync(file), "There is no build: run `npm run build` first.").toBe(true);
  const { routes } = (await import(pathToFileURL(file).href)) as ServerBuild;
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? `${pathOf(route.parentId)}${route.path ? `/${route.path}` : ""}` : "";
  };
  return Object.values(routes)
    .flatMap((route) => (route?.module.action ? [pathOf(route.id)] : []))
    .filter((pattern) => !pattern.startsWith("/api"))
    .map((pattern) => ({ pattern, matches: new RegExp(`^${pattern.replace(/:\w+/g, "[^/]+")}$`) }))
    .sort((one, other) => one.pattern.split(":").length - other.pattern.split(":").length);
}

/** The names of all forms that stand in the program's text. */
function namesInSource(): string[] {
  const app = join(import.meta.dirname, "..", "..", "app");
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));
  const name = /<Form\b[^>]*?\sid="([\w-]+)"|<ButtonForm\b[^>]*?\sform="([\w-]+)"|name="form" value="([\w-]+)"/g;
  return files.flatMap((file) =>
    [...readFileSync(join(app, file), "utf8").matchAll(name)].map(([, one, two, three]) => one ?? two ?? three ?? ""),
  );
}

/** Everything that the database holds but what each request writes. */
async function readAll(db: Db): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  const kept = tables.map(({ name }) => name).filter((name) => !/^(session|search_|sqlite_|known_device)/.test(name));
  const contents = await Promise.all(
    kept.map(async (name) => (await sql`select * from ${sql.table(name)}`.execute(db)).rows),
  );
  return JSON.stringify(contents);
}

/** The names of all columns, as they are written there and as the program writes them. */
async function readColumns(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct c.name from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'
  `.execute(db);
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const first = [
    "role",
    "roles",
    "status",
    "state",
    "author_id",
    "person_id",
    "administrator",
    "network_id",
    "entry_id",
  ];
  return [...new Set([...first, ...rows.flatMap(({ name }) => [name, camel(name)])])];
}

const asSent = ({ fields }: PageForm): Record<string, string[]> =>
  Object.fromEntries(fields.filter(({ kind }) => kind !== "file").map(({ name, values }) => [name, values]));

/** The body as the page's own form would send it. */
function bodyOf(form: PageForm, values: Record<string, string[] | File>): FormData | Record<string, string[]> {
  const named = form.name ? { form: [form.name], ...values } : values;
  const holdsFile = form.fields.some(({ kind }) => kind === "file");
  const files = Object.values(named).some((value) => value instanceof File);
  if (!holdsFile && !files) return named as Record<string, string[]>;
  const body = new FormData();
  for (const [name, value] of Object.entries(named))
    for (const one of value instanceof File ? [value] : value) body.append(name, one);
  return body;
}

async function sendForm({ form, browser }: Found, values: Record<string, string[] | File>) {
  const answer = await browser.submit(form.path, bodyOf(form, values), { "Accept-Language": "en" });
  return { status: answer.status, page: await answer.text() };
}

/** What a page lacks that sends a form back. */
function lacks(page: string): string[] {
  const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
  const summary = /<div[^>]*role="alert"[\s\S]*?<\/div>/.exec(page)?.[0] ?? "";
  const astray = [...summary.matchAll(/href="#([^"]+)"/g)].flatMap(([, id]) => (ids.has(id) ? [] : [`#${id}`]));
  return [
    ...(/<title>Error: /.test(page) ? [] : ["no “Error:” in the title"]),
    ...(summary ? [] : ["no summary"]),
    ...(/autofocus/i.test(summary) ? [] : ["the summary does not take the focus"]),
    ...astray.map((id) => `the summary leads to ${id}, which is not there`),
  ];
}

/** Watches for what changes in the database. */
async function watchRows(db: Db) {
  const count = async () => (await sql<{ n: number }>`select total_changes() as n`.execute(db)).rows[0]?.n;
  let counted = await count();
  let held = await readAll(db);
  /** @returns whether something has changed since it was asked last */
  return async (): Promise<boolean> => {
    const now = await count();
    if (now === counted) return false;
    const before = held;
    [counted, held] = [now, await readAll(db)];
    return held !== before;
  };
}

/** Every form of the program, and every address that takes one, is among those that are tried. */
function findMissing({ actions, found }: World): string[] {
  const seen = new Set(found.map(({ form }) => form.name));
  const reached = new Set(found.map(({ key }) => key.split(" ")[0]));
  const elsewhere = new Set([...shownInAnswers, ...sentByPrograms, ...editedInPlace.actions, ...editedInPlace.names]);
  return [...namesInSource().filter((name) => !seen.has(name)), ...actions.filter((one) => !reached.has(one))].filter(
    (one) => !elsewhere.has(one),
  );
}

/** What is too long, of a wrong type or hostile comes back with all that was typed, and changes nothing. */
async function sendHostile({ db, found }: World): Promise<string[]> {
  const hasChanged = await watchRows(db);
  const payloads = hostile("xss");
  const chunks = around(
    Array.from({ length: Math.ceil(payloads.length / chunkSize) }, (_, i) =>
      payloads.slice(i * chunkSize, (i + 1) * chunkSize),
    ),
  );
  const wrong: string[] = [];
  for (const one of found) {
    const { key, form } = one;
    const typed = form.fields.filter(({ kind }) => kind === "text");
    const secrets = Object.fromEntries(
      form.fields.filter(({ kind }) => kind === "secret").map(({ name }) => [name, [secret]]),
    );
    const standing = { ...asSent(form), ...secrets };
    const judge = async (what: string, values: Record<string, string[] | File>, kept: string[]) => {
      const { status, page } = await sendForm(one, values);
      const tell = (problem: string) => wrong.push(`${key}, ${what}: ${problem}`);
      // Editors take what is no text for a field that was not sent; what is optional may be left out.
      const mayPass = what === "files for texts" && mayBeEmpty.has(key) && status === 302;
      if (status !== 422 && !mayPass) tell(String(status));
      if (status === 422) for (const lack of lacks(page)) tell(lack);
      if (page.includes(secret)) tell("a secret is sent back");
      const there = valuesInPage(page);
      for (const text of kept) if (!there.has(text)) tell(`“${text.slice(0, 50)}” is lost`);
      if ((await hasChanged()) && !mayPass) tell("something was changed");
      return page;
    };
    if (typed.length > 0) {
      // All together no more than a form may hold.
      const tooLong = Math.min(20_000, Math.floor(400_000 / typed.length));
      const long = Object.fromEntries(typed.map(({ name }) => [name, [`${name} ${"x".repeat(tooLong)}`]]));
      await judge("too long", { ...standing, ...long }, Object.values(long).flat());
      const files = Object.fromEntries(typed.map(({ name }) => [name, new File(["a file"], `${turned}.txt`)]));
      await judge("files for texts", { ...standing, ...files }, []);
      const chunk = chunks.next().value;
      const texts = Object.fromEntries(
        typed.map(({ name }) => [name, [`${turned}${name} ${chunk.join(" ").replaceAll("\t", " ")}`]]),
      );
      const page = await judge("hostile", { ...standing, ...texts }, Object.values(texts).flat());
      for (const payload of chunk)
        if (/<\w/.test(payload) && page.includes(payload)) wrong.push(`${key}: ${payload} is more than text`);
    }
  }
  return wrong;
}

/** What nobody can type, but change on the way, is refused or counts for nothing. */
async function sendTampered({ db, found }: World): Promise<string[]> {
  const payloads = around(hostile("xss").filter((payload) => payload.length > 10));
  const wrong: string[] = [];
  for (const one of found) {
    const { key, form } = one;
    for (const { name } of form.fields.filter(({ kind }) => kind === "choice" || kind === "hidden")) {
      const payload = `${turned}${payloads.next().value}`;
      const { status, page } = await sendForm(one, { ...asSent(form), [name]: [payload] });
      if (status >= 500) wrong.push(`${key}, hostile ${name}: ${status}`);
      if (status === 422) wrong.push(...lacks(page).map((lack) => `${key}, hostile ${name}: ${lack}`));
      if (page.includes(payload) && /<\w/.test(payload)) wrong.push(`${key}, hostile ${name} is more than text`);
    }
    if (wrong.length === 0 && (await readAll(db)).includes(turned))
      wrong.push(`${key} has kept what nobody could choose`);
  }
  return wrong;
}

/** Nothing filled in is refused, with the fields that are wanted. @returns what is wrong, and what may be empty */
async function sendEmpty({ found }: World): Promise<{ wrong: string[]; taken: string[] }> {
  const wrong: string[] = [];
  const taken: string[] = [];
  // What may be empty comes last: it changes what the others are about.
  for (const one of [...found].sort((a, b) => Number(mayBeEmpty.has(a.key)) - Number(mayBeEmpty.has(b.key)))) {
    const { key, form } = one;
    const asked = form.fields.filter(({ kind }) => kind !== "hidden");
    if (asked.length === 0) continue;
    const empty = Object.fromEntries(asked.map(({ name, kind }) => [name, kind === "choice" ? [] : [""]]));
    const { status, page } = await sendForm(one, { ...asSent(form), ...empty });
    if (status === 422) wrong.push(...lacks(page).map((lack) => `${key}: ${lack}`));
    else if (status === 302) taken.push(key);
    else wrong.push(`${key}: ${status}`);
  }
  return { wrong, taken };
}

/** What ends something comes after what goes on with it, and what ends the session at last. */
const endingOf = ({ key }: Found): number =>
  /sign-out|end-session/.test(key)
    ? 2
    : /remove|delete|discard|withdraw|decline|return|cancel|revoke|leave|close|archive|erase|unf|end-/.test(key)
      ? 1
      : 0;

/** A field that a form does not have changes nothing, whatever column of the database it is called after. */
async function sendForeignFields({ db, found }: World): Promise<{ wrong: string[]; stopped: string[] }> {
  const columns = await readColumns(db);
  expect(columns).toEqual(expect.arrayContaining(["status", "administrator", "network_id", "networkId", "revision"]));
  const wrong: string[] = [];
  const stopped: string[] = [];
  for (const [place, one] of [...found].sort((a, b) => endingOf(a) - endingOf(b)).entries()) {
    const { key, form } = one;
    const known = new Set(form.fields.map(({ name }) => name));
    const others = columns.filter((name) => !known.has(name));
    // A form with a file has not so many parts.
    const some = form.fields.some(({ kind }) => kind === "file") ? others.slice(0, 150) : others;
    const foreign = Object.fromEntries(some.map((name) => [name, [canary(place)]]));
    const { status } = await sendForm(one, { ...foreign, ...asSent(form), ...fillOf(form) });
    if (status >= 500) wrong.push(`${key}: ${status}`);
    if (status >= 400 && !asksForSecrets(form) && !cannotSucceed.has(key)) stopped.push(`${key}: ${status}`);
    if ((await readAll(db)).includes(canary(place))) wrong.push(`${key} has kept a field that it does not have`);
  }
  return { wrong, stopped };
}

/** Where a word is not what is asked for. */
const rightText: Record<string, string> = {
  ...{ email: "thea.thimbleweed@city.example", emails: "thea.thimbleweed@city.example" },
  ...{ coordinator: "thea.thimbleweed@city.example", quote: "" },
  ...{ website: "", acronym: "", orcid: "", deadline: "", date: "", started: "", ended: "" },
};

/** What is right for each field, where the page does not say so itself. */
function fillOf({ fields }: PageForm): Record<string, string[] | File> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind, values, choices }): [string, string[] | File][] => {
      if (kind === "file") return [[name, new File(["title\nOne"], "a.csv")]];
      if (kind === "choice" && values.join("") === "") return [[name, choices.filter(Boolean).slice(0, 1)]];
      if (kind !== "text" || values.join("") !== "") return [];
      return [[name, [rightText[name.split(".").at(-1) ?? name] ?? "A word"]]];
    }),
  );
}

test("no form loses what was typed, or does what is hostile; none is left out", {
  timeout: 600_000,
}, async () => {
  const world = await findForms();
  expect.soft(findMissing(world), "show it on a page of tests/support/forms-world.ts").toEqual([]);
  expect.soft(await sendHostile(world)).toEqual([]);
  expect.soft(await sendTampered(world)).toEqual([]);
});

test("every form asks for what it needs, and takes no field that it does not have", { timeout: 600_000 }, async () => {
  const { wrong, taken } = await sendEmpty(await findForms());
  expect.soft(wrong).toEqual([]);
  expect.soft(taken.sort(), "sent with nothing filled in").toEqual([...mayBeEmpty].sort());
  const world = await findForms();
  const foreign = await sendForeignFields(world);
  expect.soft(foreign.wrong).toEqual([]);
  expect.soft(foreign.stopped, "did not get through, and tells nothing").toEqual([]);
});
