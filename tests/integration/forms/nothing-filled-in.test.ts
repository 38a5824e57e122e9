import { expect, test } from "vitest";
import { findForms, type World } from "./found-forms";
import { mayBeEmpty } from "./may-be-empty";
import { asSent, lacks, sendForm } from "./send-form";

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

test("every form asks for what it needs", { timeout: 600_000 }, async () => {
  const { wrong, taken } = await sendEmpty(await findForms());
  expect.soft(wrong).toEqual([]);
  expect.soft(taken.sort(), "sent with nothing filled in").toEqual([...mayBeEmpty].sort());
});
