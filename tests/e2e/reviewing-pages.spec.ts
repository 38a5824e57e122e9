import type { Page } from "playwright/test";
import { expect, test, watch } from "../support/browser";
import { inviteToReview, stageReviews } from "../support/review-stages";
import { colourRules, unfold, violations } from "./axe";
import { inLanguage, overflow } from "./page-kinds";
import { expectSaved } from "./write-snapshot";

const refusedOnPurpose = /status (?:of )?4(09|22)/;
/** In each language, unfolded at a desk: on a phone what is unfolded lies over the rest, and only the width is looked at. */
const views = [
  { language: "en", width: 1280 },
  { language: "fr", width: 1280 },
  { language: "es", width: 1280 },
] as const;
type View = (typeof views)[number];
type Stages = Awaited<ReturnType<typeof stageReviews>>;

// A trace of so many steps takes longer than the steps.
test.use({ trace: "off" });

test("axe finds nothing on the pages of a review in three languages, light and dark; none scrolls sideways on a phone", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(900_000);
  const context = () => browser.newContext({ baseURL, reducedMotion: "reduce" });
  const contexts = { author: await context(), coordinator: await context(), reviewer: await context() };
  const stages = await stageReviews(contexts);
  for (const who of ["coordinator", "reviewer", "author"] as const) {
    const problems = watch(contexts[who]);
    problems.allow(refusedOnPurpose);
    const page = await contexts[who].newPage();
    for (const [name, path] of Object.entries(stages[who])) {
      for (const view of views) {
        const { language } = view;
        const answer = await page.goto(inLanguage(path, language));
        expect(answer?.status(), name).toBe(200);
        await expectNoFault(page, name, view);
        await page.evaluate(() => {
          document.documentElement.style.fontSize = "200%";
        });
        expect.soft(await overflow(page), `${name}, ${language}, text at 200 %`).toBe(0);
      }
    }
    for (const answer of refusedOn(stages)[who]) {
      for (const view of views) {
        await page.goto(inLanguage(answer.path, view.language));
        const name = `${answer.form} on ${answer.path}, ${answer.status}`;
        expect(await sendAsItIs(page, answer), name).toBe(answer.status);
        await expectNoFault(page, name, view);
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

interface RefusedForm {
  path: string;
  form: string;
  status: 409 | 422;
  /** What its fields are set to first, hidden ones too. */
  fields?: Record<string, string>;
}

/** Forms that come back: with something missing, and because somebody was faster. None of them changes anything. */
function refusedOn({ coordinator, author }: Stages): Record<keyof Stages, RefusedForm[]> {
  const overtaken = { status: 409, fields: { seenStatus: "accepted", reason: "It is about another city." } } as const;
  return {
    coordinator: [
      { path: coordinator.deciding, form: "decide", status: 422 },
      { path: coordinator.deciding, form: "decide", ...overtaken },
      { path: coordinator["what has come in"], form: "return", status: 422 },
      { path: coordinator["what has come in"], form: "decline", ...overtaken },
    ],
    // All that a reviewer may send on these pages may stay empty.
    reviewer: [],
    author: [{ path: author.answering, form: "resubmit", status: 422 }],
  };
}

/** Sends a form as a browser without scripts does. @returns the status of the answer */
async function sendAsItIs(page: Page, { form, fields = {} }: RefusedForm): Promise<number | undefined> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  const loaded = page.waitForEvent("domcontentloaded");
  await page.evaluate(
    ([name, values]) => {
      const sent = document.querySelector<HTMLFormElement>(`form:has(input[name="form"][value="${name}"])`);
      if (!sent) throw new Error(`There is no form ${name}.`);
      for (const [field, value] of Object.entries(values)) {
        const element = sent.elements.namedItem(field);
        if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.value = value;
      }
      HTMLFormElement.prototype.submit.call(sent);
    },
    [form, fields] as const,
  );
  await loaded;
  return (await answered).status();
}

/** Nothing that axe finds in light or in dark, and no scrolling sideways. Leaves the page as a phone shows it. */
async function expectNoFault(page: Page, name: string, { language, width }: View): Promise<void> {
  await unfold(page);
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme: "light" });
  expect.soft(await violations(page), `${name}, ${language}, ${width} px`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect.soft(await violations(page, colourRules), `${name}, ${language}, ${width} px, dark`).toEqual([]);
  await page.setViewportSize({ width: 320, height: 720 });
  expect.soft(await overflow(page), `${name}, ${language}`).toBe(0);
}

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
  // Nobody presses "Save": what was chosen and written is there when the page is opened again.
  const names = await scores.evaluateAll((parts) => parts.map((part) => part.getAttribute("data-field") ?? ""));
  await expectSaved(page, ...names, "strengths");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "What is strong" })).toHaveValue("It listens first.");
  for (const score of await scores.all()) await expect(score.getByRole("radio", { name: /^4 –/ })).toBeChecked();
  await tabTo(page, /^recommendation /);
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "Accept as it is" })).toBeChecked();
  await expectSaved(page, "recommendation");
  await tabTo(page, /^Go on to sending$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Everything that is needed is there.")).toBeVisible();
  await tabTo(page, /^Send the review$/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("You have sent this review.")).toBeVisible();
  await desk.close();
});
