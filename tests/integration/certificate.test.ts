import { getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { openAndInvite, review, startReviewServer, submitPractice } from "../support/review-server";

/** What stands on the pages of a certificate, and in its properties. */
async function readCertificate(browser: BrowserStandIn, year: number) {
  const answer = await browser.get(`/reviews/certificate/${year}.pdf`);
  const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const { info } = await pdf.getMetadata();
  return {
    text: items.map((item) => ("str" in item ? item.str : "")).join(" "),
    properties: JSON.stringify(info),
    cache: answer.headers.get("Cache-Control"),
  };
}

for (const anonymity of ["open", "both-hidden"] as const)
  test(`${anonymity}: a certificate names its reviewer, their ORCID and each review, and tells no title that is to stay hidden`, async () => {
    const server = await startReviewServer(anonymity, 1);
    const { author, reviewers } = server;
    const { db, now } = server.services;
    const [reviewer] = reviewers;
    await db
      .updateTable("person")
      .set({ name: "Łucja Çelik 김", orcid: "0000-0002-1825-0097" })
      .where("id", "=", reviewer.id)
      .execute();
    const [assignment = ""] = await openAndInvite(server, await submitPractice(server, author.id), [reviewer]);
    const year = now().getUTCFullYear();
    expect((await reviewer.browser.get(`/reviews/certificate/${year}.pdf`)).status, "nothing is sent yet").toBe(404);
    await review(reviewer.browser, assignment);
    const { text, properties, cache } = await readCertificate(reviewer.browser, year);
    for (const told of [
      "Lucja Çelik",
      "https://orcid.org/0000-0002-1825-0097",
      `in ${year}`,
      "1 peer review",
      "The own",
    ])
      expect(text).toContain(told);
    expect(text, "letters that the font lacks are not simply left out").toContain(reviewer.email);
    expect(text.includes("Mediators in every quarter")).toBe(anonymity === "open");
    for (const hidden of [author.email, "Authorsson", ...(anonymity === "open" ? [] : ["Mediators"])])
      expect(`${text} ${properties}`).not.toContain(hidden);
    expect(properties).toContain("Łucja Çelik 김");
    expect(cache).toBe("private, no-store");
    expect((await author.browser.get(`/reviews/certificate/${year}.pdf`)).status, "each their own").toBe(404);
    expect((await reviewer.browser.get(`/reviews/certificate/${year - 1}.pdf`)).status).toBe(404);
    expect(await (await reviewer.browser.get("/reviews")).text()).toContain(`/reviews/certificate/${year}.pdf`);
  });
