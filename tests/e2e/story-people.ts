import type { Browser, Page } from "playwright/test";
import { type Problems, watch } from "../support/browser";
import { signInMember } from "../support/writer";

/** What is refused on purpose, and what an author is told is not there. */
export const refusedOnPurpose = /status (?:of )?4(04|22)/;

/** Everyone of the story, each in a browser of their own. */
export async function gather(browser: Browser, baseURL: string | undefined, mode: string, network: string) {
  const contexts = await Promise.all(Array.from({ length: 5 }, () => browser.newContext({ baseURL })));
  const opened: Page[] = [];
  const watching: Problems[] = [];
  const named = (name: string) => `${name}.${mode}`;
  const members = [
    { name: named("aurelia"), member: { network } },
    { name: named("corinna"), member: { network, coordinator: 1 } },
    { name: named("fenella"), member: { network } },
    { name: named("quillfeather"), member: { network, reviewer: 1 } },
    { name: named("inkwellson"), member: { network, reviewer: 1 } },
  ] as const;
  for (const [index, { name, member }] of members.entries()) {
    const context = contexts[index];
    if (!context) continue;
    const watched = watch(context);
    watched.allow(refusedOnPurpose);
    watching.push(watched);
    await signInMember(context, `${name}@city.example`, member);
    opened.push(await context.newPage());
  }
  const own = named("parchmenter");
  const aside = await browser.newContext({ baseURL });
  await signInMember(aside, `${own}@city.example`, { network, reviewer: 1, city: "vienna" });
  await aside.close();
  const [author, coordinator, follower, ...reviewers] = opened;
  if (!author || !coordinator || !follower) throw new Error("Somebody is missing.");
  return {
    ...{ author, coordinator, follower, reviewers },
    authorName: members[0].name,
    authorEmail: `${members[0].name}@city.example`,
    followerEmail: `${members[2].name}@city.example`,
    problems: () => watching.flatMap(({ found }) => found),
    names: [members[3].name, members[4].name, own] as const,
    leave: async () => {
      for (const context of contexts) await context.close();
    },
  };
}
