import { expect, test } from "vitest";
import {
  decide,
  openAndInvite,
  openAssignment,
  send,
  startReviewServer,
  submitPractice,
  wholeReview,
} from "../support/review-server";

const anchors = ["title", "question", "1", "2", "3", "4", "5"];
const criterion = (index: number, word: string) =>
  Object.fromEntries(anchors.map((part) => [`criterion.${index}.${part}`, `${word} ${part} ${index}`]));

test("a pair writes one review, and both are named on the page, in its data, in the citation and in files of citations", async () => {
  const server = await startReviewServer("open", 1);
  const { author, coordinator, reviewers } = server;
  const { db } = server.services;
  const housing = { vocabulary: "theme", code: "housing", position: 1 } as const;
  await db
    .insertInto("term")
    .values({ ...housing, label_en: "Housing", label_fr: "Logement", label_es: "Vivienda" })
    .execute();
  const junior = await server.person("Juno Fledgling", [{ in: "own" }]);
  const id = await submitPractice(server, author.id);
  await openAndInvite(server, id, []);
  await send(coordinator.browser, `/contributions/${id}/review/reviewers`, {
    ...{ form: "invite", reviewer: reviewers[0].id, junior: junior.id, days: "14" },
  });
  const [senior, learner] = [await openAssignment(server, reviewers[0].id), await openAssignment(server, junior.id)];
  await send(reviewers[0].browser, `/reviews/${senior}`, { form: "accept-review", conflict: "" });
  await send(junior.browser, `/reviews/${learner}`, { form: "accept-review", conflict: "" });

  // The rubric of the network changes meanwhile: this round goes on by the one that it began with.
  await send(coordinator.browser, "/networks/own/rubric", {
    form: "rubric",
    ...{ ...criterion(0, "New"), ...criterion(1, "New"), ...criterion(2, "New") },
  });
  const form = await (await junior.browser.get(`/reviews/${learner}`)).text();
  expect(form).toContain('name="score.participation"');
  expect(form).not.toContain("New title 0");

  await send(junior.browser, `/reviews/${learner}`, { form: "review", ...wholeReview({ strengths: "By Juno." }) });
  const seen = await (await reviewers[0].browser.get(`/reviews/${senior}`)).text();
  expect(seen, "they write together").toContain("By Juno.");
  await send(reviewers[0].browser, `/reviews/${senior}/submit`, {
    form: "submit-review",
    mayPublish: "yes",
    signs: "yes",
  });
  await send(junior.browser, `/reviews/${learner}`, { form: "consents", mayPublish: "yes", signs: "yes" });

  // Two decide at the same moment.
  const [one, two] = await Promise.all([
    decide(coordinator.browser, id, "accept"),
    decide(server.second.browser, id, "request-changes"),
  ]);
  expect([one.status, two.status].sort()).toEqual([302, 409]);
  const slower = one.status === 409 ? one : two;
  expect(await slower.text()).toContain(`Decided by ${one.status === 409 ? "Conrad" : "Corinna"} Coordes`);
  expect(await db.selectFrom("review_decision").select("verb").execute()).toHaveLength(1);
  await db.updateTable("contribution").set({ status: "accepted" }).where("id", "=", id).execute();

  await send(author.browser, `/contributions/${id}/review`, { form: "agree", publishes: "yes" });
  await send(coordinator.browser, `/contributions/${id}/publish`, { form: "publish", note: "" });
  const { entry_id } = await db
    .selectFrom("contribution")
    .where("id", "=", id)
    .select("entry_id")
    .executeTakeFirstOrThrow();
  const path = `/practices/${entry_id}`;
  const reader = server.browser();
  const read = async (address: string) => (await reader.get(address)).text();
  await server.services.syncIndex();
  for (const page of [path, `${path}/v1`, `/api/v1${path}`, `/reviews/of/${entry_id}`])
    for (const name of ["Reva Quillfeather", "Juno Fledgling"]) expect(await read(page), page).toContain(name);
  const reviewed = "Reviewed by Juno Fledgling and Reva Quillfeather";
  for (const format of ["apa", "bibtex", "ris", "csl"])
    for (const version of ["", "&version=1"])
      expect(await read(`/cite/${entry_id}?format=${format}${version}`), format).toContain(reviewed);
  expect(await read(path), "as the page shows it").toContain(reviewed);
  for (const file of ["bib", "ris"]) {
    const exported = await read(`/search/export.${file}?q=mediators`);
    expect(exported, file).toContain(reviewed);
    expect(exported, file).toContain(
      (await read(`/cite/${entry_id}?format=${file === "bib" ? "bibtex" : "ris"}`)).trim(),
    );
  }
  expect(await read(`/cite/${entry_id}?format=apa`)).toMatch(/^Authorsson, A|^Aurelia Authorsson/);

  const year = server.services.now().getUTCFullYear();
  await db.updateTable("person").set({ orcid: "0000-0002-1825-0097" }).where("id", "=", junior.id).execute();
  await send(junior.browser, `/reviews/${learner}`, { form: "consents", signs: "yes", listed: "yes" });
  const listed = await read(`/reviewers/${year}`);
  expect(listed).toContain("Juno Fledgling");
  expect(listed).toContain("https://orcid.org/0000-0002-1825-0097");
  expect(listed, "only who wants to stand there").not.toContain("Reva Quillfeather");
  await send(author.browser, `/contributions/${id}/review`, { form: "agree", publishes: "" });
  expect((await reader.get(`/reviews/of/${entry_id}`)).status).toBe(404);
});

test("a network's own rubric is the one by which its next round is reviewed", async () => {
  const server = await startReviewServer("open", 1);
  const { author, coordinator, reviewers } = server;
  const two = await coordinator.browser.submit("/networks/own/rubric", {
    form: "rubric",
    ...criterion(0, "Own"),
    ...criterion(1, "Own"),
  });
  expect([two.status, (await two.text()).includes("three criteria")]).toEqual([422, true]);
  const partly = { ...criterion(0, "Own"), ...criterion(1, "Own"), ...criterion(2, "Own"), "criterion.2.4": "" };
  const wrong = await coordinator.browser.submit("/networks/own/rubric", { form: "rubric", ...partly });
  expect([wrong.status, (await wrong.text()).includes('value="Own title 2"')]).toEqual([422, true]);
  await send(coordinator.browser, "/networks/own/rubric", {
    form: "rubric",
    ...{ ...criterion(0, "Own"), ...criterion(1, "Own"), ...criterion(2, "Own") },
  });
  const id = await submitPractice(server, author.id);
  const [assignment = ""] = await openAndInvite(server, id, [reviewers[0]]);
  await send(reviewers[0].browser, `/reviews/${assignment}`, { form: "accept-review", conflict: "" });
  const page = await (await reviewers[0].browser.get(`/reviews/${assignment}`)).text();
  expect(page).toContain("Own title 1");
  expect(page).toContain("5 – Own 5 1");
  expect(page).not.toContain("score.participation");
});
