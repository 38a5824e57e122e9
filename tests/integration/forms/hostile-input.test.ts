import { expect, test } from "vitest";
import { valuesInPage } from "../../support/forms-in-page";
import { around, hostile } from "../../support/hostile";
import { readAll } from "../../support/read-all";
import { findForms, type World } from "./found-forms";
import { mayBeEmpty } from "./may-be-empty";
import { findMissing } from "./missing-forms";
import { asSent, lacks, sendForm, turned, type Values, watchRows } from "./send-form";

/** Nothing of it may stand in an answer. */
const secret = "herons do not sign in";
const chunkSize = 12;

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
    const judge = async (what: string, values: Values, kept: string[]) => {
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

test("no form loses what was typed, or does what is hostile; none is left out", { timeout: 600_000 }, async () => {
  const world = await findForms();
  expect.soft(findMissing(world), "show it on a page of tests/support/forms-world.ts").toEqual([]);
  expect.soft(await sendHostile(world)).toEqual([]);
  expect.soft(await sendTampered(world)).toEqual([]);
});
