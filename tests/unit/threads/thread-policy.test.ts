import { describe, expect, test } from "vitest";
import type { Actor } from "~/domain/people/person-policy";
import { findQuoted } from "~/domain/threads/quoted-words";
import { type Message, messagePath, type Place } from "~/domain/threads/thread";
import {
  canEditMessage,
  canJudgeMessage,
  canModerate,
  canReply,
  canReport,
  canResolve,
  canSeeThreads,
  canTakeBack,
  canWriteIn,
  readerSideOf,
  sideOf,
} from "~/domain/threads/thread-policy";
import { viewWriter } from "~/domain/threads/writer-view";

const someone = (id: string, more: Partial<NonNullable<Actor>> = {}): NonNullable<Actor> => ({
  ...{ person: { id }, administrator: false, memberships: [], cities: [] },
  ...more,
});
const role = (networkId: string, coordinator = false) => ({ networkId, coordinator, reviewer: !coordinator });
const actors = {
  nobody: null,
  person: someone("person"),
  member: someone("member", { memberships: [role("home")] }),
  author: someone("author", { memberships: [role("home")] }),
  reviewer: someone("reviewer", { memberships: [role("home")] }),
  coordinator: someone("coordinator", { memberships: [role("home", true)] }),
  coordinatingReviewer: someone("both", { memberships: [role("home", true)] }),
  coordinatingAuthor: someone("co-author", { memberships: [role("home", true)] }),
  coordinatorElsewhere: someone("elsewhere", { memberships: [role("away", true)] }),
  administrator: someone("administrator", { administrator: true }),
} satisfies Record<string, Actor>;
const who = (may: (actor: Actor) => boolean) =>
  Object.entries(actors).flatMap(([name, actor]) => (may(actor) ? [name] : []));

const entry: Place = {
  ...{ kind: "entry", id: "a", title: "A", language: "en", path: "/practices/a", networkId: "home", anonymity: "open" },
  ...{ authorIds: ["author", "co-author"], reviewerIds: [], coordinatorIds: [], open: true },
};
const submission: Place = {
  ...entry,
  ...{ kind: "submission", path: "/contributions/a", reviewerIds: ["reviewer", "both"], anonymity: "both-hidden" },
};
const thread = { startedBy: "member", resolvedAt: null, lockedAt: null };
const locked = { ...thread, lockedAt: "2026-01-01T00:00:00.000Z" };
const writtenAt = "2026-03-01T12:00:00.000Z";
const message = { writer: { id: "coordinator" }, writtenAt, removed: null, reported: false, everReported: false };

describe("who takes part", () => {
  test("what is published is for everyone to read and for members to write", () => {
    expect(who((actor) => canSeeThreads(actor, entry))).toEqual(Object.keys(actors));
    const members = Object.keys(actors).filter((name) => name !== "nobody" && name !== "person");
    expect(who((actor) => canWriteIn(actor, entry))).toEqual(members);
    expect(who((actor) => canWriteIn(actor, { ...entry, open: false }))).toEqual([]);
    expect(who((actor) => canReply(actor, entry, locked))).toEqual([]);
  });

  test("a submission is for its authors, its reviewers and the coordinators of its network", () => {
    const sides = ["author", "reviewer", "coordinator", "coordinatingReviewer", "coordinatingAuthor"];
    expect(who((actor) => canSeeThreads(actor, submission))).toEqual(sides);
    expect(who((actor) => canWriteIn(actor, submission))).toEqual(sides);
    // As a draft it has no coordinators and no reviewers.
    const draft = { ...submission, networkId: null, reviewerIds: [] };
    expect(who((actor) => canSeeThreads(actor, draft))).toEqual(["author", "coordinatingAuthor"]);
  });

  test("who reviews writes as a reviewer, and reads as a coordinator where they are one", () => {
    expect(sideOf(actors.coordinatingReviewer, submission)).toBe("reviewer");
    expect(readerSideOf(actors.coordinatingReviewer, submission)).toBe("coordinator");
    expect(readerSideOf(actors.coordinatingAuthor, submission)).toBe("author");
  });
});

describe("who moderates", () => {
  test("coordinators of the network, never about their own work; administrators where all is public", () => {
    expect(who((actor) => canModerate(actor, entry))).toEqual(["coordinator", "coordinatingReviewer", "administrator"]);
    expect(who((actor) => canModerate(actor, submission))).toEqual(["coordinator", "coordinatingReviewer"]);
    expect(who((actor) => canModerate(actor, { ...entry, networkId: null }))).toEqual(["administrator"]);
    expect(who((actor) => canJudgeMessage(actor, entry, message))).toEqual(["coordinatingReviewer", "administrator"]);
  });

  test("administrators decide on a reported message of a submission where no coordinator may, and on no other", () => {
    const reported = { ...message, reported: true, everReported: true };
    const judges = (coordinatorIds: string[], what = reported) =>
      who((actor) => canJudgeMessage(actor, { ...submission, coordinatorIds }, what)).includes("administrator");
    expect(judges(["coordinator"])).toBe(true);
    expect(judges(["coordinator", "author"])).toBe(true);
    expect(judges(["coordinator", "another"])).toBe(false);
    expect(judges(["coordinator"], { ...message, reported: false, everReported: false })).toBe(false);
  });

  test("a thread is settled by who began it, by authors and by who moderates; a locked one by these alone", () => {
    expect(who((actor) => canResolve(actor, entry, thread))).toEqual([
      ...["member", "author", "coordinator", "coordinatingReviewer", "coordinatingAuthor", "administrator"],
    ]);
    expect(who((actor) => canResolve(actor, entry, locked))).toEqual([
      ...["coordinator", "coordinatingReviewer", "administrator"],
    ]);
  });

  test("anybody who is signed in reports what others wrote and they may read", () => {
    expect(who((actor) => canReport(actor, entry, message))).toEqual(
      Object.keys(actors).filter((name) => name !== "nobody" && name !== "coordinator"),
    );
    expect(who((actor) => canReport(actor, submission, message))).not.toContain("member");
    const removed = { ...message, removed: { by: "writer" as const, reason: null } };
    expect(who((actor) => canReport(actor, entry, removed))).toEqual([]);
  });
});

test("a message is mended by its writer for half an hour, until somebody reports it or locks the thread", () => {
  const at = (minutes: number) => new Date(Date.parse(writtenAt) + minutes * 60_000);
  const may = (change: object, minutes: number, standing: typeof thread | typeof locked = thread) =>
    who((actor) => canEditMessage(actor, entry, standing, { ...message, ...change }, at(minutes)));
  expect(may({}, 30)).toEqual(["coordinator"]);
  expect(may({}, 31)).toEqual([]);
  expect(may({ reported: true }, 1)).toEqual([]);
  expect(may({}, 1, locked)).toEqual([]);
  expect(who((actor) => canTakeBack(actor, entry, message))).toEqual(["coordinator"]);
  expect(who((actor) => canTakeBack(actor, entry, { ...message, reported: true }))).toEqual([]);
});

describe("what a reader knows of a writer", () => {
  const written = (side: Message["side"], reviewerNumber: number | null = null) => ({
    writer: { id: "x", name: "Reva Quillfeather", listed: true },
    ...{ side, reviewerNumber },
  });
  const view = (reader: Message["side"], side: Message["side"], anonymity: Place["anonymity"]) =>
    viewWriter(
      written(side, side === "reviewer" ? 2 : null),
      { side: reader, personId: "y" },
      { ...submission, anonymity },
    );

  test("names that are hidden are told by the part alone, without an id or an address", () => {
    for (const reader of ["author", "reviewer"] as const) {
      const hidden = view(reader, "reviewer", "reviewers-hidden");
      expect(hidden).toEqual({ name: null, path: null, side: "reviewer", number: 2, me: false });
    }
    expect(view("reviewer", "author", "both-hidden").name).toBeNull();
    expect(view("reviewer", "author", "reviewers-hidden").name).toBe("Reva Quillfeather");
    expect(view("author", "coordinator", "both-hidden").name).toBe("Reva Quillfeather");
    expect(view("coordinator", "reviewer", "both-hidden")).toMatchObject({ name: "Reva Quillfeather", number: 2 });
    expect(view("author", "reviewer", "open")).toMatchObject({ name: "Reva Quillfeather", number: null });
  });

  test("one's own name is no secret to oneself", () => {
    const own = viewWriter(written("reviewer", 1), { side: "reviewer", personId: "x" }, submission);
    expect(own).toMatchObject({ name: "Reva Quillfeather", me: true });
  });
});

test("a quotation stands in the text, however that is marked up", () => {
  const texts = [
    ["pitch", "Two offices settle disputes."],
    ["results", "Fewer *disputes*,\r\nas the [yearbook](https://city.example/2019) tells: 40 – 12."],
  ] as const;
  expect(findQuoted("Fewer disputes, as the yearbook tells", texts)).toBe("results");
  expect(findQuoted("“Two offices”", texts)).toBe("pitch");
  expect(findQuoted("Two offices settle fewer disputes", texts)).toBeUndefined();
  expect(findQuoted("office", texts), "half a word is none").toBeUndefined();
  expect(findQuoted("– …", texts)).toBeUndefined();
});

test("a link to a message leads to the page on which it stands", () => {
  expect(messagePath("t", 20)).toBe("/threads/t#message-20");
  expect(messagePath("t", 21)).toBe("/threads/t?page=2#message-21");
});
