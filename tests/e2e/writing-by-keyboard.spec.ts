import type { Locator, Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { signInWriter } from "../support/writer";
import { expectSaved, fieldNamed } from "./write-snapshot";

// A trace of so many steps takes longer than the steps.
test.use({ trace: "off" });

/** Presses Tab, or Shift and Tab, until the focus is there. */
async function walkTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 300; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not come to ${target}.`);
}

async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await walkTo(page, target);
  await page.keyboard.type(text);
}

test("a snapshot is written, marked up, previewed, given a line, saved and submitted by keys alone", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await signInWriter(context, "keys@city.example");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/contributions/new");
  await typeInto(page, page.getByLabel("What will it be?"), "Practice");
  await typeInto(page, page.getByLabel("Title"), "A rights office by keys");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A rights office by keys");
  const field = (name: string) => fieldNamed(page, name);

  await typeInto(page, field("In one sentence"), "Two offices settle disputes over rent.");
  await typeInto(page, page.getByLabel(/^City \(/), "Vienna");
  await typeInto(page, field("Lead body"), "Department of Social Affairs");
  await typeInto(page, field("Contact"), "rights@city.example");
  await typeInto(page, field("Started"), "2019");
  await typeInto(page, page.getByLabel(/^Status \(/), "Ongoing");
  const themes = page.getByRole("group", { name: /^Themes/ });
  await walkTo(page, themes.locator("summary"));
  await page.keyboard.press("Enter");
  await walkTo(page, themes.getByLabel("Housing", { exact: true }));
  await page.keyboard.press("Space");

  const before = page.locator("[data-field=situation_before]");
  await typeInto(page, field("The situation before"), "One in four had no contract");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await walkTo(page, before.getByRole("button", { name: "Bold" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(field("The situation before")).toHaveValue("One in four had no **contract**");
  await expect(field("The situation before"), "writing goes on where it was").toBeFocused();
  await walkTo(page, before.getByRole("button", { name: "Preview" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(before.locator("strong")).toHaveText("contract");

  await typeInto(page, field("What was done"), "Each office has two mediators.");
  await typeInto(page, field("Results so far"), "Most disputes end without a court.");
  const evidence = page.locator("[data-field=evidence]");
  const lines = await evidence.locator("fieldset").count();
  await walkTo(page, evidence.getByRole("button", { name: "Add a line" }));
  await page.keyboard.press("Enter");
  await expect(evidence.locator("fieldset")).toHaveCount(lines + 1);
  await expect(evidence.locator("fieldset").last().getByRole("textbox").first(), "to be filled in").toBeFocused();
  await page.keyboard.type("Disputes");
  await walkTo(page, page.getByRole("button", { name: "Save", exact: true }));
  await page.keyboard.press("Enter");
  await expectSaved(page, "pitch", "city", "themes", "situation_before", "results", "evidence");
  await walkTo(page, page.getByRole("main").getByRole("link", { name: "Submit", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/submit$/);
  await typeInto(page, page.getByLabel("To which network?"), "International Coalition");
  await walkTo(page, page.getByRole("button", { name: "Submit" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Submitted on/)).toBeVisible();
});
