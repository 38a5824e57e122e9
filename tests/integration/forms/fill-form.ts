import { readFileSync } from "node:fs";
import { join } from "node:path";
import { totpOf } from "~/domain/people/take-code.server";
import type { Db } from "~db/client.server";
import { goodPassword } from "../../support/people-server";
import { aPicture } from "../../support/some-files";
import type { Found } from "./found-forms";
import type { Values } from "./send-form";

/** Where a word is not what is asked for. */
const rightText: Record<string, string> = {
  ...{ email: "thea.thimbleweed@city.example", emails: "thea.thimbleweed@city.example" },
  ...{ coordinator: "thea.thimbleweed@city.example", quote: "" },
  ...{ website: "", acronym: "", orcid: "", deadline: "", date: "", started: "", ended: "" },
};

/** What single forms want besides. */
const wanted: Record<string, Record<string, string>> = {
  // The city says that all is right, and names no point.
  "/contributions/:id/fact-check answer": { answer: "confirmed" },
  "/contributions/:id/authors co-author": { email: "" },
  "/admin/search": { same: "Other words" },
  "/admin/documents/:id split": { from: "that names its goals" },
  "/vocabularies/:vocabulary/new add": { key: "a-word", maps_to: "" },
  "/register/first first": { email: "first.of.all@city.example" },
};

const fixture = () => readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "import", "outcome.md"));
const file = (name: string, content: Buffer | string) =>
  new File([typeof content === "string" ? content : new Uint8Array(content)], name);

async function fileFor(key: string): Promise<File> {
  if (key === "/collections/:slug/edit picture") return file("a.png", await aPicture("png", 640, 480));
  if (key === "/admin/documents/new upload") return file("outcome.md", fixture());
  return file("a.csv", "title\nOne");
}

/** What is right for each field, where the page does not say so itself: passwords and codes, too. */
export async function fillForm(db: Db, key: string, { fields }: Found["form"]): Promise<Values> {
  const filled: Values = {};
  for (const { name, kind, values, choices } of fields) {
    const word = wanted[key]?.[name];
    const isEmpty = values.join("") === "";
    if (word !== undefined) filled[name] = [word];
    else if (kind === "file") filled[name] = await fileFor(key);
    else if (kind === "secret") filled[name] = [name === "code" ? await nextCode(db) : goodPassword];
    else if (kind === "choice" && isEmpty) filled[name] = choices.filter(Boolean).slice(0, 1);
    else if (kind === "text" && isEmpty && !(key in wanted && name.startsWith("point.")))
      filled[name] = [rightText[name.split(".").at(-1) ?? name] ?? "A word"];
  }
  return filled;
}

/** Of the only second factor that waits for its first code. */
async function nextCode(db: Db): Promise<string> {
  const waiting = db.selectFrom("second_factor").where("confirmed_at", "is", null).select("secret");
  const { secret } = await waiting.executeTakeFirstOrThrow();
  return totpOf(secret).generate();
}
