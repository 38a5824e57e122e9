import { expect, type Page } from "playwright/test";
import { waitForMail } from "./wait-for-mail";

interface Newcomer {
  name: string;
  email: string;
  password: string;
}

/** Makes an account on the pages, with the mail that confirms it; the person is signed in then. */
export async function register(page: Page, { name, email, password }: Newcomer): Promise<void> {
  await page.goto("/register");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(await waitForMail(email, /Confirm/));
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
}
