import { join } from "node:path";
import type { KyselyPlugin } from "kysely";
import pino from "pino";
import { expect, onTestFinished, test } from "vitest";
import { tell } from "~/domain/notifications/tell.server";
import { readEnv, Secret } from "~/env.server";
import { createServices, type Services } from "~/services.server";
import type { AlertRhythm, MailChoice } from "~db/schema/telling";
import { seededRandom } from "~search/latent/seeded-random";
import { createJobs } from "../../server/scheduler/jobs";
import { createScheduler } from "../../server/scheduler/scheduler";
import { type Received, startMailServer } from "../support/mail-server";
import { addLibrary, addReader, publish } from "../support/telling-world";
import { tempFolder } from "../support/temp";

const minute = 60_000;
const day = 24 * 60 * minute;
/** A Thursday. */
const begin = Date.parse("2026-01-01T12:00:00Z");
const origin = "https://polylogue.example";

/** Fails from some query on, as a process does that was killed: what was not committed is not there. */
function dyingAfter(queries: number): KyselyPlugin {
  let left = queries;
  return {
    transformQuery({ node }) {
      if (left-- <= 0) throw new Error("killed");
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

/** A server whose clock the test turns, that can be stopped, started and killed. */
async function startWorld(seed: number) {
  const random = seededRandom(seed);
  const mails: Received[] = [];
  let outage = 0;
  let at = begin;
  const now = () => new Date(at);
  const smtpUrl = new Secret(await startMailServer(mails, () => at < outage || random() < 0.1));
  const dataDir = tempFolder();
  const env = { ...readEnv({ DATA_DIR: dataDir, SEEDS: "false" }), mailDir: join(dataDir, "mail"), smtpUrl };
  const log = pino({ level: "silent" });
  const open = () => createServices(env, { log, now, background: false });
  let services = await open();
  onTestFinished(() => services.close());
  const restart = async () => {
    await services.close();
    services = await open();
  };
  return {
    random,
    mails,
    now,
    services: () => services,
    restart,
    pass: (ms: number) => {
      at += ms;
    },
    mailIsDown: (ms: number) => {
      outage = at + ms;
    },
    /** The clock's round; with `queries`, the process dies in the middle of it. */
    async round(queries?: number): Promise<void> {
      const db = queries === undefined ? services.db : services.db.withPlugin(dyingAfter(queries));
      const used: Services = { ...services, db };
      const jobs = createJobs(used, origin);
      await services.syncIndex();
      await createScheduler({ db, log, now, lock: services.lock("clock"), jobs })
        .runDue()
        .catch(() => undefined);
      if (queries === undefined) await services.postman.deliver();
      else await restart();
    },
  };
}

const readers: { id: string; language: string; choice: MailChoice | null }[] = [
  { id: "never", language: "en", choice: "none" },
  { id: "waiting", language: "fr", choice: "waits" },
  { id: "usual", language: "en", choice: null },
  { id: "always", language: "es", choice: "all" },
  { id: "daily", language: "fr", choice: "daily" },
  { id: "weekly", language: "es", choice: "weekly" },
];
const rhythms: Record<string, AlertRhythm> = { weekly: "weekly", always: "now", waiting: "now" };
const greetings: Record<string, string> = { en: "Good day ", fr: "Bonjour ", es: "Buenos días, " };

interface Told {
  person: string;
  /** A word of its line that stands in no other. */
  word: string;
  waits: boolean;
  at: number;
  /** Read on the page before any mail could tell it. */
  read: boolean;
}

const headOf = ({ raw }: Received, name: string) =>
  new RegExp(`^${name}: (.*)$`, "im").exec(raw.split(/\r?\n\r?\n/, 1)[0] ?? "")?.[1] ?? "";

/** Mails without those that came twice because an acknowledgement was lost: they have one Message-ID. */
const distinct = (mails: Received[]) => [...new Map(mails.map((mail) => [headOf(mail, "Message-ID"), mail])).values()];

test("60 days with restarts, crashes and a mail server that fails: each thing is told once, as everyone chose", {
  timeout: 300_000,
}, async () => {
  const seed = Number(process.env.POLYLOGUE_SEED ?? 20_260_101);
  const world = await startWorld(seed);
  const { random, now } = world;
  await addLibrary(world.services(), now().toISOString());
  for (const reader of readers) {
    const search = { query: "q=lantern", alerts: rhythms[reader.id] ?? "daily" };
    const follows: [kind: "city" | "theme" | "tool", id: string][] = [
      ["city", "vienna"],
      ["theme", "housing"],
      ["tool", "budgeting"],
    ];
    await addReader(world.services(), { ...reader, follows, search }, now().toISOString());
  }
  await world.round();
  const told: Told[] = [];
  const published: { id: string; number: number; author: string; lantern: boolean }[] = [];
  let restarts = 0;
  let crashes = 0;

  while (now().getTime() < begin + 60 * day) {
    const { db } = world.services();
    if (random() < 0.6) {
      const reader = readers[Math.floor(random() * readers.length)];
      const word = `Subject${told.length}x`;
      const waits = random() < 0.5;
      if (reader) {
        const kind = waits ? ("fact-check-asked" as const) : ("contribution-accepted" as const);
        await tell(
          db,
          [reader.id],
          { kind, subject: { kind: "contribution", id: word }, details: { title: word }, waits },
          now(),
        );
        const read = random() < 0.15;
        if (read) {
          const reading = { read_at: now().toISOString() };
          await db.updateTable("notification").set(reading).where("subject_id", "=", word).execute();
        }
        told.push({ person: reader.id, word, waits, at: now().getTime(), read });
      }
    }
    if (random() < 0.2) {
      const again = random() < 0.3 && published.length > 0;
      const earlier = published[Math.floor(random() * published.length)];
      const author = readers[Math.floor(random() * readers.length)]?.id ?? "";
      const number =
        again && earlier
          ? Math.max(...published.filter(({ id }) => id === earlier.id).map((one) => one.number)) + 1
          : 1;
      const id = again && earlier ? earlier.id : `practice-${published.length}`;
      const lantern = number === 1 && random() < 0.5;
      await publish(
        world.services(),
        { id, number, author, title: `${lantern ? "Lantern" : "Bridge"} ${id}x` },
        now().toISOString(),
      );
      published.push({ id, number, author, lantern });
    }
    if (random() < 0.03) world.mailIsDown(random() * 6 * 60 * minute);
    if (random() < 0.06) {
      restarts++;
      await world.restart();
    }
    const dies = random() < 0.12;
    if (dies) crashes++;
    await world.round(dies ? Math.floor(random() * 40) : undefined);
    // Mostly minutes and hours; now and then a long sleep.
    world.pass(random() < 0.02 ? 2 * day * random() : 8 * 60 * minute * random());
  }
  // Whatever waits for a Monday, or for the mail server, comes.
  for (let round = 0; round < 8 * 4; round++) {
    world.pass(6 * 60 * minute);
    await world.round();
  }
  expect({ restarts: restarts > 5, crashes: crashes > 20, published: published.length > 15 }, `seed ${seed}`).toEqual({
    restarts: true,
    crashes: true,
    published: true,
  });

  const mails = distinct(world.mails);
  const of = (person: string) => mails.filter(({ to }) => to.includes(`${person}@city.example`));
  const wrong: string[] = [];
  for (const { person, word, waits, read, at } of told) {
    const choice = readers.find(({ id }) => id === person)?.choice ?? "all";
    const wanted = !read && choice !== "none" && (choice !== "waits" || waits) ? 1 : 0;
    const found = of(person).filter(({ text }) => text.includes(word));
    const elsewhere = mails.filter((mail) => mail.text.includes(word) && !of(person).includes(mail));
    if (found.length !== wanted)
      wrong.push(`${word} of ${person} (${choice}) came ${found.length} times, not ${wanted}`);
    if (elsewhere.length > 0) wrong.push(`${word} of ${person} went to somebody else`);
    if (found.some((mail) => Date.parse(headOf(mail, "Date")) < at - 1000))
      wrong.push(`${word} came before it was told`);
  }
  // Published things are told to every follower but their author, once, whatever of them is followed.
  const rows = await world.services().db.selectFrom("notification").selectAll().execute();
  for (const { id, number, author } of published) {
    const followers = rows.filter((row) => row.once_key === `followed:${id}:${number}`).map((row) => row.person_id);
    const expected = readers.map((reader) => reader.id).filter((reader) => reader !== author);
    if (followers.sort().join() !== expected.sort().join())
      wrong.push(`${id} v${number} was told to ${followers.join()}`);
  }
  for (const { id: person } of readers) {
    const own = rows.filter((row) => row.person_id === person);
    const alerted = own.filter(({ kind }) => kind === "search-alert");
    const count = alerted.reduce((sum, row) => sum + Number(JSON.parse(row.details).count), 0);
    const lanterns = published.filter(({ lantern }) => lantern).length;
    if (count !== lanterns) wrong.push(`the alerts of ${person} told of ${count} entries, not ${lanterns}`);
    if (own.some(({ mailed_at }) => mailed_at === null)) wrong.push(`something of ${person} is not done with`);
    const choice = readers.find(({ id }) => id === person)?.choice ?? "all";
    const lines = of(person).reduce((sum, { text }) => sum + (text.match(/^- /gm)?.length ?? 0), 0);
    const expected = own.filter(
      (row) => row.read_at === null && choice !== "none" && (choice !== "waits" || row.waits === 1),
    );
    if (lines !== expected.length) wrong.push(`the mails of ${person} have ${lines} lines, not ${expected.length}`);
  }
  for (const { id, language } of readers)
    for (const mail of of(id)) {
      if (headOf(mail, "Content-Language") !== language) wrong.push(`${id} got a mail in another language`);
      if (!mail.text.startsWith(greetings[language] ?? "?")) wrong.push(`${id} was greeted in another language`);
      if (headOf(mail, "List-Unsubscribe-Post") !== "List-Unsubscribe=One-Click") wrong.push(`${id}: no way out`);
    }
  const written = await world.services().db.selectFrom("mail").select(["person_id", "created_at", "subject"]).execute();
  for (const [person, days] of [
    ["daily", 1],
    ["weekly", 7],
  ] as const) {
    const slots = written
      .filter(({ person_id }) => person_id === person)
      .map(({ created_at }) =>
        Math.floor((Date.parse(created_at) - 7 * 60 * minute - (days === 7 ? 4 * day : 0)) / (days * day)),
      );
    if (new Set(slots).size !== slots.length) wrong.push(`${person} got two collected mails of one time`);
  }
  expect(wrong, `seed ${seed}`).toEqual([]);
});
