import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMail } from "./read-mail";

/** The texts of the mails that the server under test wrote to an address, in order. */
export function mailsTo(address: string): { subject: string; text: string }[] {
  const folder = process.env.POLYLOGUE_MAIL ?? "";
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .filter((raw) => new RegExp(`^To: .*${address.replaceAll(".", "\\.")}`, "m").test(raw))
    .map(readMail);
}
