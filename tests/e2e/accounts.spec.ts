import { Secret, TOTP } from "otpauth";
import type { Browser, Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { mailsTo } from "../support/mail-folder";
import { faultsOf } from "./faults-of";
import { inLanguage, languages } from "./page-kinds";
import { register as registerAs } from "./register";
import { waitForMail } from "./wait-for-mail";

const password = "seven lanterns by the river";
const refusedOnPurpose = /status (?:of )?4(22|04)/;

const register = (page: Page, email: string) => registerAs(page, { name: "Noor Haddad", email, password });

async function signIn(page: Page, email: string, secret = password): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function elsewhere(browser: Browser, javaScriptEnabled: boolean, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, baseURL });
  return context.newPage();
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("an account from registration to erasure", async ({ page, browser, baseURL, problems }) => {
      test.setTimeout(120_000);
      problems.allow(refusedOnPurpose);
      const email = `noor-${how}@city.example`;
      await register(page, email);

      await page.getByLabel("What you do").fill("human rights officer");
      await page.getByLabel(/^City \(/).selectOption({ label: "Vienna" });
      await page.getByLabel("Show this profile to everyone").check();
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
      await page.getByRole("link", { name: "See your public profile" }).click();
      await expect(page.getByRole("heading", { name: "Noor Haddad" })).toBeVisible();

      await page.goto("/account/second-factor");
      await page.getByLabel("Current password").fill(password);
      await page.getByRole("button", { name: "Set up" }).click();
      const key = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
      const totp = new TOTP({ secret: Secret.fromBase32(key) });
      await page.getByRole("textbox", { name: "Code" }).fill(totp.generate());
      await page.getByRole("button", { name: "Turn it on" }).click();
      await expect(page.getByText("The second factor is on")).toBeVisible();
      const codes = (await page.getByRole("listitem").allTextContents()).filter((text) =>
        /^\w{4}(-\w{4}){3}$/.test(text),
      );
      expect(codes).toHaveLength(10);

      const other = await elsewhere(browser, javaScriptEnabled, baseURL);
      await signIn(other, email);
      await other.getByRole("textbox", { name: "Code" }).fill(codes[0] ?? "");
      await other.getByRole("button", { name: "Sign in" }).click();
      await expect(other.getByRole("heading", { name: "Your account" })).toBeVisible();

      await page.goto("/account/security");
      await page.getByRole("button", { name: "Sign out everywhere else" }).click();
      await expect(page.getByRole("button", { name: "Sign out there" })).toHaveCount(1);
      await other.goto("/account");
      await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();

      await other.getByRole("link", { name: "forgotten" }).click();
      await other.getByLabel("E-mail address").fill(email);
      await other.getByRole("button", { name: "Send the link" }).click();
      await other.goto(await waitForMail(email, /Choose a new password/));
      await other.getByLabel("New password").fill("violet ladders in may");
      await other.getByRole("button", { name: "Keep this password" }).click();
      await signIn(other, email, "violet ladders in may");
      await other.getByRole("textbox", { name: "Code" }).fill(codes[1] ?? "");
      await other.getByRole("button", { name: "Sign in" }).click();
      await expect(other.getByRole("heading", { name: "Your account" })).toBeVisible();

      await other.goto("/account/data");
      await other.getByRole("button", { name: "Erase the account" }).click();
      await expect(other.getByRole("alert")).toBeFocused();
      await expect(other).toHaveTitle(/^Error: Your data/);
      await other.getByLabel("Yes, erase my account").check();
      await other.getByLabel("Current password").fill("violet ladders in may");
      await other.getByRole("button", { name: "Erase the account" }).click();
      await expect(other.getByRole("heading", { name: "Your account is erased" })).toBeVisible();
      await other.context().close();
      await signIn(page, email, "violet ladders in may");
      await expect(page.getByRole("alert")).toContainText("not right");
      expect(mailsTo(email)).toEqual([]);
    });
  });
}

test("a password can be shown, hidden and pasted", async ({ page }) => {
  await page.goto("/register");
  const field = page.getByLabel("Password", { exact: true });
  await field.fill(password);
  await page.getByRole("button", { name: "Show" }).click();
  await expect(field).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Hide" }).click();
  await expect(field).toHaveAttribute("type", "password");
});

test("an error is found by the keyboard alone", async ({ page, problems }) => {
  problems.allow(refusedOnPurpose);
  await page.goto("/register");
  await page.getByLabel("E-mail address").fill("nonsense");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /^Name: / })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Name")).toBeFocused();
  await expect(page.getByLabel("E-mail address")).toHaveValue("nonsense");
});

test("axe finds nothing on the pages of an account, and they fit 320 px", async ({ page, problems }) => {
  test.setTimeout(180_000);
  problems.allow(refusedOnPurpose);
  await register(page, "axe@city.example");
  await page.goto("/account/second-factor");
  await page.getByLabel("Current password").fill(password);
  await page.getByRole("button", { name: "Set up" }).click();
  const paths = ["/account", "/account/security", "/account/email", "/account/second-factor", "/account/data"];
  const found: string[] = [];
  const look = async (name: string) => {
    found.push(...(await faultsOf(page, name)));
  };
  for (const language of languages) {
    for (const path of paths) {
      await page.goto(inLanguage(path, language));
      await look(`${path} ${language}`);
    }
    await page.goto(inLanguage("/account/email", language));
    await page.locator("main form button[type=submit]").click();
    await look(`/account/email refused ${language}`);
  }
  expect(found).toEqual([]);
});
