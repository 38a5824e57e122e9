import { expect, test } from "vitest";
import { safePath } from "~/domain/people/safe-path";
import { hostile } from "../../support/hostile";

test("after signing in, no address of the long list leads to another site", () => {
  const origin = "https://polylogue.example";
  const asked = hostile("open-redirect").flatMap((address) => [address, `/${address}`, decoded(address)]);
  const foreign = asked.filter((address) => new URL(safePath(address), origin).origin !== origin);
  expect(asked.length).toBeGreaterThan(10);
  expect(foreign).toEqual([]);
});

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
