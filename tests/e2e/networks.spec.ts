import { expect, test } from "../support/browser";
import { signInWriter } from "../support/writer";
import { faultsOf } from "./faults-of";
import { inLanguage, languages } from "./page-kinds";
import { waitForMail } from "./wait-for-mail";

const password = "seven lanterns by the river";
const refusedOnPurpose = /status (?:of )?4(22|03)/;

for (const [how, javaScriptEnabled, network] of [
  ["with", true, "cities-for-housing"],
  ["without", false, "writers-against-racism-network"],
] as const) {
  test.describe(`${how} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("an official is accepted and speaks for a city; a researcher comes by invitation", async ({
      page,
      context,
      browser,
      baseURL,
    }) => {
      test.setTimeout(120_000);
      const coordinator = `carla-${how}@city.example`;
      await signInWriter(context, coordinator, network, 1);
      await page.goto(`/networks/${network}`);
      await page.getByRole("link", { name: "Look after this network" }).click();
      const desk = page.getByRole("navigation", { name: "For coordinators" });
      await desk.getByRole("link", { name: "How this network works" }).click();
      await page.getByLabel("Who may join").selectOption({ label: "Everyone may ask to join; a coordinator decides." });
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
      await desk.getByRole("link", { name: "Cities" }).click();
      await page.getByLabel(/^City/).selectOption({ label: "Montevideo" });
      await page.getByRole("button", { name: "Add a city" }).click();
      await expect(page.getByRole("link", { name: "Montevideo" })).toBeVisible();

      const second = await browser.newContext({ javaScriptEnabled, baseURL });
      const official = await second.newPage();
      await signInWriter(second, `omar-${how}@city.example`);
      await official.goto(`/networks/${network}`);
      await official.getByLabel(/A word to the coordinators/).fill("I work on housing in Montevideo.");
      await official.getByRole("button", { name: "Ask to join" }).click();
      await expect(official.getByText("You have asked to join.")).toBeVisible();

      await page.goto(await waitForMail(coordinator, /asks to join/));
      await expect(page.getByText("I work on housing in Montevideo.")).toBeVisible();
      await page.getByRole("button", { name: `Accept: omar-${how}` }).click();
      await page.getByRole("link", { name: `omar-${how}` }).click();
      await page.getByLabel("Montevideo").check();
      await page.getByRole("button", { name: "Save the cities" }).click();
      await expect(page.getByRole("status").filter({ hasText: "The cities are saved." })).toBeVisible();
      await official.goto(await waitForMail(`omar-${how}@city.example`, /speak for Montevideo/));
      await expect(official.getByText("You are a member.")).toBeVisible();
      await expect(official.getByText("Speaks for Montevideo")).toBeVisible();

      const invited = `rita-${how}@university.example`;
      await desk.getByRole("link", { name: "Invitations" }).click();
      await page.getByLabel("E-mail addresses").fill(`${invited}\nsomebody-else-${how}@city.example`);
      await page.getByLabel("Reviewer").check();
      await page.getByRole("button", { name: "Send the invitations" }).click();
      await page.getByRole("button", { name: `Withdraw: somebody-else-${how}@city.example` }).click();
      await expect(page.getByText(`somebody-else-${how}@city.example`)).toHaveCount(0);

      const third = await browser.newContext({ javaScriptEnabled, baseURL });
      const researcher = await third.newPage();
      await researcher.goto(await waitForMail(invited, /invites you/));
      await researcher.getByRole("link", { name: "Register", exact: true }).click();
      await researcher.getByLabel("Name").fill("Rita Rivera");
      await researcher.getByLabel("E-mail address").fill(invited);
      await researcher.getByLabel("Password", { exact: true }).fill(password);
      await researcher.getByRole("button", { name: "Register" }).click();
      await researcher.goto(await waitForMail(invited, /Confirm/));
      await researcher.getByLabel("Password", { exact: true }).fill(password);
      await researcher.getByRole("button", { name: "Confirm and sign in" }).click();
      await researcher.getByRole("button", { name: /^Accept/ }).click();
      await expect(researcher.getByText("You are a member.")).toBeVisible();
      await page.goto(`/networks/${network}/members`);
      await expect(page.getByRole("listitem").filter({ hasText: "Rita Rivera" })).toContainText("Reviewer");
      await second.close();
      await third.close();
    });
  });
}

test("the pages of coordinators are sound in each language, also when refused, on a phone and in the dark", async ({
  page,
  context,
  problems,
}) => {
  test.setTimeout(240_000);
  problems.allow(refusedOnPurpose);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const network = "hrgl-network";
  await signInWriter(context, "sound@city.example", network, 1);
  const found: string[] = [];
  const look = async (name: string) => {
    found.push(...(await faultsOf(page, name)));
  };
  await page.goto(`/networks/${network}/invitations`);
  await page.getByLabel("E-mail addresses").fill("a.person.with.a.very.long.name@a-city-with-a-long-name.example");
  await page.getByRole("button", { name: "Send the invitations" }).click();
  await page.goto(`/networks/${network}/members`);
  const member = await page.getByRole("link", { name: "sound", exact: true }).getAttribute("href");
  for (const language of languages) {
    for (const path of ["", "/members", "/invitations", "/cities", "/policies"]) {
      await page.goto(inLanguage(`/networks/${network}${path}`, language));
      await look(`${path} ${language}`);
    }
    await page.goto(inLanguage("/invitations", language));
    await look(`own invitations ${language}`);
    await page.goto(inLanguage(member ?? "", language));
    await page.locator("main form").last().locator("button[type=submit]").click();
    await expect(page.getByRole("alert")).toBeFocused();
    await expect(page).toHaveTitle(/^(Error:|Erreur\s?:)/);
    await look(`member, refused ${language}`);
    await page.goto(inLanguage(`/networks/${network}/invitations`, language));
    await page.locator("main form").first().locator("button[type=submit]").click();
    await look(`invitations, refused ${language}`);
  }
  await page.goto("/networks/new");
  await look("not for coordinators");
  expect(found).toEqual([]);
});
