import { expect, onTestFinished, test } from "vitest";
import english from "~/i18n/en.json";
import spanish from "~/i18n/es.json";
import french from "~/i18n/fr.json";
import { startServer } from "../support/start-server";
import { tempFolder } from "../support/temp";

const notices = { en: english.search.standIn, fr: french.search.standIn, es: spanish.search.standIn };

test("a page found by the stand-in says so quietly, in the reader's language; the server stays ready, the key unsaid", async () => {
  const key = "a-key-that-nobody-may-see";
  const server = await startServer({
    ...{ DATA_DIR: tempFolder(), LOG_LEVEL: "debug" },
    // Nothing listens there.
    ...{ SEARCH_ENGINE: "meilisearch", MEILI_URL: "http://127.0.0.1:9", MEILI_KEY: key },
  });
  onTestFinished(() => void server.stop("SIGKILL"));
  for (const [language, notice] of Object.entries(notices)) {
    const page = await fetch(`${server.origin}/search?q=housing`, { headers: { "Accept-Language": language } });
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain(notice);
    expect(html).toMatch(/href="\/(tools|practices|documents)\//);
  }
  const ready = await fetch(`${server.origin}/readyz`);
  expect(ready.status).toBe(200);
  const { index } = (await ready.json()).checks;
  expect(index).toMatchObject({ ok: true, engine: "sqlite", fallback: true });
  expect(index.indexes[1]).toMatchObject({ engine: "meilisearch", entries: null });
  expect(server.stdout()).toContain("left alone");
  expect(server.stdout()).not.toContain(key);
});

test("where the embedded engine is the only one, it stands in for nobody", async () => {
  const server = await startServer({ DATA_DIR: tempFolder(), LOG_LEVEL: "silent" });
  onTestFinished(() => void server.stop("SIGKILL"));
  expect(await (await fetch(`${server.origin}/search?q=housing`)).text()).not.toContain(notices.en);
});
