import { setTimeout } from "node:timers/promises";

/** What arrived, in ms from when it was to be sent: a full server cannot hide what it makes others wait. */
export interface Arrived {
  times: number[];
  failed: number;
}

/**
 * Sends `one` again and again, at random moments that wait for nobody, `rate` a second, while `goes` says so.
 * `one` tells whether its answer was what it should be.
 */
export async function arrive(
  { rate, random, goes }: { rate: number; random: () => number; goes: (elapsedMs: number) => boolean },
  one: () => Promise<boolean>,
): Promise<Arrived> {
  const arrived: Arrived = { times: [], failed: 0 };
  const open: Promise<void>[] = [];
  const begun = performance.now();
  for (let due = 0; goes(due); due += (Math.log(1 / (1 - random())) * 1000) / rate) {
    const early = begun + due - performance.now();
    if (early > 1) await setTimeout(early);
    open.push(
      one().then((isOk) => {
        arrived.times.push(performance.now() - begun - due);
        if (!isOk) arrived.failed += 1;
      }),
    );
  }
  await Promise.all(open);
  return arrived;
}
