import { expect, test } from "vitest";
import { atomFeed } from "~/domain/feeds/atom-feed";

const frame = {
  origin: "https://polylogue.example",
  path: "/search/feed.atom?q=a%26b&lang=fr",
  page: "/search?q=a%26b",
  title: 'a & <b> "c"',
  language: "fr" as const,
};
const entry = (number: number) => ({
  title: `Entry ${number}`,
  summary: null,
  language: "en",
  path: `/practices/p-${number}`,
  publishedAt: "2026-01-01T00:00:00.000Z",
  updatedAt: `2026-01-${String(number).padStart(2, "0")}T00:00:00.000Z`,
});

test("a feed says what it is, in which language, and when it changed last", () => {
  const xml = atomFeed(frame, [entry(3), entry(9), entry(5)]);
  expect(xml).toContain('<feed xml:lang="fr" xmlns="http://www.w3.org/2005/Atom">');
  expect(xml).toContain("<id>https://polylogue.example/search/feed.atom?q=a%26b&amp;lang=fr</id>");
  expect(xml).toContain('rel="self" href="https://polylogue.example/search/feed.atom?q=a%26b&amp;lang=fr"');
  expect(xml).toContain('<title>a &amp; &lt;b&gt; "c"</title>');
  expect(xml.match(/<updated>[^<]+/g)).toEqual(
    ["09", "09", "05", "03"].map((day) => `<updated>2026-01-${day}T00:00:00.000Z`),
  );
  expect(atomFeed(frame, []), "it has a date when it is empty").toContain("<updated>1970-01-01T00:00:00.000Z");
});

test("no title gets out of its place, and none is markup for who reads it", () => {
  const hostile = [
    "</title><script>alert(1)</script>",
    "]]><x>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "a\u0000b\ud800c\u001b",
  ];
  for (const title of hostile) {
    const xml = atomFeed({ ...frame, title }, [{ ...entry(1), title, summary: title, language: '"><x>' }]);
    expect(xml, title).not.toMatch(/<script|<x>|<img|\p{Cs}|(?!\n)\p{Cc}/u);
    expect(xml.match(/<!\[CDATA\[/g)?.length, title).toBe(xml.match(/\]\]>/g)?.length);
    // What a feed reader makes of the title is the title itself again, as text.
    const html = /<title type="html"><!\[CDATA\[(.*?)\]\]><\/title>/s.exec(xml)?.[1] ?? "";
    const read = html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    expect(read).toBe(title.replace(/\p{Cc}|\p{Cs}/gu, ""));
  }
});
