import { expect, test } from "../support/browser";
import { mailsTo } from "../support/mail-folder";
import { expectUnnamed } from "./expect-unnamed";
import { gather, refusedOnPurpose } from "./story-people";
import {
  acceptInvitation,
  decide,
  expectFound,
  expectTold,
  invite,
  keepSearch,
  link,
  patience,
  press,
  publish,
  readPublished,
  setPolicies,
  submit,
  told,
  writeReview,
} from "./story-steps";
import { beginDraft, expectSaved, fieldNamed, fillSnapshot } from "./write-snapshot";

const modes = [
  { mode: "reviewers-hidden", network: "hrgl-network", hides: "Reviewers know who wrote", word: "mirabelliform" },
  { mode: "both-hidden", network: "human-rights-cities-network", hides: "Neither authors nor", word: "quincunxial" },
] as const;

test.use({ trace: "off" });

for (const { mode, network, hides, word } of modes) {
  test(`a practice is reviewed, mended, published, found, told of, cited, collected and corrected: ${mode}`, async ({
    page,
    browser,
    baseURL,
    problems,
  }) => {
    test.setTimeout(900_000);
    problems.allow(refusedOnPurpose);
    const title = `A ${word} court of tenants`;
    const people = await gather(browser, baseURL, mode, network);
    const { author, coordinator, follower, reviewers, names, authorEmail } = people;
    await setPolicies(coordinator, network, hides);
    await follower.goto("/cities/vienna");
    await press(follower, "Follow");
    await expect(follower.getByText("You follow this.")).toBeVisible();
    await keepSearch(follower, word);

    const desk = await (await author.request.get("/desk")).text();

    // Submission; three are looked at as reviewers, and one works for the city that it is about.
    const path = await beginDraft(author, "Practice", title);
    await fillSnapshot(author);
    await fieldNamed(author, "Results so far").blur();
    await expectSaved(author, "results", "themes", "city");
    await submit(author, path, network);
    await coordinator.goto("/desk");
    await told(coordinator, title).getByRole("link").first().click();
    await coordinator.goto(`${path}/review`);
    await press(coordinator, "Begin the review");
    const conflicted = coordinator.getByRole("radio", { name: names[2], exact: true });
    await expect(conflicted).toBeDisabled();
    await expect(conflicted).toHaveAccessibleDescription(/Cannot review: it is about their own city\./);
    await conflicted.evaluate((radio: HTMLInputElement) => {
      radio.disabled = false;
      radio.checked = true;
    });
    await press(coordinator, "Send the invitation");
    await expect(coordinator.getByRole("alert")).toContainText("conflict");
    for (const name of names.slice(0, 2)) await invite(coordinator, path, name);

    // The first round.
    const change = { kind: "Critical", text: "Say how many disputes there were." };
    for (const [index, reviewer] of reviewers.entries()) {
      await acceptInvitation(reviewer, title);
      if (mode === "both-hidden") {
        for (const shown of ["", "/text"]) {
          await reviewer.goto(new URL(reviewer.url()).pathname.replace("/text", "") + shown);
          await expect(reviewer.getByRole("heading", { level: 1 })).toBeVisible();
          expect(await reviewer.content()).not.toContain(people.authorName);
        }
        await reviewer.goto(reviewer.url().replace("/text", ""));
      }
      await writeReview(reviewer, {
        recommendation: index === 0 ? "Accept after small changes" : "Accept as it is",
        change: index === 0 ? change : undefined,
      });
    }
    await decide(coordinator, path, "Ask the authors for changes", "Nearly there: one number is missing.");

    // The author mends the text and answers.
    await author.goto(`${path}/review`);
    await expect(author.getByText("Nearly there: one number is missing.").first()).toBeVisible();
    await expect(author.getByText(change.text).first()).toBeVisible();
    await author.goto(`${path}/edit`);
    await fieldNamed(author, "Results so far").fill("Forty of fifty disputes end without a court.");
    await fieldNamed(author, "Results so far").blur();
    await expectSaved(author, "results");
    await author.goto(`${path}/review/answer`);
    await press(author, "Send it back to the reviewers");
    await expect(author.getByRole("alert"), "a critical change wants an answer").toBeVisible();
    await author.getByLabel("Answer to change 1").fill("There were fifty; the text says so now.");
    await press(author, "Save", "Done.");
    await press(author, "Send it back to the reviewers", "Done.");

    // The second round: the reviewers read what has changed.
    for (const reviewer of reviewers) {
      await acceptInvitation(reviewer, title);
      await link(reviewer, "What has changed").click();
      await expect(reviewer.getByText("There were fifty; the text says so now.").first()).toBeVisible();
      await expect(reviewer.locator("ins").filter({ hasText: "fifty" })).toBeVisible();
      await reviewer
        .getByRole("navigation", { name: "Pages of this review" })
        .getByRole("link", { name: "Review" })
        .click();
      await writeReview(reviewer, { recommendation: "Accept as it is" });
    }
    await decide(coordinator, path, "Accept for publication", "Thank you for the numbers.");

    // Published, and found at once.
    await publish(coordinator, path);
    await expectFound(page, word, title);
    const first = await readPublished(coordinator);
    const entry = first.replace(/\/v1$/, "");
    expect(first).toBe(`${entry}/v1`);
    await page.goto(`/search?q=${word}`);
    await link(page, new RegExp(word)).first().click();
    await expect(page).toHaveURL(new RegExp(`${entry}(\\?|$)`));
    await expect(page.getByText("Forty of fifty disputes end without a court.").first()).toBeVisible();

    // Cited: in the words of the page, and as a file.
    const cited = await page.request.get(`/cite/${entry.split("/").at(-1)}?format=bibtex`);
    expect(await cited.text()).toContain(title);
    expect(await cited.text()).toContain(people.authorName);

    // Put into a collection.
    await coordinator.goto("/collections/new");
    await coordinator.getByLabel("Title").fill(`Courts, ${word}`);
    await coordinator.getByLabel("In a sentence or two").fill("Where tenants are heard.");
    await press(coordinator, "Begin");
    const collection = new URL(coordinator.url()).pathname;
    await coordinator.goto(entry);
    await link(coordinator, "Put into a collection or feature").click();
    await coordinator.getByLabel("Collection", { exact: true }).selectOption({ label: `Courts, ${word}` });
    await coordinator.getByLabel("Why it is here").fill("It began with listening.");
    await press(coordinator, "Put it in");
    await coordinator.goto(collection);
    await press(coordinator, "Publish a version");
    await page.goto(collection.replace("/edit", ""));
    await expect(link(page, title)).toBeVisible();
    await expect(page.getByText("It began with listening.")).toBeVisible();

    // Corrected in a second version.
    await author.goto(`${path}/revise`);
    await press(author, "Begin the next version");
    await expect(author).toHaveURL(/\/edit$/);
    const next = new URL(author.url()).pathname.replace("/edit", "");
    await fieldNamed(author, "Results so far").fill("Thirty of fifty disputes end without a court.");
    await fieldNamed(author, "Results so far").blur();
    await expectSaved(author, "results");
    await submit(author, next, network);
    await coordinator.goto(`${next}/review`);
    await press(coordinator, "Accept it without a review");
    await publish(coordinator, next, "The number is right now.");
    const second = await readPublished(coordinator);
    expect(second).toBe(`${entry}/v2`);
    await page.goto(entry);
    await expect(page.getByText("Thirty of fifty").first()).toBeVisible();
    await page.goto(first);
    await expect(page.getByText("Forty of fifty").first()).toBeVisible();
    await page.goto(entry);
    await link(page, "Compare versions").click();
    await expect(page.locator("ins").filter({ hasText: "Thirty" })).toBeVisible();
    await expect(page.locator("del").filter({ hasText: "Forty" })).toBeVisible();
    await expect(page.getByText("The number is right now.").first()).toBeVisible();

    // The follower is told of what they follow and of what their search finds, on the page and by mail: the clock of the server does that.
    await expectTold(follower, title, "New in what you follow");
    await expectTold(follower, title, `Your search “${word}” finds 1 new entry`);
    const mailed = (words: string) => mailsTo(people.followerEmail).filter(({ text }) => text.includes(words)).length;
    await expect.poll(() => mailed("New in what you follow"), patience).toBeGreaterThan(0);
    await expect.poll(() => mailed(`Your search “${word}” finds 1 new entry`), patience).toBe(1);
    await told(follower, title)
      .filter({ hasText: "New in what you follow" })
      .getByRole("link", { name: new RegExp(word) })
      .first()
      .click();
    await expect(follower.getByRole("heading", { level: 1 })).toHaveText(title);

    const pages = ["", "/review", "/history", "/authors", "/publish", "/revise"].map((one) => path + one);
    const mine = ["/desk", "/notifications", "/account/export.json"];
    const read = [entry, first, second, `${entry}/compare`, `/api/v1${entry}`, `/search?q=${word}`];
    const data = [...pages, ...read.slice(0, 4)].map((one) => `${one}.data`);
    await expect.poll(() => mailsTo(authorEmail).length, patience).toBeGreaterThan(0);
    await expectUnnamed(author, { email: authorEmail, paths: [...pages, ...mine, ...read, ...data], names, desk });
    expect(people.problems(), "problems in the browsers of the others").toEqual([]);
    await people.leave();
  });
}
