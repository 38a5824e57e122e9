import { expect, test, vi } from "vitest";
import { goodPassword, startPeopleServer } from "../support/people-server";
import { linkIn } from "../support/read-mail";

const verified = vi.hoisted(() => ({ count: 0 }));
// Counts the hashes that are compared; the work itself is done.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const verify: typeof real.verify = (...args) => {
    verified.count += 1;
    return real.verify(...args);
  };
  return { ...real, verify };
});

const { signIn } = await import("~/domain/people/sign-in.server");

const ada = { name: "Ada Testa", email: "ada@city.example", password: goodPassword };

test("of 10,000 guesses from everywhere at most 100 reach the hash, and the owner still gets in", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const { db, limits, now } = server.services;
  verified.count = 0;
  for (let guess = 0; guess < 10_000; guess++) {
    const address = `10.${guess % 250}.${Math.floor(guess / 250)}.1`;
    await signIn(db, limits, { email: ada.email, password: `guess ${guess}`, device: undefined, address }, now());
  }
  expect(verified.count).toBeGreaterThan(10);
  expect(verified.count).toBeLessThanOrEqual(100);

  expect((await server.browser().submit("/sign-in", { form: "sign-in", ...ada })).status, "a stranger's").toBe(429);
  await browser.submit("/sign-out", {});
  expect((await browser.submit("/sign-in", { form: "sign-in", ...ada })).status, "a browser known before").toBe(302);
  const fresh = server.browser();
  await fresh.submit("/password/forgotten", { form: "forgotten", email: ada.email });
  const reset = await fresh.submit(linkIn(await server.lastMail()), { form: "new-password", password: goodPassword });
  expect(reset.status, "a new one, by mail").toBe(302);
});

test("one address cannot keep others out, nor try many accounts", async () => {
  const server = await startPeopleServer();
  await server.newPerson(ada);
  const { db, limits, now } = server.services;
  const attempt = (email: string, address: string, password = "wrong wrong wrong") =>
    signIn(db, limits, { email, password, device: undefined, address }, now());
  for (let guess = 0; guess < 200; guess++) await attempt(ada.email, "2001:db8:1:2::1");
  expect(await attempt(ada.email, "2001:db8:1:2:ffff::9", goodPassword), "the same network").toEqual({
    problem: "often",
  });
  expect(await attempt(ada.email, "192.0.2.1", goodPassword)).toHaveProperty("personId");
  const outcomes = [];
  for (let guess = 0; guess < 80; guess++) outcomes.push(await attempt(`nobody${guess}@city.example`, "192.0.2.9"));
  expect(outcomes.at(0)).toEqual({ problem: "wrong" });
  expect(outcomes.at(-1)).toEqual({ problem: "often" });
});

test("who knows the password may sign in as often as they like", async () => {
  const server = await startPeopleServer();
  await server.newPerson(ada);
  const { db, limits, now } = server.services;
  for (let time = 1; time <= 20; time++) {
    const given = { email: ada.email, password: goodPassword, device: undefined, address: "192.0.2.1" };
    expect(await signIn(db, limits, given, now()), `time ${time}`).toHaveProperty("personId");
  }
});

test("an unknown account costs a hash as a known one does", async () => {
  const server = await startPeopleServer();
  await server.newPerson(ada);
  const { db, limits, now } = server.services;
  const hashes = async (email: string, password: string) => {
    verified.count = 0;
    await signIn(db, limits, { email, password, device: undefined, address: "192.0.2.1" }, now());
    return verified.count;
  };
  expect(await hashes(ada.email, "wrong wrong wrong")).toBe(1);
  expect(await hashes("nobody@city.example", "wrong wrong wrong")).toBe(1);
  expect(await hashes(ada.email, goodPassword)).toBe(1);
});
