import { sql } from "kysely";
import { expect, test } from "vitest";
import { inviteFirstAdministrator } from "~/domain/people/create-person.server";
import type { Db } from "~db/client.server";
import { formsInPage } from "../../support/forms-in-page";
import { startPeopleServer } from "../../support/people-server";
import { readAll } from "../../support/read-all";
import { fillForm } from "./fill-form";
import { type Found, type FoundForm, findForms, lookAgain, type World } from "./found-forms";
import { asSent, sendForm } from "./send-form";

/** What only stands in the database if a field that no form has was taken for one. */
const canary = (place: number) => `kestrel${place}canary`;

/** Who starts an installation becomes its first administrator, here is one already: it is sent in a world of its own. */
const cannotSucceed = ["/register/first first"];

/** The names of all columns, as they are written there and as the program writes them. */
async function readColumns(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct c.name from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'
  `.execute(db);
  const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const first = ["role", "roles", "status", "state", "author_id", "person_id"];
  return [
    ...new Set([
      ...[...first, "administrator", "network_id", "entry_id"],
      ...rows.flatMap(({ name }) => [name, camel(name)]),
    ]),
  ];
}

/** What ends something comes after what goes on with it; then what ends a session, and at last what begins another. */
const endingOf = ({ key }: Found): number =>
  /^\/(register|sign-in|password|confirm)/.test(key)
    ? 3
    : /sign-out|end-session|erase/.test(key)
      ? 2
      : /remove|delete|discard|withdraw|decline|return|cancel|revoke|leave|close|archive|unf|end-|merge|take-?back/i.test(
            key,
          )
        ? 1
        : 0;

/** A field that a form does not have changes nothing, whatever column of the database it is called after. */
async function sendForeignFields({ db, found }: World): Promise<{ wrong: string[]; stopped: string[] }> {
  const columns = await readColumns(db);
  expect(columns).toEqual(expect.arrayContaining(["status", "administrator", "network_id", "networkId", "revision"]));
  const wrong: string[] = [];
  const stopped: string[] = [];
  for (const [place, one] of [...found].sort((a, b) => endingOf(a) - endingOf(b)).entries()) {
    const { key } = one;
    const send = async ({ form, browser }: FoundForm): Promise<string | null> => {
      const known = new Set(form.fields.map(({ name }) => name));
      const unknown = columns.filter((name) => !known.has(name));
      // A form with a file has not so many parts.
      const some = form.fields.some(({ kind }) => kind === "file") ? unknown.slice(0, 150) : unknown;
      const foreign = Object.fromEntries(some.map((name) => [name, [canary(place)]]));
      const right = await fillForm(db, key, form);
      const { status, to, page } = await sendForm({ form, browser }, { ...foreign, ...asSent(form), ...right });
      if (status >= 500) wrong.push(`${key}: ${status}`);
      if ((await readAll(db)).includes(canary(place))) wrong.push(`${key} has kept a field that it does not have`);
      return status >= 400 ? `${status} ${whyOf(page)}` : /^\/sign-in\?to=/.test(to) ? "signed out" : null;
    };
    const problems: string[] = [];
    const isThrough = async (form: FoundForm) => {
      const problem = await send(form);
      if (problem !== null) problems.push(problem);
      return problem === null;
    };
    if (!(await isThrough(one)) && !(await someOf([one, ...one.others], isThrough)))
      stopped.push(`${key}: ${[...new Set(problems)].join("; ")}`);
  }
  return { wrong, stopped };
}

/** Where others have decided about the first, one of those that stand there by now has to get through. */
async function someOf(places: FoundForm[], isThrough: (form: FoundForm) => Promise<boolean>): Promise<boolean> {
  for (const place of places) for (const form of await lookAgain(place)) if (await isThrough(form)) return true;
  return false;
}

/** What the summary of a page says that sends its form back. */
const whyOf = (page: string) =>
  (/<div[^>]*role="alert"[\s\S]*?<\/div>/.exec(page)?.[0] ?? "").replace(/<[^>]+>/g, " ").slice(0, 200);

test("every form takes what is right, and no field that it does not have", { timeout: 600_000 }, async () => {
  const { wrong, stopped } = await sendForeignFields(await findForms());
  expect.soft(wrong).toEqual([]);
  const through = stopped.filter((one) => !cannotSucceed.some((key) => one.startsWith(key)));
  expect.soft(through, "did not get through, and so tells nothing").toEqual([]);
});

test("the form that makes the first administrator takes no field that it does not have", async () => {
  const server = await startPeopleServer();
  const { db, now } = server.services;
  const page = `/register/first?token=${await inviteFirstAdministrator(db, now())}`;
  const browser = server.browser();
  const [form] = formsInPage(await (await browser.get(page)).text(), page).filter(({ name }) => name === "first");
  if (!form) throw new Error("There is no such form.");
  const one = { key: "/register/first first", form, page, browser, others: [] };
  expect(await sendForeignFields({ db, actions: [], found: [one] })).toEqual({ wrong: [], stopped: [] });
  const people = await db.selectFrom("person").select(["email", "administrator", "listed"]).execute();
  expect(people).toEqual([{ email: "first.of.all@city.example", administrator: 1, listed: 0 }]);
});
