import type { Page } from "playwright/test";
import { expect } from "../support/browser";

/** Begins a draft from the desk. @returns the path of its pages */
export async function beginDraft(page: Page, kind: string, title: string): Promise<string> {
  await page.goto("/desk");
  await page.getByRole("link", { name: "Begin to write" }).click();
  await page.getByLabel("What will it be?").selectOption({ label: kind });
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  return new URL(page.url()).pathname.replace("/edit", "");
}

/** Texts of a snapshot, by the label of their field. */
export const snapshotLines = {
  "In one sentence": "Two offices settle disputes over rent.",
  "Lead body": "Department of Social Affairs",
  Contact: "rights@city.example",
  Started: "2019-04",
  "The situation before": "One in four tenants had **no** written contract.",
  "What was done": "Each office has two mediators.\n\n- They listen.\n- They write.",
  "Results so far": "Most disputes end without a court.",
};

export const fieldNamed = (page: Page, label: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${label} \\(`) });

/** Writes all that a snapshot must have, of Vienna; the page saves it by itself. */
export async function fillSnapshot(page: Page, lines: Record<string, string> = snapshotLines): Promise<void> {
  for (const [label, text] of Object.entries(lines)) await fieldNamed(page, label).fill(text);
  await page.getByLabel(/^City \(/).selectOption("vienna");
  await page.getByLabel(/^Status \(/).selectOption("ongoing");
  const themes = page.getByRole("group", { name: /^Themes/ });
  await themes.locator("summary").click();
  await themes.getByLabel("Housing", { exact: true }).check();
}

/** Waits until a field, by its name in the form, has been saved by the page. */
export async function expectSaved(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await expect(page.locator(`[data-field="${name}"] [data-state]`)).toHaveText(/^Saved \d/);
}
