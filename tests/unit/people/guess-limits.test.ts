import { afterEach, expect, test, vi } from "vitest";
import { createGuessLimits } from "~/domain/people/guess-limits.server";

afterEach(() => void vi.useRealTimers());

const minute = 60_000;

test("no hour has more than 100 guesses of strangers at one account, wherever it begins", async () => {
  vi.useFakeTimers();
  const limits = createGuessLimits();
  const guesses = async (count: number, from: string) => {
    let through = 0;
    for (let guess = 0; guess < count; guess++)
      if (await limits.mayGuess({ email: "ada@city.example", address: `${from}.${guess}`, knownDevice: null }))
        through++;
    return through;
  };
  expect(await guesses(1, "192.0.2")).toBe(1);
  await vi.advanceTimersByTimeAsync(59 * minute);
  const late = await guesses(250, "198.51.100");
  await vi.advanceTimersByTimeAsync(2 * minute);
  const next = await guesses(250, "203.0.113");
  expect(next, "the next hour has tries again").toBeGreaterThan(0);
  expect(late + next).toBeLessThanOrEqual(100);
});

test("whoever asks for other mails to an address cannot use up the link that lets its owner in", async () => {
  const limits = createGuessLimits();
  let sent = 0;
  for (let asked = 0; asked < 40; asked++)
    if (await limits.mayMail("register", "ada@city.example", `192.0.2.${asked}`)) sent++;
  expect(sent).toBe(5);
  expect(await limits.mayMail("reset", "ada@city.example", "198.51.100.1")).toBe(true);
});
