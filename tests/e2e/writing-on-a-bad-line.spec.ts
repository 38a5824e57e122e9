import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { signInWriter } from "../support/writer";
import { beginDraft, expectSaved, fieldNamed as field } from "./write-snapshot";

const broken = /ERR_INTERNET_DISCONNECTED|Failed to load resource/;
const notice = (page: Page) => page.getByText("No connection.", { exact: false });
const state = (page: Page, name: string) => page.locator(`[data-field=${name}] [data-state]`);

test("a line that breaks while one writes loses nothing: what is typed waits, and is saved once there is a line", async ({
  page,
  context,
  problems,
}) => {
  problems.allow(broken);
  await signInWriter(context, "offline@city.example");
  await beginDraft(page, "Practice", "An office in the hills");
  await context.setOffline(true);
  await field(page, "Lead body").fill("The office");
  await field(page, "Lead body").blur();
  await expect(notice(page)).toBeVisible();
  await expect(state(page, "lead_body")).toHaveText("Not saved yet");
  await field(page, "Contact").fill("hills@city.example");
  await context.setOffline(false);
  await expectSaved(page, "lead_body", "contact");
  await expect(notice(page)).toBeHidden();
  await page.reload();
  await expect(field(page, "Lead body")).toHaveValue("The office");
  await expect(field(page, "Contact")).toHaveValue("hills@city.example");
});

test("who leaves the page while there is no line finds the text back on returning, by the back button too", async ({
  page,
  context,
  problems,
}) => {
  problems.allow(broken);
  await signInWriter(context, "leaving@city.example");
  const path = await beginDraft(page, "Practice", "An office by the sea");
  await context.setOffline(true);
  await field(page, "The situation before").fill("Nobody answered.");
  await field(page, "The situation before").blur();
  await expect(notice(page)).toBeVisible();
  await context.setOffline(false);
  await page.goto("/about");
  await page.goBack();
  await expect(page).toHaveURL(`${path}/edit`);
  await expect(field(page, "The situation before")).toHaveValue("Nobody answered.");
  await expectSaved(page, "situation_before");
});

test("a draft that is open in two tabs is one: what is saved in the one shows in the other", async ({
  page,
  context,
}) => {
  await signInWriter(context, "tabs@city.example");
  const path = await beginDraft(page, "Practice", "An office with two doors");
  const other = await context.newPage();
  await other.goto(`${path}/edit`);
  await expect(field(other, "Contact")).toHaveValue("");
  await field(page, "Contact").fill("doors@city.example");
  await expectSaved(page, "contact");
  await expect(field(other, "Contact")).toHaveValue("doors@city.example", { timeout: 20_000 });
  await field(other, "Lead body").fill("The second door");
  await expectSaved(other, "lead_body");
  await page.bringToFront();
  await expect(field(page, "Lead body")).toHaveValue("The second door", { timeout: 20_000 });
});
