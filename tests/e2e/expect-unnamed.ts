import type { Page } from "playwright/test";
import { expect } from "../support/browser";
import { mailsTo } from "../support/mail-folder";

const countOf = (text: string, word: string) => text.split(word).length - 1;

interface Unnamed {
  email: string;
  paths: string[];
  names: readonly string[];
  /** The desk before the story: members of a network see there who is new in it. */
  desk: string;
}

/** Every answer that an author can get about the work, and every mail, without a reviewer's name in it. */
export async function expectUnnamed(page: Page, { email, paths, names, desk }: Unnamed): Promise<void> {
  const texts = mailsTo(email).map(({ subject, text }) => ({ from: `mail: ${subject}`, text }));
  let read = 0;
  for (const path of paths) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBeLessThan(500);
    if (answer.ok()) read++;
    texts.push({ from: path, text: await answer.text() });
  }
  // What is not an author's to see any more is not there: all else was read.
  expect(read).toBeGreaterThan(paths.length / 2);
  for (const { from, text } of texts)
    for (const name of names)
      expect(countOf(text, name), `${name} in ${from}`).toBeLessThanOrEqual(from === "/desk" ? countOf(desk, name) : 0);
}
