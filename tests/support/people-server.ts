import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { type Env, Secret } from "~/env.server";
import { type RunningApp, startApp } from "./app-server";
import { BrowserStandIn } from "./browser-stand-in";
import { type Received, startMailServer } from "./mail-server";
import { linkIn } from "./read-mail";
import { tempFolder } from "./temp";

export { linkIn };

const root = join(import.meta.dirname, "..", "..");

export interface PeopleServer extends RunningApp {
  /** The folder of the data, whose database is polylogue.sqlite. */
  dataDir: string;
  /** What the mail server received, in order. */
  mails: Received[];
  /** A browser without cookies. */
  browser(): BrowserStandIn;
  /** Sends what waits. @returns the last mail */
  lastMail(): Promise<Received>;
  /** Registers and confirms. @returns the browser, signed in */
  newPerson(person?: Partial<{ name: string; email: string; password: string }>): Promise<BrowserStandIn>;
  /** Moves the clock. */
  wait(ms: number): void;
}

export const goodPassword = "seven lanterns by the river";

/** The built pages over a database of this test, with a mail server of its own and a clock that the test moves. */
export async function startPeopleServer(env: Partial<Env> = {}): Promise<PeopleServer> {
  const build = join(root, "build", "server", "index.js");
  if (!existsSync(build)) throw new Error("There is no build: run `npm run build` first.");
  const mails: Received[] = [];
  const smtpUrl = env.smtpUrl === undefined ? new Secret(await startMailServer(mails)) : env.smtpUrl;
  let later = 0;
  const dataDir = tempFolder();
  const pageHandler = createRequestHandler((await import(pathToFileURL(build).href)) as ServerBuild, "production");
  const running = await startApp({
    env: { dataDir, mailDir: join(dataDir, "mail"), ...env, smtpUrl },
    pageHandler,
    now: () => new Date(Date.now() + later),
  });
  const { origin, services } = running;
  const browser = () => new BrowserStandIn(origin);
  const lastMail = async () => {
    await services.postman.deliver();
    const last = mails.at(-1);
    if (!last) throw new Error("No mail came.");
    return last;
  };
  return {
    ...running,
    dataDir,
    mails,
    browser,
    lastMail,
    async newPerson(person) {
      const { name, email, password } = {
        name: "Ada Testa",
        email: "ada@city.example",
        password: goodPassword,
        ...person,
      };
      const own = browser();
      await own.submit("/register", { form: "register", name, email, password });
      const link = linkIn(await lastMail());
      await own.submit(link, { form: "confirm", password });
      return own;
    },
    wait(ms) {
      later += ms;
    },
  };
}
