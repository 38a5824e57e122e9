import { expect, test } from "vitest";
import type { Contribution } from "~/domain/contributions/contribution";
import {
  canAskFactCheck,
  canCheckFacts,
  canDelete,
  canEdit,
  canRead,
  canSeeHistory,
  canSubmit,
  canWithdraw,
} from "~/domain/contributions/contribution-policy";
import type { Actor } from "~/domain/people/person-policy";

const someone = (id: string, more: Partial<NonNullable<Actor>> = {}): NonNullable<Actor> => ({
  ...{ person: { id }, administrator: false, memberships: [], cities: [] },
  ...more,
});
const role = (networkId: string, coordinator: boolean) => ({ networkId, coordinator, reviewer: true });
const actors = {
  nobody: null,
  stranger: someone("stranger"),
  administrator: someone("administrator", { administrator: true }),
  author: someone("author"),
  coAuthor: someone("co-author"),
  member: someone("member", { memberships: [role("home", false)] }),
  coordinator: someone("coordinator", { memberships: [role("home", true)] }),
  coordinatorElsewhere: someone("elsewhere", { memberships: [role("away", true)] }),
  official: someone("official", { cities: ["vienna"] }),
  officialElsewhere: someone("graz", { cities: ["graz"] }),
  officialAuthor: someone("co-author", { cities: ["vienna"] }),
} satisfies Record<string, Actor>;

const author = (personId: string, position: number) => ({ personId, position, name: personId, roles: [] });
const draft: Contribution = {
  ...{ id: "x", kind: "case-study", status: "draft", networkId: "home", cityId: "vienna", revision: 1 },
  ...{ updatedAt: "", submittedAt: null, factCheck: null, fields: {} },
  authors: [author("author", 1), author("co-author", 2)],
};
const asked = { askedAt: "", answer: null, disputedPoints: [], answeredAt: null, answeredBy: null };
const who = (may: (actor: Actor, contribution: Contribution) => boolean, change: Partial<Contribution> = {}) =>
  Object.entries(actors).flatMap(([name, actor]) => (may(actor, { ...draft, ...change }) ? [name] : []));

const authors = ["author", "coAuthor", "officialAuthor"];

test("a draft is its authors' alone: no administrator, coordinator, member or official reads it", () => {
  for (const may of [canRead, canSeeHistory, canEdit, canSubmit]) expect(who(may)).toEqual(authors);
  expect(who(canDelete)).toEqual(["author"]);
  expect(who(canWithdraw)).toEqual([]);
});

test("what was submitted is read by the coordinators of its network too, and written on by nobody", () => {
  const submitted = { status: "submitted" } as const;
  expect(who(canRead, submitted).sort()).toEqual([...authors, "coordinator"].sort());
  expect(who(canSeeHistory, submitted)).toEqual(authors);
  for (const may of [canEdit, canSubmit, canDelete]) expect(who(may, submitted)).toEqual([]);
  expect(who(canWithdraw, submitted)).toEqual(authors);
});

test("the city's officials read what they were asked to check, and answer it unless they wrote it", () => {
  expect(who(canAskFactCheck)).toEqual(authors);
  expect(who(canAskFactCheck, { kind: "practice" })).toEqual([]);
  expect(who(canAskFactCheck, { cityId: null })).toEqual([]);
  expect(who(canRead, { factCheck: asked })).toEqual(["author", "coAuthor", "official", "officialAuthor"]);
  expect(who(canCheckFacts, { factCheck: asked })).toEqual(["official"]);
  expect(who(canCheckFacts, { factCheck: { ...asked, answer: "disputed" } })).toEqual([]);
  expect(who(canAskFactCheck, { factCheck: asked }), "one answer at a time").toEqual([]);
});
