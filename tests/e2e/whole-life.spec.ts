import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { readZip } from "../support/read-zip";
import { signInWriter } from "../support/writer";
import { register } from "./register";
import { waitForMail } from "./wait-for-mail";
import { beginDraft, expectSaved, fieldNamed, fillSnapshot, snapshotLines } from "./write-snapshot";

const network = "anti-racism-officials-network";
const coordinator = "carmen.life@city.example";
const official = { name: "Ottilie Lebensborn", email: "ottilie.life@city.example", password: "nine herons on a wall" };
const researcher = "runa.life@university.example";
const coAuthor = "cosmo.life@university.example";
const refusedOnPurpose = /status (?:of )?4(01|22)/;

interface Exported {
  account: { email: string };
  contributions: { fields?: unknown }[];
}

/** What somebody takes along: the data alone, and once more with the files. */
async function exportOwn(page: Page): Promise<{ text: string; data: Exported }> {
  await page.goto("/account/data");
  const download = async (name: RegExp) => {
    const begun = page.waitForEvent("download");
    await page.getByRole("link", { name }).click();
    return readFileSync(await (await begun).path());
  };
  const text = (await download(/JSON/)).toString("utf8");
  const packed = readZip(await download(/ZIP/)).get("account.json");
  expect(JSON.parse(String(packed))).toMatchObject({ account: (JSON.parse(text) as Exported).account });
  return { text, data: JSON.parse(text) as Exported };
}

/** A coordinator prepares the network, takes the newcomer in and lets them speak for Vienna. */
async function accept(page: Page, newcomer: Page): Promise<void> {
  await page.goto(`/networks/${network}/policies`);
  await page.getByLabel("Who may join").selectOption({ label: "Everyone may ask to join; a coordinator decides." });
  await page.getByRole("button", { name: "Save" }).click();
  await page.goto(`/networks/${network}/cities`);
  await page.getByLabel(/^City/).selectOption({ label: "Vienna" });
  await page.getByRole("button", { name: "Add a city" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: "Vienna" })).toBeVisible();

  await newcomer.goto(`/networks/${network}`);
  await newcomer.getByLabel(/A word to the coordinators/).fill("I work on housing in Vienna.");
  await newcomer.getByRole("button", { name: "Ask to join" }).click();
  await expect(newcomer.getByText("You have asked to join.")).toBeVisible();

  await page.goto(await waitForMail(coordinator, /asks to join/));
  await page.getByRole("button", { name: `Accept: ${official.name}` }).click();
  await page.getByRole("link", { name: official.name }).click();
  await page.getByLabel("Vienna").check();
  await page.getByRole("button", { name: "Save the cities" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The cities are saved." })).toBeVisible();
  await newcomer.goto(await waitForMail(official.email, /speak for Vienna/));
  await expect(newcomer.getByText("You are a member.")).toBeVisible();
  await expect(newcomer.getByText("Speaks for Vienna")).toBeVisible();
}

/** The session ends between two letters: the page keeps them, and goes on after signing in elsewhere. */
async function loseSession(page: Page, context: BrowserContext): Promise<void> {
  await context.clearCookies();
  const results = fieldNamed(page, "Results so far");
  await results.fill("Most disputes end without a cou");
  await results.blur();
  const opening = context.waitForEvent("page");
  await page.getByRole("link", { name: "Sign in, in a new tab" }).click();
  const tab = await opening;
  await tab.getByLabel("E-mail address").fill(official.email);
  await tab.getByLabel("Password", { exact: true }).fill(official.password);
  await tab.getByRole("button", { name: "Sign in" }).click();
  await expect(tab.getByRole("heading", { name: "My desk" })).toBeVisible();
  await tab.close();
  await expect(results).toHaveValue("Most disputes end without a cou");
  await results.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("rt, as promised.");
  await results.blur();
  await expectSaved(page, "results");
}

test("an official registers, belongs, writes and submits; researchers write, the city checks; all take their data along; one goes", async ({
  page,
  context,
  browser,
  baseURL,
  problems,
}) => {
  test.setTimeout(180_000);
  problems.allow(refusedOnPurpose);
  const somebody = () => browser.newContext({ baseURL });

  await register(page, official);
  const desk = await somebody();
  await signInWriter(desk, coordinator, network, 1);
  await accept(await desk.newPage(), page);

  const path = await beginDraft(page, "Practice", "A house of listening");
  await fillSnapshot(page, {
    ...snapshotLines,
    "What was done": "Residents propose projects and vote on them: a participatory budget, district by district.",
  });
  await fieldNamed(page, "Results so far").blur();
  await expectSaved(page, "results", "what_was_done", "themes", "stage");
  await page.getByRole("link", { name: "Links", exact: true }).click();
  const own = page.locator('[data-live="links"]').getByRole("listitem");
  const suggested = page.locator('[data-live="suggested"]');
  for (const count of [1, 2]) {
    await expect(suggested.getByRole("listitem").first().locator("mark").first()).toBeVisible();
    await suggested
      .getByRole("button", { name: /^Link: / })
      .first()
      .click();
    await expect(own).toHaveCount(count);
  }
  await page.getByRole("link", { name: "Write", exact: true }).click();
  await loseSession(page, context);
  await page.goto(`${path}/submit`);
  await page.getByLabel("To which network?").selectOption(network);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText(/^Submitted on/)).toBeVisible();
  const coordinating = await desk.newPage();
  await coordinating.goto("/desk");
  await coordinating.getByRole("link", { name: "A house of listening", exact: true }).click();
  await coordinating.getByRole("link", { name: "Read", exact: true }).click();
  await expect(coordinating.getByText("Most disputes end without a court, as promised.")).toBeVisible();

  const university = await somebody();
  await signInWriter(university, researcher, network);
  const study = await university.newPage();
  const studyPath = await beginDraft(study, "Case study", "What the house of listening changed");
  await fillSnapshot(study);
  await fieldNamed(study, "Results so far").blur();
  await expectSaved(study, "results", "city");
  const elsewhere = await somebody();
  await signInWriter(elsewhere, coAuthor, network);
  await study.goto(`${studyPath}/authors`);
  await study.getByLabel("Name, as it is to be printed").fill("Cosmo Quill");
  await study.getByLabel("E-mail address").fill(coAuthor);
  await study.getByLabel("Methodology").check();
  await study.getByRole("button", { name: "Add a co-author" }).click();
  await expect(study.getByRole("button", { name: "Remove Cosmo Quill" })).toBeVisible();
  const second = await elsewhere.newPage();
  await second.goto("/desk");
  await second.getByRole("link", { name: "What the house of listening changed", exact: true }).first().click();
  await fieldNamed(second, "Method").fill("Twelve interviews, by the second author.");
  await fieldNamed(second, "Method").blur();
  await expectSaved(second, "method");

  await study.goto(`${studyPath}/fact-check`);
  await study.getByRole("button", { name: "Ask the city" }).click();
  await expect(study.getByText(/^Asked on/)).toBeVisible();
  await page.goto("/desk");
  const toCheck = page.getByRole("listitem").filter({ hasText: "Check the facts" });
  await toCheck.getByRole("link", { name: "What the house of listening changed" }).click();
  await expect(page.getByText("Twelve interviews, by the second author.").first()).toBeVisible();
  await page.getByLabel("What is not right in “Results so far”").fill("It was every second dispute.");
  await page.getByLabel("Your answer").selectOption({ label: "Some points are not right" });
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByText(/^The city disputed some points/)).toBeVisible();
  for (const author of [study, second]) {
    await author.goto(`${studyPath}/fact-check`);
    await expect(author.getByText("It was every second dispute.")).toBeVisible();
  }

  const taken = {
    official: await exportOwn(page),
    researcher: await exportOwn(study),
    second: await exportOwn(second),
  };
  expect(taken.official.data.account.email).toBe(official.email);
  expect(taken.official.text).toContain("Most disputes end without a court, as promised.");
  expect(taken.official.text).toContain("It was every second dispute.");
  expect(taken.official.text).not.toContain("by the second author");
  for (const [email, { data, text }] of [
    [researcher, taken.researcher],
    [coAuthor, taken.second],
  ] as const) {
    expect(data.account.email).toBe(email);
    expect(text).toContain("Twelve interviews, by the second author.");
    expect(text).not.toContain("A house of listening");
    expect(text, "addresses of others").not.toContain(official.email);
  }

  await page.goto("/account/data");
  await page.getByLabel("Yes, erase my account").check();
  await page.getByLabel("Current password").fill(official.password);
  await page.getByRole("button", { name: "Erase the account" }).click();
  await expect(page.getByRole("heading", { name: "Your account is erased" })).toBeVisible();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(official.email);
  await page.getByLabel("Password", { exact: true }).fill(official.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("not right");
  await coordinating.goto(`/networks/${network}/members`);
  await expect(coordinating.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(coordinating.getByText(official.name)).toHaveCount(0);
  expect((await coordinating.goto(path))?.status(), "what nobody else wrote and nobody published").toBe(404);
  await study.goto(`${studyPath}/fact-check`);
  await expect(study.getByText("It was every second dispute."), "what others wrote keeps its check").toBeVisible();
  await Promise.all([desk, university, elsewhere].map((one) => one.close()));
});
