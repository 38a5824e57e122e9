import { expect, test } from "vitest";
import { CircuitBreaker } from "~search/failover/circuit-breaker";

function breakerWithClock() {
  const clock = { ms: 0 };
  const breaker = new CircuitBreaker({
    ...{ mostFailures: 3, pauseMs: 500, longestPauseMs: 2000 },
    now: () => clock.ms,
  });
  return { breaker, clock };
}

test("some failures in a row open it; one success between them does not let it come to that", () => {
  const { breaker } = breakerWithClock();
  breaker.failed();
  breaker.failed();
  breaker.succeeded();
  breaker.failed();
  breaker.failed();
  expect(breaker.state).toBe("closed");
  breaker.failed();
  expect(breaker.state).toBe("open");
});

test("an open one is tried after a pause, and closes when the try succeeds", () => {
  const { breaker, clock } = breakerWithClock();
  breaker.open();
  clock.ms = 499;
  expect(breaker.mayTry).toBe(false);
  clock.ms = 500;
  expect(breaker.mayTry).toBe(true);
  breaker.beginTry();
  expect(breaker.state).toBe("half-open");
  expect(breaker.mayTry).toBe(false);
  breaker.succeeded();
  expect(breaker.state).toBe("closed");
});

test("each try that fails doubles the pause, up to the longest; a success starts over", () => {
  const { breaker, clock } = breakerWithClock();
  breaker.open();
  const pauses: number[] = [];
  for (let tries = 0; tries < 4; tries += 1) {
    const openedAt = clock.ms;
    while (!breaker.mayTry) clock.ms += 100;
    pauses.push(clock.ms - openedAt);
    breaker.beginTry();
    breaker.failed();
  }
  expect(pauses).toEqual([500, 1000, 2000, 2000]);
  clock.ms += 2000;
  breaker.beginTry();
  breaker.succeeded();
  breaker.open();
  clock.ms += 500;
  expect(breaker.mayTry).toBe(true);
});

test("answers to questions from before it opened change nothing", () => {
  const { breaker } = breakerWithClock();
  breaker.open();
  breaker.succeeded();
  expect(breaker.state).toBe("open");
  breaker.failed();
  expect(breaker.state).toBe("open");
});
