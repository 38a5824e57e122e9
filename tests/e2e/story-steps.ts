import type { Page } from "playwright/test";
import { expect } from "../support/browser";
import { expectSaved } from "./write-snapshot";

/** Everyone writes in a window of their own, and what the clock does is told within two of its minutes. */
export const patience = { timeout: 180_000, intervals: [1_000] };

export const link = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("link", { name });
export const told = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });

export async function press(page: Page, button: string, status?: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
  if (status) await expect(page.getByRole("status").filter({ hasText: status })).toBeVisible();
}

/** The network decides with two reviews, hides who reviews, and lets its coordinators accept a snapshot by themselves. */
export async function setPolicies(page: Page, network: string, hides: string): Promise<void> {
  await page.goto(`/networks/${network}/policies`);
  await page.getByLabel("Reviews", { exact: true }).selectOption("2");
  await page.getByLabel(/^Coordinators may publish snapshots/).check();
  const anonymity = page.getByLabel("Who learns whose name in a review");
  const choice = await anonymity.locator("option").filter({ hasText: hides }).textContent();
  await anonymity.selectOption({ label: choice ?? "" });
  await press(page, "Save", "Saved.");
}

export async function invite(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`${path}/review/reviewers`);
  await page.getByRole("radio", { name, exact: true }).check();
  await press(page, "Send the invitation", "Done.");
  await expect(told(page, name).first()).toContainText("Invited");
}

/** A reviewer finds the invitation on the page of their reviews, accepts it and opens the form. */
export async function acceptInvitation(page: Page, title: string): Promise<void> {
  await page.goto("/reviews");
  await page.getByRole("region", { name: "Waiting for you" }).getByRole("link", { name: title, exact: true }).click();
  await press(page, "Accept");
  await expect(page.getByText("Everything saves itself.")).toBeVisible();
}

/** Keeps a search, to be told at once of what it finds from now on. */
export async function keepSearch(page: Page, word: string): Promise<void> {
  await page.goto(`/search?q=${word}`);
  await link(page, "Save this search").click();
  await page.getByRole("radio", { name: "At once, whenever something appears" }).check();
  await press(page, "Save");
  await expect(told(page, word)).toContainText("At once");
}

/** The notification with these words is there, once the clock has come round; it waits two minutes for what is being published. */
export async function expectTold(page: Page, title: string, words: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto("/notifications");
        return told(page, title).filter({ hasText: words }).count();
      },
      { ...patience, timeout: 240_000 },
    )
    .toBeGreaterThan(0);
}

interface Verdict {
  recommendation: string;
  change?: { kind: string; text: string };
}

export async function writeReview(page: Page, { recommendation, change }: Verdict): Promise<void> {
  const scores = page.locator('[data-field^="score."]');
  for (const score of await scores.all()) await score.getByRole("radio", { name: /^4 –/ }).check();
  await page.getByRole("textbox", { name: "What is strong" }).fill("It listens first.");
  if (change) {
    const first = page.getByRole("group", { name: "Change 1" });
    await first.getByLabel("Kind").selectOption({ label: change.kind });
    await first.getByLabel("About").selectOption({ label: "Results so far" });
    await first.getByLabel("What should change, and why").fill(change.text);
  }
  await page.getByRole("radio", { name: recommendation }).check();
  await press(page, "Save");
  const names = await scores.evaluateAll((parts) => parts.map((part) => part.getAttribute("data-field") ?? ""));
  await expectSaved(page, ...names, "strengths", "recommendation", ...(change ? ["changes"] : []));
  await link(page, "Go on to sending").click();
  await expect(page.getByText("Everything that is needed is there.")).toBeVisible();
  await press(page, "Send the review");
  await expect(page.getByText("You have sent this review.")).toBeVisible();
}

export async function decide(page: Page, path: string, decision: string, reason: string): Promise<void> {
  await page.goto(`${path}/review`);
  await expect(page.getByText("2 reviews are in").first()).toBeVisible();
  await link(page, "Decide").click();
  await page.getByLabel("Decision").selectOption({ label: decision });
  await page.getByLabel("What the authors should know").fill(reason);
  await press(page, "Decide now", "Done.");
}

export async function submit(page: Page, path: string, network: string): Promise<void> {
  await page.goto(`${path}/submit`);
  await page.getByLabel("To which network?").selectOption(network);
  await press(page, "Submit");
  await expect(page.getByText(/^Submitted on/)).toBeVisible();
}

export async function publish(page: Page, path: string, note?: string): Promise<void> {
  await page.goto(`${path}/publish`);
  if (note) await page.getByLabel("What is new or changed").fill(note);
  await press(page, "Publish version", "It is published.");
}

/** Follows the link to what was just published. @returns the path of the version */
export async function readPublished(page: Page): Promise<string> {
  await link(page, /^Read it: version/).click();
  await expect(page).toHaveURL(/\/v\d+$/);
  return new URL(page.url()).pathname;
}

/** What was just published is found within two seconds; on a machine that takes long for any page, within 20 times that. */
export async function expectFound(page: Page, word: string, title: string): Promise<void> {
  const published = performance.now();
  await expect
    .poll(async () => (await page.request.get(`/api/v1/search?q=${word}`)).text(), { ...patience, intervals: [100] })
    .toContain(title);
  const took = performance.now() - published;
  const begun = performance.now();
  await page.request.get("/about");
  const usual = performance.now() - begun;
  console.log(`found ${Math.round(took)} ms after it was published; a plain page takes ${Math.round(usual)} ms`);
  expect(took).toBeLessThan(Math.max(2_000, 20 * usual));
}
