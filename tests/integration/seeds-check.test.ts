import { afterEach, expect, test, vi } from "vitest";
import { checkSeedsCommand } from "../../cli/seeds";
import { broken, seedFolder } from "../unit/seeds/seed-folder";

const printed = (stream: "log" | "error") => {
  const lines: string[] = [];
  vi.spyOn(console, stream).mockImplementation((line: string) => void lines.push(line));
  return lines;
};

afterEach(() => void vi.restoreAllMocks());

test("sound seeds are counted, and the command succeeds", async () => {
  const lines = printed("log");
  expect(await checkSeedsCommand([seedFolder()])).toBe(0);
  expect(lines.join("\n")).toContain("2 documents, 1 concordance, 1 tools, 1 practices, 1 case studies");
});

test("each problem is printed as file:line message, and the command fails", async () => {
  const lines = printed("error");
  const folder = seedFolder(broken("cities.yaml", "country: AT", "country: XX"));
  expect(await checkSeedsCommand([folder])).toBe(1);
  expect(lines).toEqual([`${folder}/cities.yaml:1 unknown country “XX”`, `1 problem in ${folder}.`]);
});
