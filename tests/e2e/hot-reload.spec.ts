import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../support/browser";
import { copyClone } from "../support/copy-clone";
import { startServer } from "../support/start-server";

test("under npm run dev, an edited component and an edited style arrive in the open page, without a reload", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const clone = copyClone();
  try {
    const server = await startServer({ DATA_DIR: join(clone, "data"), SEEDS: "false" }, ["--dev"], clone);
    try {
      await page.goto(`${server.origin}/about`);
      const heading = page.getByRole("heading", { level: 1 });
      await expect(heading).toBeVisible();
      // The search box offers suggestions once React has taken the page over; an edit before that would meet no one.
      await expect(page.getByRole("combobox")).toBeVisible();
      // A reload would throw this away.
      await page.evaluate(() => Object.assign(window, { loadedOnce: true }));

      edit(join(clone, "app", "ui", "layout", "page.tsx"), "<h1 ", '<h1 id="edited" ');
      await expect(heading).toHaveId("edited", { timeout: 60_000 });
      appendFileSync(join(clone, "app", "ui", "layout", "page.module.css"), "\nh1 { letter-spacing: 7px; }\n");
      await expect(heading).toHaveCSS("letter-spacing", "7px", { timeout: 60_000 });
      expect(await page.evaluate(() => "loadedOnce" in window)).toBe(true);
    } finally {
      // Vite's client would look for a server that is gone.
      await page.close();
      await server.stop();
    }
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});

function edit(file: string, from: string, to: string): void {
  const before = readFileSync(file, "utf8");
  expect(before, file).toContain(from);
  writeFileSync(file, before.replace(from, to));
}
