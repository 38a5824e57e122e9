import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { CannotRender, createMarkdownRenderer } from "~/domain/text/markdown-renderer.server";
import { tempFolder } from "../../support/temp";

const root = join(import.meta.dirname, "..", "..", "..");

test("texts are rendered in a thread, and sanitised there", async () => {
  const renderer = createMarkdownRenderer({ root });
  onTestFinished(() => renderer.close());
  const hostile = "**safe** [a](javascript:x) <img src=x onerror=x>\n\n<script>x</script>";
  const all = await Promise.all([renderer.render("# One"), renderer.render(hostile), renderer.render("")]);
  expect(all[0]).toBe("<h3>One</h3>\n");
  expect(all[1]).toContain("<strong>safe</strong>");
  expect(all[1]).not.toMatch(/script|onerror|<img/);
  expect(await renderer.render("# One")).toBe(all[0]);
  for (const text of [">".repeat(2_000), "x".repeat(60_000)])
    await expect(renderer.render(text)).rejects.toThrow(CannotRender);
});

test("a text that keeps the thread busy is given up in time, and the next one is rendered", async () => {
  const program = join(tempFolder(), "worker.mjs");
  // A renderer with a fault that the real one is not known to have: it never ends, ends itself, or throws.
  writeFileSync(
    program,
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", ({ number, text }) => {
       if (text === "for ever") while (true);
       if (text === "dies") process.exit(1);
       if (text === "throws") throw new Error("broken");
       parentPort.postMessage({ number, html: text });
     });
     parentPort.postMessage({ ready: true });`,
  );
  const renderer = createMarkdownRenderer({ root, program, patienceMs: 300 });
  onTestFinished(() => renderer.close());
  const asked = ["one", "for ever", "two", "dies", "three", "throws", "four"].map((text) =>
    renderer.render(text).catch((error: Error) => error.name),
  );
  let turns = 0;
  const ticking = setInterval(() => turns++, 10);
  expect(await Promise.all(asked)).toEqual([
    "one",
    "CannotRender",
    "two",
    "CannotRender",
    "three",
    "CannotRender",
    "four",
  ]);
  clearInterval(ticking);
  expect(turns, "this thread went on meanwhile").toBeGreaterThan(5);
});

test("readers are shown every text, however many ask: rendered once, and as it was written where that fails", async () => {
  const program = join(tempFolder(), "worker.mjs");
  writeFileSync(
    program,
    `import { parentPort } from "node:worker_threads";
     let count = 0;
     parentPort.on("message", ({ number, text }) => {
       while (text.startsWith("for ever"));
       parentPort.postMessage({ number, html: text + " " + ++count });
     });
     parentPort.postMessage({ ready: true });`,
  );
  const renderer = createMarkdownRenderer({ root, program, patienceMs: 300 });
  onTestFinished(() => renderer.close());
  const twice = await Promise.all([renderer.renderForReaders("one"), renderer.renderForReaders("one")]);
  expect(twice).toEqual(["one 1", "one 1"]);
  const many = Array.from({ length: 400 }, (_, index) => `text ${index}`);
  const shown = await Promise.all(many.map((text) => renderer.renderForReaders(text)));
  expect(shown.filter((html) => html.startsWith("<p>"))).toEqual([]);
  const slow = "for ever <b>\n\n& ever";
  const plain = "<p>for ever &lt;b&gt;</p>\n<p>&amp; ever</p>";
  expect(await renderer.renderForReaders(slow)).toBe(plain);
  // It is not tried at each reading: the thread that the first try ended would begin to count anew.
  expect(await renderer.renderForReaders("two")).toBe("two 1");
  expect(await renderer.renderForReaders(slow)).toBe(plain);
  expect(await renderer.renderForReaders("three")).toBe("three 2");
});

test("a thread that cannot come up fails who waits, and is not started for ever", async () => {
  const renderer = createMarkdownRenderer({ root, program: join(tempFolder(), "absent.mjs") });
  onTestFinished(() => renderer.close());
  const asked = ["one", "two"].map((text) => renderer.render(text).catch((error: Error) => error.name));
  expect(await Promise.all(asked)).toEqual(["CannotRender", "CannotRender"]);
});
