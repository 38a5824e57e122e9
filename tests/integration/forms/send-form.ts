import { sql } from "kysely";
import type { Db } from "~db/client.server";
import type { PageForm } from "../../support/forms-in-page";
import { readAll } from "../../support/read-all";
import type { FoundForm } from "./found-forms";

/** No line and no text may hold it: whatever else is typed, the form comes back. */
export const turned = "\u202e";

export type Values = Record<string, string[] | File>;

/** What the form holds when its page opens. */
export const asSent = ({ fields }: PageForm): Record<string, string[]> =>
  Object.fromEntries(fields.filter(({ kind }) => kind !== "file").map(({ name, values }) => [name, values]));

export async function sendForm({ form, browser }: Pick<FoundForm, "form" | "browser">, values: Values) {
  const answer = await browser.submit(form.path, bodyOf(form, values), { "Accept-Language": "en" });
  return { status: answer.status, to: answer.headers.get("Location") ?? "", page: await answer.text() };
}

/** The body as the page's own form would send it. */
function bodyOf(form: PageForm, values: Values): FormData | Record<string, string[]> {
  const named = form.name ? { form: [form.name], ...values } : values;
  const holdsFile = form.fields.some(({ kind }) => kind === "file");
  const files = Object.values(named).some((value) => value instanceof File);
  if (!holdsFile && !files) return named as Record<string, string[]>;
  const body = new FormData();
  for (const [name, value] of Object.entries(named))
    for (const one of value instanceof File ? [value] : value) body.append(name, one);
  return body;
}

/** What a page lacks that sends a form back. */
export function lacks(page: string): string[] {
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
export async function watchRows(db: Db) {
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
