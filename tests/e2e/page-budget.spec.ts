import { expect, test } from "../support/browser";
import { notFoundOnPurpose, pageKinds } from "./page-kinds";

// A trace of so many steps takes longer than the steps.
test.use({ trace: "off" });

const budget = { script: 15_000, all: 100_000 };

test("every page takes at most 15 kB of JavaScript and 100 kB in all, over the wire, with nothing in the cache", async ({
  context,
  problems,
}) => {
  problems.allow(notFoundOnPurpose);
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send("Network.enable");
  await devTools.send("Network.setCacheDisabled", { cacheDisabled: true });
  const types = new Map<string, string>();
  let taken = { script: 0, scripts: 0, all: 0 };
  devTools.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  devTools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    taken.all += encodedDataLength;
    if (types.get(requestId) !== "Script") return;
    taken.script += encodedDataLength;
    taken.scripts += 1;
  });
  const numbers: Record<string, typeof taken> = {};
  for (const [kind, path] of Object.entries(pageKinds)) {
    taken = { script: 0, scripts: 0, all: 0 };
    await page.goto(path, { waitUntil: "networkidle" });
    numbers[kind] = taken;
  }
  console.log(JSON.stringify({ bytes: numbers }, null, 2));
  const over = Object.entries(numbers).filter(([, { script, all }]) => script > budget.script || all > budget.all);
  expect(Object.fromEntries(over)).toEqual({});
  const alone = Object.values(numbers).every(({ scripts }) => scripts === 1);
  expect(alone, "a second script would be asked for only when the first has come").toBe(true);
  // A page is more than nothing: the measuring works.
  expect(Math.min(...Object.values(numbers).map(({ all }) => all))).toBeGreaterThan(5_000);
  expect(Math.min(...Object.values(numbers).map(({ script }) => script))).toBeGreaterThan(200);
});
