import type { Page } from "playwright/test";
import { expect, test, watch } from "../support/browser";
import { inviteToReview, stageReviews } from "../support/review-stages";
import { colourRules, unfold, violations } from "./axe";
import { inLanguage, overflow } from "./page-kinds";
import { expectSaved } from "./write-snapshot";

// A trace of so many steps takes longer than the steps.
test.use({ trace: "off" });

test("axe finds nothing on the pages of a review, light and dark; none scrolls sideways on a phone", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(900_000);
  const context = () => browser.newContext({ baseURL, reducedMotion: "reduce" });
  const contexts = { author: await context(), coordinator: await context(), reviewer: await context() };
  const stages = await stageReviews(contexts);
  for (const who of ["coordinator", "reviewer", "author"] as const) {
    const problems = watch(contexts[who]);
    const page = await contexts[who].newPage();
    for (const [index, [name, path]] of Object.entries(stages[who]).entries()) {
      for (const language of ["en", index % 2 === 0 ? "fr" : "es"]) {
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.emulateMedia({ colorScheme: "light" });
        const answer = await page.goto(inLanguage(path, language));
        expect(answer?.status(), name).toBe(200);
        await unfold(page);
        if (language === "en") {
          expect.soft(await violations(page), name).toEqual([]);
          await page.emulateMedia({ colorScheme: "dark" });
          expect.soft(await violations(page, colourRules), `${name}, dark`).toEqual([]);
        }
        await page.setViewportSize({ width: 320, height: 720 });
        for (const size of [100, 200]) {
          await page.evaluate((percent) => {
            document.documentElement.style.fontSize = `${percent}%`;
          }, size);
          expect.soft(await overflow(page), `${name}, ${language}, text at ${size} %`).toBe(0);
        }
      }
    }
    if (who === "author") {
      await page.goto(inLanguage(stages.author["published practice"], "en"));
      await page.getByRole("link", { name: "Reviews of an earlier version" }).click();
      await expect(page.getByText("Say how many disputes.").first()).toBeVisible();
    }
    expect.soft(problems.found, "problems in the browser").toEqual([]);
    await contexts[who].close();
  }
});

/** Presses Tab until the focus is on what `matches` names. */
async function tabTo(page: Page, matches: RegExp, most = 150): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element) return "";
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
      return `${element.getAttribute("name") ?? ""} ${labels?.[0]?.textContent ?? element.textContent ?? ""}`.trim();
    });
    if (matches.test(name)) return;
  }
  throw new Error(`No stop that matches ${matches}`);
}

test("a review is accepted, written and sent by the keyboard alone", async ({ page, context, browser, baseURL }) => {
  test.setTimeout(300_000);
  const desk = await browser.newContext({ baseURL });
  const { title } = await inviteToReview(context, desk);
  await page.goto("/reviews");
  await tabTo(page, new RegExp(title));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await tabTo(page, /^Accept$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Everything saves itself.")).toBeVisible();
  const scores = page.locator('[data-field^="score."]');
  for (let index = 0; index < (await scores.count()); index++) {
    // The first of a group is where the focus comes to; the arrows choose.
    await tabTo(page, /^score\.\w+ 1 –/);
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    await expect(scores.nth(index).getByRole("radio", { name: /^4 –/ })).toBeChecked();
  }
  await tabTo(page, /^strengths /);
  await page.keyboard.type("It listens first.");
  await tabTo(page, /^recommendation /);
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "Accept as it is" })).toBeChecked();
  await tabTo(page, /^Save$/);
  await page.keyboard.press("Enter");
  await expectSaved(page, "strengths", "recommendation");
  await tabTo(page, /^Go on to sending$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Everything that is needed is there.")).toBeVisible();
  await tabTo(page, /^Send the review$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("You have sent this review.")).toBeVisible();
  await desk.close();
});
